// People at whom two halves of a chain may meet, found by their number.
#pragma once

#include <algorithm>
#include <cstdint>
#include <vector>

#include "ties.hpp"

namespace entregent {

// What joins somebody to the beginning or the end of a chain.
struct Half {
    Person end;          // a target; or, at the beginning, the person next to the source
    std::uint32_t next;  // the next half of the same person
    float tie;           // between the two
    float first;         // between the source and `end`, at the beginning
    double odds;
};

// A hash table from people to their halves. A bitmap that stays in the nearest cache answers
// first, because nearly everybody a walk comes by is not in it.
class Meeting {
public:
    static constexpr std::uint32_t kNone = 0xffffffff;

    struct Place {
        Person person;
        std::uint32_t head;  // the first of the halves, kNone in a free place
        double best;         // the odds of the best of them
    };

    // Empties the table and makes room for `most` halves of some of `people`.
    void reset(std::size_t most, std::size_t people) {
        bits_ = 6;
        while ((std::size_t{1} << bits_) < std::min(most, people) * 2 && bits_ < 31) ++bits_;
        const int filter_bits = std::min(bits_ + 4, 31);
        places_.assign(std::size_t{1} << bits_, Place{0, kNone, 0});
        filter_.assign((std::size_t{1} << filter_bits) / 64, 0);
        filter_shift_ = 32 - filter_bits;
        halves_.clear();
        halves_.reserve(most);
        best_ = 0;
    }

    // The next tie from `tie` on, of at least `enough`, with somebody who may be in the table.
    const Tie* next_held(const Tie* tie, const Tie* last, float enough) const {
        const std::uint64_t* const filter = filter_.data();
        const int shift = filter_shift_;
        for (; tie != last; ++tie) {
            if (tie->strength < enough) return last;
            const std::uint32_t bit = hash(tie->to) >> shift;
            if (filter[bit / 64] >> (bit % 64) & 1) break;
        }
        return tie;
    }

    const Place* find(Person person) const {
        for (std::size_t at = hash(person) >> (32 - bits_);; at = next(at)) {
            if (places_[at].head == kNone) return nullptr;
            if (places_[at].person == person) return &places_[at];
        }
    }

    void add(Person person, Person end, float tie) { add(person, end, tie, 1, tie); }

    void add(Person person, Person end, float tie, float first, double odds) {
        const std::uint32_t mixed = hash(person);
        filter_[(mixed >> filter_shift_) / 64] |= std::uint64_t{1} << ((mixed >> filter_shift_) % 64);
        std::size_t at = mixed >> (32 - bits_);
        while (places_[at].head != kNone && places_[at].person != person) at = next(at);
        Place& place = places_[at];
        halves_.push_back({end, place.head, tie, first, odds});
        place.person = person;
        place.head = static_cast<std::uint32_t>(halves_.size() - 1);
        place.best = std::max(place.best, odds);
        best_ = std::max(best_, odds);
    }

    template <typename Visit>
    void each_half(const Place& place, Visit visit) const {
        for (std::uint32_t at = place.head; at != kNone; at = halves_[at].next) visit(halves_[at]);
    }

    template <typename Visit>
    void each_place(Visit visit) const {
        for (const Place& place : places_) {
            if (place.head != kNone) visit(place);
        }
    }

    double best() const { return best_; }
    bool empty() const { return halves_.empty(); }

private:
    static std::uint32_t hash(Person person) { return person * 0x9e3779b1u; }
    std::size_t next(std::size_t at) const { return (at + 1) & (places_.size() - 1); }

    std::vector<Place> places_;
    std::vector<std::uint64_t> filter_;
    std::vector<Half> halves_;
    int bits_ = 6;
    int filter_shift_ = 22;
    double best_ = 0;
};

}  // namespace entregent
