#include "search.hpp"

#include <algorithm>
#include <cstdint>
#include <limits>
#include <vector>

#include "ahead.hpp"

namespace entregent {
namespace {

// Walks from one end of the chains towards people who have a tie with the other end.
class Walk {
public:
    Walk(const Network& network, const Query& query, Scratch& scratch, Best& best)
        : network_(network), query_(query), scratch_(scratch), best_(best), marks_(scratch.marks) {
        set_direction();
        fill_ends();
    }

    void run() {
        one_tie();
        two_ties();
        if (query_.hops >= 3) three_ties();
        if (query_.hops >= 4) four_ties();
    }

private:
    static constexpr std::size_t kPlaces = 16;  // fetched at a time

    // --- direction: a search for one person may start from either of the two.

    void set_direction() {
        backwards_ = query_.targets.size() == 1 && query_.hops >= 3 && !best_.keeps_each() &&
                     query_.closed.empty() && cheaper_backwards();
        on_ = backwards_ ? &network_.into() : &network_.out;
        back_ = backwards_ ? &network_.out : &network_.into();
        start_ = backwards_ ? query_.targets[0] : query_.source;
    }

    bool cheaper_backwards() const {
        const Row near = network_.out.row(query_.source);
        const Row far = network_.into().row(query_.targets[0]);
        fetch_places(network_.out, near, 0);
        fetch_places(network_.into(), far, 0);
        const bool far_first = far.size() < near.size();
        const std::size_t sum = cost(far_first ? network_.into() : network_.out,
                                     far_first ? far : near, far_first ? near : far,
                                     std::numeric_limits<std::size_t>::max());
        const std::size_t other = cost(far_first ? network_.out : network_.into(),
                                       far_first ? near : far, far_first ? far : near, sum);
        return far_first ? sum < other : other < sum;
    }

    static void fetch_places(const Table& table, const Row& row, std::size_t from) {
        for (std::size_t i = from; i < std::min(row.size(), from + kPlaces); ++i) {
            table.prefetch_place(row.first[i].to);
        }
    }

    // Ties to look at when one walks from `row` and meets `other`; stops counting at `enough`.
    static std::size_t cost(const Table& table, const Row& row, const Row& other,
                            std::size_t enough) {
        constexpr std::size_t kMeeting = 4;  // what it takes to enter one tie in the table
        std::size_t sum = kMeeting * other.size();
        for (std::size_t i = 0; i < row.size() && sum < enough; ++i) {
            if (i % kPlaces == 0) fetch_places(table, row, i + kPlaces);
            sum += table.row(row.first[i].to).size();
        }
        return sum;
    }

    void fill_ends() {
        single_[0] = query_.source;
        const Person* const ends = backwards_ ? single_ : query_.targets.data();
        const std::size_t count = backwards_ ? 1 : query_.targets.size();
        for (std::size_t i = 0; i < count; ++i) back_->prefetch_place(ends[i]);
        std::size_t ties = 0;
        for (std::size_t i = 0; i < count; ++i) ties += back_->row(ends[i]).size();
        scratch_.ends.reset(ties, network_.people);
        const auto person = [&](std::size_t i) { return ends[i]; };
        each_row(network_, *back_, count, person, [&](std::size_t i) {
            for (const Tie& tie : back_->row(ends[i])) {
                if (!marks_.has(tie.to, Marks::kAvoid)) {
                    scratch_.ends.add(tie.to, ends[i], tie.strength);
                }
            }
            return true;
        });
    }

    // --- one function a length; each finds the chains of exactly that many ties.

    void one_tie() {
        const Meeting::Place* const place = scratch_.ends.find(start_);
        if (place == nullptr) return;
        scratch_.ends.each_half(*place, [&](const Half& half) {
            const Person people[] = {start_, half.end};
            const float ties[] = {half.tie};
            add(people, ties, 1);
        });
    }

    void two_ties() {
        if (query_.hops < 2) return;
        const Meeting& ends = scratch_.ends;
        const Row row = on_->row(start_);
        const auto next = [&](const Tie* tie) {
            return ends.next_held(tie, row.last, least(best_.floor(), ends.best()));
        };
        for (const Tie* tie = next(row.first); tie != row.last; tie = next(tie + 1)) {
            const Person x = tie->to;
            const Meeting::Place* const place = ends.find(x);
            if (place == nullptr) continue;
            const double passed = tie->strength * willingness(x);
            ends.each_half(*place, [&](const Half& half) {
                if (passed * half.odds < floor(x)) return;
                const Person people[] = {start_, x, half.end};
                const float ties[] = {tie->strength, half.tie};
                add(people, ties, 2);
            });
        }
    }

    void three_ties() {
        each_first_tie([&](const Tie& first) { three_ties_by(first); });
    }

    // Calls `visit` with each tie of the start that may still be of any use.
    template <typename Visit>
    void each_first_tie(Visit visit) {
        const Row row = on_->row(start_);
        const auto person = [&](std::size_t i) { return row.first[i].to; };
        each_row(network_, *on_, row.size(), person, [&](std::size_t i) {
            const Tie& tie = row.first[i];
            if (tie.strength * scratch_.ends.best() < best_.floor()) return false;
            if (!marks_.has(tie.to, Marks::kAvoid)) visit(tie);
            return true;
        });
    }

    void three_ties_by(const Tie& first) {
        const Meeting& ends = scratch_.ends;
        const Person x = first.to;
        const double passed = first.strength * willingness(x);
        if (no_use(passed * ends.best(), x)) return;
        const Row row = on_->row(x);
        const auto next = [&](const Tie* tie) {
            return ends.next_held(tie, row.last, least(floor(x), passed * ends.best()));
        };
        for (const Tie* tie = next(row.first); tie != row.last; tie = next(tie + 1)) {
            const Person y = tie->to;
            const Meeting::Place* const place = ends.find(y);
            if (place == nullptr || !may_be_between(y)) continue;
            const double reached = passed * tie->strength;
            if (no_use(reached * place->best, x)) continue;
            const double on = reached * willingness(y);
            ends.each_half(*place, [&](const Half& half) {
                if (half.end == x || on * half.odds < floor(x)) return;
                const Person people[] = {start_, x, y, half.end};
                const float ties[] = {first.strength, tie->strength, half.tie};
                add(people, ties, 3);
            });
        }
    }

    void four_ties() {
        fill_middles();
        const Meeting& ends = scratch_.ends;
        std::vector<Person>& doors = scratch_.doors;
        doors.clear();
        ends.each_place([&](const Meeting::Place& place) {
            if (may_be_between(place.person)) doors.push_back(place.person);
        });
        const auto person = [&](std::size_t i) { return doors[i]; };
        each_row(network_, *back_, doors.size(), person, [&](std::size_t i) {
            four_ties_by(*ends.find(doors[i]));
            return true;
        });
    }

    // Enters everybody two ties away from the start, as far as they can be of any use.
    void fill_middles() {
        const double end = scratch_.ends.best();
        std::vector<Scratch::Step>& steps = scratch_.steps;
        steps.clear();
        each_first_tie([&](const Tie& first) {
            const double passed = first.strength * willingness(first.to);
            if (no_use(passed * end, first.to)) return;
            const float enough = least(floor(first.to), passed * end);
            for (const Tie& tie : on_->row(first.to)) {
                if (tie.strength < enough) break;
                if (!may_be_between(tie.to)) continue;
                const double odds = passed * tie.strength;
                steps.push_back({tie.to, first.to, first.strength, tie.strength, odds});
            }
        });
        scratch_.middles.reset(steps.size(), network_.people);
        for (const Scratch::Step& step : steps) {
            scratch_.middles.add(step.at, step.first, step.tie, step.first_tie, step.odds);
        }
    }

    // Chains of four ties whose last person before the end is at `door`.
    void four_ties_by(const Meeting::Place& door) {
        const Meeting& middles = scratch_.middles;
        const double passed = willingness(door.person);
        const double most = passed * door.best * middles.best();
        const Row row = back_->row(door.person);
        const auto next = [&](const Tie* tie) {
            return middles.next_held(tie, row.last, least(best_.floor(), most));
        };
        for (const Tie* tie = next(row.first); tie != row.last; tie = next(tie + 1)) {
            const Meeting::Place* const middle = middles.find(tie->to);
            if (middle == nullptr) continue;
            const double reached = passed * tie->strength;
            if (reached * door.best * middle->best < best_.floor()) continue;
            join(*middle, *tie, door, reached * willingness(tie->to));
        }
    }

    void join(const Meeting::Place& middle, const Tie& tie, const Meeting::Place& door, double odds) {
        scratch_.middles.each_half(middle, [&](const Half& near) {
            const Person x = near.end;
            const double passed = near.odds * odds;
            if (x == door.person || no_use(passed * door.best, x)) return;
            scratch_.ends.each_half(door, [&](const Half& far) {
                if (far.end == x || far.end == middle.person) return;
                if (passed * far.odds < floor(x)) return;
                const Person people[] = {start_, x, middle.person, door.person, far.end};
                const float ties[] = {near.first, near.tie, tie.strength, far.tie};
                add(people, ties, 4);
            });
        });
    }

    // --- what all lengths share.

    double willingness(Person person) const { return network_.willingness[person]; }

    double floor(Person first) const { return best_.keeps_each() ? best_.floor(first) : best_.floor(); }

    bool no_use(double most, Person first) const {
        return most < floor(first) || (!backwards_ && best_.closed_to(most, first));
    }

    bool may_be_between(Person person) const {
        return person != start_ && !marks_.has(person, Marks::kAvoid | Marks::kClosed);
    }

    void add(const Person* people, const float* ties, std::uint32_t hops) {
        Chain chain;
        chain.length = hops + 1;
        double strength = 1, willing = 1;
        for (std::uint32_t i = 0; i <= hops; ++i) {
            chain.people[i] = people[backwards_ ? hops - i : i];
            if (i > 0) strength *= ties[backwards_ ? hops - i : i - 1];
            if (i > 0 && i < hops) willing *= willingness(chain.people[i]);
        }
        chain.units = billionths(strength * willing);
        best_.add(chain);
    }

    const Network& network_;
    const Query& query_;
    Scratch& scratch_;
    Best& best_;
    const Marks& marks_;
    bool backwards_ = false;
    const Table* on_ = nullptr;    // ties as the walk goes
    const Table* back_ = nullptr;  // ties that lead to where it goes
    Person start_ = 0;
    Person single_[1] = {0};
};

void leave_out(std::vector<Person>& people, Person person) {
    people.erase(std::remove(people.begin(), people.end(), person), people.end());
}

void only_aims(Query& query, const Marks& marks) {
    std::vector<Person>& aims = query.targets;
    std::sort(aims.begin(), aims.end());
    aims.erase(std::unique(aims.begin(), aims.end()), aims.end());
    aims.erase(std::remove_if(aims.begin(), aims.end(),
                              [&](Person aim) {
                                  return aim == query.source || marks.has(aim, Marks::kAvoid);
                              }),
               aims.end());
}

}  // namespace

std::vector<Chain> search(const Network& network, Query query, Scratch& scratch) {
    leave_out(query.avoid, query.source);
    leave_out(query.closed, query.source);
    scratch.marks.clear();
    scratch.marks.set(query.avoid, Marks::kAvoid);
    scratch.marks.set(query.closed, Marks::kClosed);
    only_aims(query, scratch.marks);
    if (query.targets.empty()) return {};
    Best best(query.best, query.each);
    Walk(network, query, scratch, best).run();
    if (query.hops > 4) {
        scratch.marks.set(query.targets, Marks::kTarget);
        search_deep(network, query, scratch.marks, best);
    }
    return best.sorted();
}

}  // namespace entregent
