// The ties of everybody, row by row, as they lie in memory and in a file.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <unordered_map>
#include <vector>

#include "machine.hpp"

namespace entregent {

using Person = std::uint32_t;
constexpr std::uint64_t kMostPeople = 0x7fffffff;  // a file keeps them as int32

// Who is tied, and how strongly: side by side, since a walk always reads both.
struct Tie {
    Person to;
    float strength;
};
static_assert(sizeof(Tie) == 8);

struct Row {
    const Tie* first;
    const Tie* last;

    const Tie* begin() const { return first; }
    const Tie* end() const { return last; }
    std::size_t size() const { return static_cast<std::size_t>(last - first); }
};

// The strongest tie comes first, so that a walk may stop early; then the smallest person.
inline bool stronger(const Tie& one, const Tie& other) {
    return one.strength != other.strength ? one.strength > other.strength : one.to < other.to;
}

// Rows of ties, each sorted by `stronger`: a base that never changes, and the rows that replace it.
class Table {
public:
    Table() = default;
    Table(const std::uint32_t* offsets, const Tie* ties, std::size_t people)
        : offsets_(offsets), ties_(ties), people_(people), size_(offsets[people]) {}

    Row row(Person person) const {
        if (!replaced_.empty() && is_replaced(person)) {
            const std::vector<Tie>& own = replaced_.find(person)->second;
            return {own.data(), own.data() + own.size()};
        }
        return {ties_ + offsets_[person], ties_ + offsets_[person + 1]};
    }

    void replace(Person person, std::vector<Tie> ties) {
        size_ = size_ - row(person).size() + ties.size();
        if (marks_.empty()) marks_.assign((people_ + 63) / 64, 0);
        marks_[person / 64] |= std::uint64_t{1} << (person % 64);
        held_ += ties.size();
        std::vector<Tie>& own = replaced_[person];
        held_ -= own.size();
        own = std::move(ties);
    }

    void prefetch_place(Person person) const { ENTREGENT_FETCH(offsets_ + person); }
    void prefetch_row(Person person) const {
        const Tie* const row = ties_ + offsets_[person];
        for (int line = 0; line < 4; ++line) ENTREGENT_FETCH(row + 8 * line);
    }

    // Entries of all rows: a tie counts at both of its ends.
    std::size_t size() const { return size_; }
    // Entries of the rows that replace the base.
    std::size_t held() const { return held_; }
    bool changed() const { return !replaced_.empty(); }
    std::size_t people() const { return people_; }
    const std::uint32_t* offsets() const { return offsets_; }
    const Tie* ties() const { return ties_; }

private:
    bool is_replaced(Person person) const { return marks_[person / 64] >> (person % 64) & 1; }

    const std::uint32_t* offsets_ = nullptr;
    const Tie* ties_ = nullptr;
    std::size_t people_ = 0;
    std::size_t size_ = 0;
    std::vector<std::uint64_t> marks_;
    std::unordered_map<Person, std::vector<Tie>> replaced_;
    std::size_t held_ = 0;
};

// Memory that rows point into: allocated, or a mapped file.
class Bytes {
public:
    virtual ~Bytes() = default;
};

// Ties both ways, and how willing each person is to pass an ask on.
struct Network {
    std::size_t people = 0;
    bool symmetric = true;  // then nothing is in `backwards`
    Table out;              // who leads where
    Table backwards;        // who leads here, where ties are not the same both ways
    std::vector<float> willingness;
    std::shared_ptr<Bytes> bytes;

    const Table& into() const { return symmetric ? out : backwards; }
};

}  // namespace entregent
