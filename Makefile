# Two commands on a fresh machine with python3 (3.11 or later), make and, if there is one, a compiler:
#   make demo    the main job on an invented network
#   make test    everything that is tested
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := PIP_CONSTRAINT=constraints.txt $(BIN)/python -m pip --disable-pip-version-check install --quiet

SRC := src/entregent
CORE := $(SRC)/domain/*,$(SRC)/settings.py,$(SRC)/locale/*,$(SRC)/ledger/*,$(SRC)/identity/*,$(SRC)/network/*,$(SRC)/asks/*,$(SRC)/drafts/*,$(SRC)/tact/*,$(SRC)/coach/*,$(SRC)/matching/*,$(SRC)/services/*

.PHONY: demo test check lint types contracts tests docs bench network sanitize clean

demo: $(VENV)/.installed
	@$(BIN)/entregent demo

test: $(VENV)/.installed-test
	$(BIN)/python -m pytest -n auto

check: lint types contracts tests docs

lint: $(VENV)/.installed-check
	$(BIN)/ruff check src tests examples bench docs
	$(BIN)/ruff format --check src tests examples bench docs

types: $(VENV)/.installed-check
	$(BIN)/mypy

contracts: $(VENV)/.installed-check
	$(BIN)/lint-imports

tests: $(VENV)/.installed-check
	$(BIN)/python -m pytest -n auto --cov --cov-report=term --cov-fail-under=90
	$(BIN)/python -m coverage report --include='$(CORE)' --fail-under=100

docs: $(VENV)/.installed-check
	$(BIN)/python -m pytest tests/docs

bench: $(VENV)/.installed-test
	$(BIN)/python bench/start_up.py
	$(BIN)/python bench/imports.py

network: $(VENV)/.installed
	$(BIN)/python examples/generate.py examples/network

$(VENV)/bin/python:
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or later is needed.")'
	$(PYTHON) -m venv $(VENV)

KERNEL := $(wildcard $(SRC)/network/kernel/*.?pp $(SRC)/network/kernel/CMakeLists.txt)

$(VENV)/.installed: pyproject.toml constraints.txt $(KERNEL) | $(VENV)/bin/python
	$(PIP) --editable .
	@touch $@

$(VENV)/.installed-test: pyproject.toml constraints.txt $(KERNEL) | $(VENV)/bin/python
	$(PIP) --editable '.[test]'
	@touch $@ $(VENV)/.installed

$(VENV)/.installed-check: pyproject.toml constraints.txt $(KERNEL) | $(VENV)/bin/python
	$(PIP) --editable '.[check]'
	@touch $@ $(VENV)/.installed $(VENV)/.installed-test

sanitize: $(VENV)/.installed-test
	bench/sanitize.sh $(BIN)/python

clean:
	rm -rf $(VENV) build .pytest_cache .mypy_cache .ruff_cache .hypothesis .coverage
