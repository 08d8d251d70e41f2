// The best chains found so far, in their final and only order.
#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <functional>
#include <limits>
#include <unordered_map>
#include <vector>

#include "ties.hpp"

namespace entregent {

constexpr int kMostHops = 8;
constexpr double kUnit = 1e-9;  // odds are rounded to nine digits

// Rounds `odds` to whole billionths, halves to even, as the exact value of the double says.
inline std::int64_t billionths(double odds) {
    const double scaled = odds * 1e9;
    const double error = std::fma(odds, 1e9, -scaled);
    const double whole = std::floor(scaled);
    const double beyond = (scaled - whole) - 0.5 + error;  // exact: sign and zero are true
    auto units = static_cast<std::int64_t>(whole);
    if (beyond > 0 || (beyond == 0 && units % 2 != 0)) ++units;
    return units;
}

inline double rounded(double odds) { return static_cast<double>(billionths(odds)) / 1e9; }

struct Chain {
    std::int64_t units = 0;  // odds, in billionths
    std::uint32_t length = 0;
    std::array<Person, kMostHops + 1> people{};

    const Person* begin() const { return people.data(); }
    const Person* end() const { return people.data() + length; }
};

inline bool better(const Chain& one, const Chain& other) {
    if (one.units != other.units) return one.units > other.units;
    return std::lexicographical_compare(one.begin(), one.end(), other.begin(), other.end());
}

constexpr std::size_t kAll = std::numeric_limits<std::size_t>::max();

// Keeps the `best` chains of which at most `each` go through the same first person.
//
// The floors only ever rise. With `each`, every first person keeps that many, and the floor of all
// follows behind: one that is too low lets a search look at more than it must, and nothing else.
class Best {
public:
    Best(std::size_t best, std::size_t each) : best_(best), each_(each) {}

    // Odds that a chain must not lie below to be of any use; for those through one first person.
    double floor() const { return floor_; }
    double floor(Person first) const {
        return each_ == kAll ? floor_ : std::max(floor_, first_floor(first));
    }

    void add(const Chain& chain) {
        if (each_ == kAll) {
            add_to_all(chain);
        } else {
            add_to_own(own_[chain.people[1]], chain);
        }
    }

    // Whether a chain of these odds that starts so can only come after all that is kept.
    bool closed_to(double odds, Person first) const {
        return each_ == kAll && kept_.size() == best_ && odds < beaten_ &&
               first > kept_.front().people[1];
    }

    bool keeps_each() const { return each_ != kAll; }

    std::vector<Chain> sorted() {
        for (auto& [first, chains] : own_) {
            kept_.insert(kept_.end(), chains.begin(), chains.end());
        }
        std::sort(kept_.begin(), kept_.end(), better);
        if (kept_.size() > best_) kept_.resize(best_);
        return std::move(kept_);
    }

private:
    // Bounds multiply the same few factors in another order, which changes them by less than
    // 2e-15; this leaves room for that.
    static double below(double units) { return std::max(0.0, units * kUnit * (1 - 1e-12)); }

    void add_to_all(const Chain& chain) {
        if (kept_.size() == best_) {
            if (!better(chain, kept_.front())) return;
            std::pop_heap(kept_.begin(), kept_.end(), better);
            kept_.back() = chain;
        } else {
            kept_.push_back(chain);
        }
        if (best_ == kAll) return;
        std::push_heap(kept_.begin(), kept_.end(), better);
        if (kept_.size() == best_) raise(kept_.front().units);
    }

    void add_to_own(std::vector<Chain>& own, const Chain& chain) {
        if (own.size() == each_) {
            const auto worst = std::max_element(own.begin(), own.end(), better);
            if (!better(chain, *worst)) return;
            *worst = chain;
        } else {
            own.push_back(chain);
            ++held_;
        }
        ++changes_;
        if (best_ != kAll && held_ >= best_ && changes_ * 8 >= held_) raise_within_each();
    }

    void raise_within_each() {
        std::vector<std::int64_t> units;
        units.reserve(held_);
        for (const auto& [first, chains] : own_) {
            for (const Chain& chain : chains) units.push_back(chain.units);
        }
        const auto last = units.begin() + static_cast<std::ptrdiff_t>(best_ - 1);
        std::nth_element(units.begin(), last, units.end(), std::greater<>());
        raise(*last);
        changes_ = 0;
    }

    double first_floor(Person first) const {
        const auto own = own_.find(first);
        if (own == own_.end() || own->second.size() < each_) return 0;
        const auto worst = std::max_element(own->second.begin(), own->second.end(), better);
        return below(static_cast<double>(worst->units) - 0.5);
    }

    void raise(std::int64_t units) {
        floor_ = below(static_cast<double>(units) - 0.5);
        beaten_ = below(static_cast<double>(units) + 0.5);
    }

    std::size_t best_;
    std::size_t each_;
    std::vector<Chain> kept_;  // a heap with the worst in front
    std::unordered_map<Person, std::vector<Chain>> own_;
    std::size_t held_ = 0;     // chains in `own_`
    std::size_t changes_ = 0;  // of these, since the floor was raised
    double floor_ = 0;
    double beaten_ = 0;  // below this, a chain can at most equal the worst that is kept
};

}  // namespace entregent
