#include <algorithm>
#include <vector>

#include "search.hpp"

namespace entregent {
namespace {

// Walks depth first; what a beginning may still reach is known beforehand for every person.
class DeepWalk {
public:
    DeepWalk(const Network& network, const Query& query, const Marks& marks, Best& best)
        : network_(network), query_(query), marks_(marks), best_(best) {
        for (int left = 1; left < query.hops; ++left) add_tails();
        path_[0] = query.source;
    }

    void run() { step(0, 1, 1, 1); }

private:
    static constexpr double kNever = -1;  // no target can be reached; odds may be as small as 0

    // For one more tie left: the best odds from each person to a target, their own willingness
    // included. Such a walk may come by somebody twice, so these are bounds.
    void add_tails() {
        std::vector<double> tails(network_.people, kNever);
        const auto relax = [&](Person end, double odds) {
            for (const Tie& tie : network_.into().row(end)) {
                const double value = odds * tie.strength * network_.willingness[tie.to];
                tails[tie.to] = std::max(tails[tie.to], value);
            }
        };
        for (const Person target : query_.targets) relax(target, 1);
        if (!tails_.empty()) {
            for (Person person = 0; person < network_.people; ++person) {
                const double odds = tails_.back()[person];
                if (odds != kNever && may_be_between(person)) relax(person, odds);
            }
        }
        tails_.push_back(std::move(tails));
    }

    bool may_be_between(Person person) const {
        return person != query_.source && !marks_.has(person, Marks::kAvoid | Marks::kClosed);
    }

    bool on_path(Person person, int length) const {
        return std::find(path_, path_ + length, person) != path_ + length;
    }

    void step(int ties, double strength, double willing, double passed) {
        const int left = query_.hops - ties - 1;
        for (const Tie& tie : network_.out.row(path_[ties])) {
            const Person other = tie.to;
            const Person first = ties == 0 ? other : path_[1];
            const double reached = passed * tie.strength;
            if (reached < best_.floor()) break;
            if (reached < best_.floor(first) || on_path(other, ties + 1)) continue;
            if (marks_.has(other, Marks::kAvoid)) continue;
            path_[ties + 1] = other;
            if (ties >= 4 && marks_.has(other, Marks::kTarget)) {
                add(ties + 2, strength * tie.strength * willing);
            }
            if (left == 0 || (ties > 0 && marks_.has(other, Marks::kClosed))) continue;
            const double bound = reached * tails_[static_cast<std::size_t>(left - 1)][other];
            if (bound < best_.floor(first)) continue;
            const double own = network_.willingness[other];
            step(ties + 1, strength * tie.strength, willing * own, reached * own);
        }
    }

    void add(int length, double odds) {
        Chain chain;
        chain.length = static_cast<std::uint32_t>(length);
        std::copy(path_, path_ + length, chain.people.begin());
        chain.units = billionths(odds);
        best_.add(chain);
    }

    const Network& network_;
    const Query& query_;
    const Marks& marks_;
    Best& best_;
    std::vector<std::vector<double>> tails_;  // by the number of ties left, from one
    Person path_[kMostHops + 1] = {};
};

}  // namespace

void search_deep(const Network& network, const Query& query, const Marks& marks, Best& best) {
    DeepWalk(network, query, marks, best).run();
}

}  // namespace entregent
