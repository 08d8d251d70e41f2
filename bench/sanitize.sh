#!/usr/bin/env bash
# Runs the kernel's tests once under AddressSanitizer and UndefinedBehaviorSanitizer.
#
#     bench/sanitize.sh [PYTHON]     needs g++ and cmake; the environment of `make test`
set -euo pipefail
cd "$(dirname "$0")/.."

python=$(realpath --no-symlinks "${1:-.venv/bin/python}")
build=$(mktemp -d)
trap 'rm -rf "$build"' EXIT
"$python" -m nanobind --cmake_dir >/dev/null 2>&1 || {
    "$python" -m venv --system-site-packages "$build/tools"
    "$build/tools/bin/pip" --disable-pip-version-check install --quiet nanobind
    tools=$build/tools/bin/python
}
nanobind=$("${tools:-$python}" -m nanobind --cmake_dir)

mkdir "$build/src"
cp -r src/entregent "$build/src/"
rm -rf "$build"/src/entregent/network/_kernel*.so "$build"/src/entregent/network/kernel/{CMakeCache.txt,CMakeFiles}
cmake -S "$build/src/entregent/network/kernel" -B "$build/cmake" -DCMAKE_BUILD_TYPE=Debug \
    -DPython_EXECUTABLE="$python" -Dnanobind_DIR="$nanobind" \
    -DCMAKE_CXX_FLAGS='-fsanitize=address,undefined -fno-sanitize-recover=undefined -D_GLIBCXX_ASSERTIONS -O1' >/dev/null
cmake --build "$build/cmake" --parallel 2 >/dev/null
cp "$build"/cmake/_kernel*.so "$build/src/entregent/network/"

# Python itself keeps memory until the end, so leaks are not looked for.
env PYTHONPATH="$build/src" LD_PRELOAD="$(g++ -print-file-name=libasan.so):$(g++ -print-file-name=libubsan.so)" \
    ASAN_OPTIONS=detect_leaks=0 UBSAN_OPTIONS=print_stacktrace=1 \
    "$python" -m pytest --capture=no -p no:cacheprovider tests/unit/network tests/properties/test_chains_exact.py
