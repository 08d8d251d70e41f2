// Columns of numbers as Python gives them: any buffer of one dimension, or any iterable.
#pragma once

#include <Python.h>
#include <nanobind/nanobind.h>

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <type_traits>
#include <vector>

namespace entregent {

namespace nb = nanobind;

class Buffer {
public:
    explicit Buffer(PyObject* object) {
        if (!PyObject_CheckBuffer(object)) return;
        if (PyObject_GetBuffer(object, &view_, PyBUF_STRIDES | PyBUF_FORMAT) != 0) {
            throw nb::python_error();
        }
        open_ = true;
    }
    ~Buffer() {
        if (open_) PyBuffer_Release(&view_);
    }
    Buffer(const Buffer&) = delete;
    Buffer& operator=(const Buffer&) = delete;

    // The letter of the numbers' type as in Python's struct; 0 where it is not of this machine.
    char kind() const {
        if (!open_) return 0;
        if (view_.ndim != 1) throw nb::value_error("a column has one dimension");
        const char* format = view_.format == nullptr ? "B" : view_.format;
        if (*format == '@' || *format == '=' || *format == '<') ++format;
        return std::strlen(format) == 1 ? *format : '\0';
    }
    std::size_t item() const { return static_cast<std::size_t>(view_.itemsize); }
    std::size_t size() const { return static_cast<std::size_t>(view_.shape[0]); }

    template <typename From, typename To>
    void read(std::vector<To>& into) const {
        into.resize(size());
        const char* at = static_cast<const char*>(view_.buf);
        for (std::size_t i = 0; i < into.size(); ++i, at += view_.strides[0]) {
            From value;
            std::memcpy(&value, at, sizeof value);
            into[i] = static_cast<To>(value);
        }
    }

    // What does not fit stays what it is to be told as: out of range.
    template <typename To>
    void read_unsigned(std::vector<To>& into) const {
        read<std::uint64_t>(into);
        if constexpr (std::is_integral_v<To>) {
            if (std::any_of(into.begin(), into.end(), [](To value) { return value < 0; })) {
                throw nb::value_error("a number lies out of range");
            }
        }
    }

    template <typename To>
    bool read_whole(std::vector<To>& into) const {
        const char letter = kind();
        if (letter == 0 || std::strchr("bBhHiIlLqQnN", letter) == nullptr) return false;
        const bool sign = std::strchr("bhilqn", letter) != nullptr;
        switch (item()) {
            case 1: sign ? read<std::int8_t>(into) : read<std::uint8_t>(into); return true;
            case 2: sign ? read<std::int16_t>(into) : read<std::uint16_t>(into); return true;
            case 4: sign ? read<std::int32_t>(into) : read<std::uint32_t>(into); return true;
            case 8: sign ? read<std::int64_t>(into) : read_unsigned(into); return true;
            default: return false;
        }
    }

    bool read_real(std::vector<float>& into) const {
        if (kind() == 'f') return read<float>(into), true;
        if (kind() == 'd') return read<double>(into), true;
        return read_whole(into);
    }

private:
    Py_buffer view_{};
    bool open_ = false;
};

// A person's number; what lies beyond 64 bits is told like any other number out of range.
inline std::int64_t to_whole(PyObject* object) {
    if (PyLong_CheckExact(object)) {
        int beyond = 0;
        const long long value = PyLong_AsLongLongAndOverflow(object, &beyond);
        if (beyond != 0) throw nb::value_error("a number lies out of range");
        return value;
    }
    const nb::object whole = nb::steal(PyNumber_Index(object));
    if (!whole.is_valid()) throw nb::python_error();
    return to_whole(whole.ptr());
}

inline float to_real(PyObject* object) {
    const double value = PyFloat_AsDouble(object);
    if (value == -1 && PyErr_Occurred() != nullptr) throw nb::python_error();
    return static_cast<float>(value);
}

template <typename To, typename Convert>
void read_items(PyObject* object, std::vector<To>& into, Convert convert) {
    if (PyList_CheckExact(object) || PyTuple_CheckExact(object)) {
        into.reserve(static_cast<std::size_t>(PySequence_Fast_GET_SIZE(object)));
        // A number's own code may change the list while it is read.
        for (Py_ssize_t i = 0; i < PySequence_Fast_GET_SIZE(object); ++i) {
            const nb::object item = nb::borrow(PySequence_Fast_GET_ITEM(object, i));
            into.push_back(convert(item.ptr()));
        }
        return;
    }
    for (const nb::handle item : nb::iter(nb::handle(object))) into.push_back(convert(item.ptr()));
}

inline std::vector<std::int64_t> whole_column(nb::handle object) {
    std::vector<std::int64_t> numbers;
    if (PyList_CheckExact(object.ptr()) || !Buffer(object.ptr()).read_whole(numbers)) {
        read_items(object.ptr(), numbers, to_whole);
    }
    return numbers;
}

inline std::vector<float> real_column(nb::handle object) {
    std::vector<float> numbers;
    if (PyList_CheckExact(object.ptr()) || !Buffer(object.ptr()).read_real(numbers)) {
        read_items(object.ptr(), numbers, to_real);
    }
    return numbers;
}

}  // namespace entregent
