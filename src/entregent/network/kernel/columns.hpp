// Columns of numbers as Python gives them: any buffer of one dimension, or any iterable.
#pragma once

#include <Python.h>
#include <nanobind/nanobind.h>

#include <cstdint>
#include <cstring>
#include <vector>

namespace entregent {

namespace nb = nanobind;

class Buffer {
public:
    explicit Buffer(PyObject* object) {
        if (!PyObject_CheckBuffer(object)) return;
        if (PyObject_GetBuffer(object, &view_, PyBUF_STRIDES | PyBUF_FORMAT) != 0) throw nb::python_error();
        open_ = true;
        if (view_.ndim != 1) throw nb::value_error("a column has one dimension");
    }
    ~Buffer() {
        if (open_) PyBuffer_Release(&view_);
    }
    Buffer(const Buffer&) = delete;
    Buffer& operator=(const Buffer&) = delete;

    // The letter of the numbers' type as in Python's struct; 0 where it is not of this machine.
    char kind() const {
        if (!open_) return 0;
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

    template <typename To>
    bool read_whole(std::vector<To>& into) const {
        const char letter = kind();
        if (letter == 0 || std::strchr("bBhHiIlLqQnN", letter) == nullptr) return false;
        const bool sign = std::strchr("bhilqn", letter) != nullptr;
        switch (item()) {
            case 1: sign ? read<std::int8_t>(into) : read<std::uint8_t>(into); return true;
            case 2: sign ? read<std::int16_t>(into) : read<std::uint16_t>(into); return true;
            case 4: sign ? read<std::int32_t>(into) : read<std::uint32_t>(into); return true;
            case 8: sign ? read<std::int64_t>(into) : read<std::uint64_t>(into); return true;
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
        const auto size = static_cast<std::size_t>(PySequence_Fast_GET_SIZE(object));
        into.reserve(size);
        for (std::size_t i = 0; i < size; ++i) {
            into.push_back(convert(PySequence_Fast_GET_ITEM(object, static_cast<Py_ssize_t>(i))));
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
