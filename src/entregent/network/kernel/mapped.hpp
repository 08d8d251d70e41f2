// Files: one that is read through memory, and one that takes another's place when it is whole.
#pragma once

#include <cerrno>
#include <cstdio>
#include <string>
#include <system_error>

#include "ties.hpp"

#ifdef _WIN32
#include <fstream>
#include <iterator>
#else
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>
#endif

namespace entregent {

[[noreturn]] inline void fail() { throw std::system_error(errno, std::generic_category()); }

#ifdef _WIN32

class Mapped : public Bytes {
public:
    explicit Mapped(const std::string& path) {
        std::ifstream in(path, std::ios::binary);
        if (!in) fail();
        bytes_.assign(std::istreambuf_iterator<char>(in), {});
    }
    const char* data() const { return bytes_.data(); }
    std::size_t size() const { return bytes_.size(); }

private:
    std::vector<char> bytes_;
};

#else

class Mapped : public Bytes {
public:
    explicit Mapped(const std::string& path) {
        const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
        if (file < 0) fail();
        struct stat about{};
        if (::fstat(file, &about) != 0 || !S_ISREG(about.st_mode)) {
            const int why = S_ISDIR(about.st_mode) ? EISDIR : errno != 0 ? errno : EINVAL;
            ::close(file);
            errno = why;
            fail();
        }
        size_ = static_cast<std::size_t>(about.st_size);
        if (size_ > 0) data_ = ::mmap(nullptr, size_, PROT_READ, MAP_SHARED, file, 0);
        const int why = errno;
        ::close(file);
        if (data_ == MAP_FAILED) {
            errno = why;
            fail();
        }
    }
    ~Mapped() override {
        if (data_ != nullptr && data_ != MAP_FAILED) ::munmap(data_, size_);
    }
    Mapped(const Mapped&) = delete;
    Mapped& operator=(const Mapped&) = delete;

    const char* data() const { return static_cast<const char*>(data_); }
    std::size_t size() const { return size_; }

private:
    void* data_ = nullptr;
    std::size_t size_ = 0;
};

#endif

// Written beside `path`, and gone again unless `commit` was reached.
class Replacement {
public:
    explicit Replacement(const std::string& path) : path_(path), part_(path + ".part") {
        stream_ = std::fopen(part_.c_str(), "wb");
        if (stream_ == nullptr) fail();
    }
    ~Replacement() {
        if (stream_ == nullptr) return;
        std::fclose(stream_);
        std::remove(part_.c_str());
    }
    Replacement(const Replacement&) = delete;
    Replacement& operator=(const Replacement&) = delete;

    std::FILE* stream() { return stream_; }

    void commit() {
        if (std::fflush(stream_) != 0) fail();
#ifdef _WIN32
        std::remove(path_.c_str());
#else
        if (::fsync(::fileno(stream_)) != 0) fail();
#endif
        std::FILE* const stream = stream_;
        stream_ = nullptr;
        if (std::fclose(stream) != 0 || std::rename(part_.c_str(), path_.c_str()) != 0) {
            const int why = errno;
            std::remove(part_.c_str());
            errno = why;
            fail();
        }
    }

private:
    std::string path_;
    std::string part_;
    std::FILE* stream_ = nullptr;
};

}  // namespace entregent
