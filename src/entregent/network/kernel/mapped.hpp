// Files: one that is read through memory, and one that takes another's place when it is whole.
#pragma once

#include <cerrno>
#include <cstdio>
#include <string>
#include <system_error>
#include <vector>

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

// A small file is read and a large one mapped: what somebody else does to a mapped file in place,
// such as cutting it short, kills whoever reads it.
class Mapped : public Bytes {
public:
    explicit Mapped(const std::string& path) {
        const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
        if (file < 0) fail();
        const int why = take(file);
        ::close(file);
        if (why != 0) {
            errno = why;
            fail();
        }
    }
    ~Mapped() override {
        if (map_ != nullptr) ::munmap(map_, size_);
    }
    Mapped(const Mapped&) = delete;
    Mapped& operator=(const Mapped&) = delete;

    const char* data() const {
        return map_ != nullptr ? static_cast<const char*>(map_)
                               : reinterpret_cast<const char*>(words_.data());
    }
    std::size_t size() const { return size_; }

private:
    static constexpr std::size_t kSmall = std::size_t{64} << 20;  // bytes

    int take(int file) {
        struct stat about{};
        if (::fstat(file, &about) != 0) return errno;
        if (!S_ISREG(about.st_mode)) return S_ISDIR(about.st_mode) ? EISDIR : EINVAL;
        size_ = static_cast<std::size_t>(about.st_size);
        if (size_ <= kSmall) return read_all(file);
        void* const map = ::mmap(nullptr, size_, PROT_READ, MAP_SHARED, file, 0);
        if (map == MAP_FAILED) return errno;
        map_ = map;
        return 0;
    }

    int read_all(int file) {
        words_.resize((size_ + 7) / 8);
        std::size_t done = 0;
        while (done < size_) {
            const auto some =
                ::read(file, reinterpret_cast<char*>(words_.data()) + done, size_ - done);
            if (some < 0) return errno;
            if (some == 0) break;
            done += static_cast<std::size_t>(some);
        }
        size_ = done;
        return 0;
    }

    void* map_ = nullptr;
    std::vector<std::uint64_t> words_;  // aligned like all that lies in them
    std::size_t size_ = 0;
};

#endif

// Written beside `path`, and gone again unless `commit` was reached.
class Replacement {
public:
    explicit Replacement(const std::string& path)
        : path_(path), part_(path + "." + own_mark() + ".part") {
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
    // Two processes that save the same graph do not write into each other's file.
    static std::string own_mark() {
#ifdef _WIN32
        return "new";
#else
        return std::to_string(::getpid());
#endif
    }

    std::string path_;
    std::string part_;
    std::FILE* stream_ = nullptr;
};

}  // namespace entregent
