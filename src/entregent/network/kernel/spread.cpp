#include "spread.hpp"

#include <algorithm>
#include <cstdint>
#include <limits>
#include <vector>

#include "best.hpp"
#include "machine.hpp"

namespace entregent {
namespace {

struct Reached {
    Person person;
    double odds;
};

constexpr std::size_t kAhead = 8;

class Wave {
public:
    Wave(const Network& network, Person source, double* odds)
        : network_(network), source_(source), odds_(odds), seen_(network.people, 0) {}

    void run(int hops) {
        odds_[source_] = std::numeric_limits<double>::infinity();  // nothing leads back
        std::vector<Reached> reached{{source_, 1}};
        for (int hop = 1; hop <= hops && !reached.empty(); ++hop) {
            reached = hop < hops ? step<true>(reached, hop) : step<false>(reached, hop);
        }
        odds_[source_] = 0;
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
                if (tie + kAhead < row.last) ENTREGENT_FETCH(&odds_[tie[kAhead].to]);
                relax<kGoesOn>(tie->to, passed * tie->strength, hop);
            }
        }
        std::vector<Reached> next;
        next.reserve(improved_.size());
        for (const Person person : improved_) next.push_back({person, odds_[person]});
        return next;
    }

    template <bool kGoesOn>
    void relax(Person person, double odds, int hop) {
        double& best = odds_[person];
        if (!kGoesOn) {
            best = std::max(best, odds);  // without a branch, which nothing could foresee
            return;
        }
        if (odds <= best) return;
        best = odds;
        if (seen_[person] != hop) {
            seen_[person] = static_cast<std::uint8_t>(hop);
            improved_.push_back(person);
        }
    }

    const Network& network_;
    Person source_;
    double* odds_;
    std::vector<std::uint8_t> seen_;  // the last hop that improved each person
    std::vector<Person> improved_;
};

ENTREGENT_FUSED void round_all(double* values, std::size_t count) {
    for (std::size_t i = 0; i < count; ++i) {
        if (values[i] > 0) values[i] = rounded(values[i]);
    }
}

}  // namespace

void spread(const Network& network, Person source, int hops, double* odds) {
    std::fill(odds, odds + network.people, 0.0);
    Wave(network, source, odds).run(hops);
    round_all(odds, network.people);
}

}  // namespace entregent
