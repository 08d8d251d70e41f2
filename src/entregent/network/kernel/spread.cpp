#include "spread.hpp"

#include <cstdint>
#include <utility>

#include "best.hpp"
#include "machine.hpp"

namespace entregent {
namespace {

struct Reached {
    Person person;
    Person first;
    double odds;
};

constexpr std::size_t kAhead = 8;

template <bool kWithFirst>
class Wave {
public:
    Wave(const Network& network, Person source, Spread& into)
        : network_(network), source_(source), into_(into), seen_(network.people, 0) {}

    void run(int hops) {
        std::vector<Reached> reached{{source_, kNobody, 1}};
        for (int hop = 1; hop <= hops && !reached.empty(); ++hop) {
            reached = hop < hops ? step<true>(reached, hop) : step<false>(reached, hop);
        }
    }

private:
    // After the last step nobody asks who was improved.
    template <bool kGoesOn>
    std::vector<Reached> step(const std::vector<Reached>& reached, int hop) {
        improved_.clear();
        for (std::size_t i = 0; i < reached.size(); ++i) {
            if (i + 2 * kAhead < reached.size()) {
                network_.out.prefetch_place(reached[i + 2 * kAhead].person);
            }
            if (i + kAhead < reached.size()) network_.out.prefetch_row(reached[i + kAhead].person);
            const Reached& from = reached[i];
            const double passed =
                hop == 1 ? 1 : from.odds * network_.willingness[from.person];
            const Row row = network_.out.row(from.person);
            for (const Tie* tie = row.first; tie != row.last; ++tie) {
                if (tie + kAhead < row.last) __builtin_prefetch(&into_.odds[tie[kAhead].to], 1);
                relax<kGoesOn>(tie->to, passed * tie->strength, hop == 1 ? tie->to : from.first, hop);
            }
        }
        std::vector<Reached> next;
        next.reserve(improved_.size());
        for (const Person person : improved_) {
            const Person first = kWithFirst ? into_.through[person] : kNobody;
            next.push_back({person, first, into_.odds[person]});
        }
        return next;
    }

    template <bool kGoesOn>
    void relax(Person person, double odds, Person first, int hop) {
        double& best = into_.odds[person];
        if (odds < best || person == source_) return;
        if (odds == best) {
            if (!kWithFirst || first >= into_.through[person]) return;
        }
        best = odds;
        if (kWithFirst) into_.through[person] = first;
        if (kGoesOn && seen_[person] != hop) {
            seen_[person] = static_cast<std::uint8_t>(hop);
            improved_.push_back(person);
        }
    }

    const Network& network_;
    Person source_;
    Spread& into_;
    std::vector<std::uint8_t> seen_;  // the last hop that improved each person
    std::vector<Person> improved_;
};

ENTREGENT_FUSED void round_all(std::vector<double>& values) {
    for (double& value : values) {
        if (value > 0) value = rounded(value);
    }
}

}  // namespace

Spread spread(const Network& network, Person source, int hops, bool with_first) {
    Spread result;
    result.odds.assign(network.people, 0);
    if (with_first) {
        result.through.assign(network.people, kNobody);
        Wave<true>(network, source, result).run(hops);
    } else {
        Wave<false>(network, source, result).run(hops);
    }
    round_all(result.odds);
    return result;
}

}  // namespace entregent
