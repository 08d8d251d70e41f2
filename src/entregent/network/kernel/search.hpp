// The best chains from one person to a set of people, exactly.
#pragma once

#include <cstdint>
#include <vector>

#include "best.hpp"
#include "meeting.hpp"
#include "ties.hpp"

namespace entregent {

struct Query {
    Person source = 0;
    std::vector<Person> targets;
    std::vector<Person> avoid;   // nowhere on a chain
    std::vector<Person> closed;  // first person or end of a chain, nothing in between
    int hops = 3;
    std::size_t best = 10;
    std::size_t each = kAll;  // through the same first person
};

// People whom a walk may not come by, and the targets: one byte a person, cleaned after each use.
class Marks {
public:
    static constexpr std::uint8_t kAvoid = 1, kClosed = 2, kTarget = 4;

    explicit Marks(std::size_t people) : people_(people) {}
    void set(const std::vector<Person>& people, std::uint8_t mark) {
        if (people.empty()) return;
        if (bytes_.empty()) bytes_.assign(people_, 0);
        for (const Person person : people) {
            bytes_[person] |= mark;
            set_.push_back(person);
        }
    }
    bool has(Person person, std::uint8_t mark) const {
        return !set_.empty() && (bytes_[person] & mark) != 0;
    }
    void clear() {
        for (const Person person : set_) bytes_[person] = 0;
        set_.clear();
    }

private:
    std::size_t people_;
    std::vector<std::uint8_t> bytes_;
    std::vector<Person> set_;
};

// What a search needs beside the network; kept between searches so that none allocates.
struct Scratch {
    explicit Scratch(std::size_t people) : marks(people) {}

    struct Step {
        Person at;
        Person first;
        float first_tie;
        float tie;
        double odds;
    };

    Marks marks;
    Meeting ends;     // who has a tie with a target
    Meeting middles;  // who is two ties away from the source
    std::vector<Step> steps;
    std::vector<Person> doors;
};

std::vector<Chain> search(const Network& network, Query query, Scratch& scratch);

// Adds the chains of five ties and more; `best` holds those of four and less.
void search_deep(const Network& network, const Query& query, const Marks& marks, Best& best);

}  // namespace entregent
