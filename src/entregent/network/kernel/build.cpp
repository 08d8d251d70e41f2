#include "build.hpp"

#include <algorithm>
#include <iomanip>
#include <limits>
#include <sstream>
#include <string>
#include <tuple>
#include <unordered_map>
#include <unordered_set>
#include <utility>

namespace entregent {
namespace {

constexpr std::uint64_t kMostTies = std::numeric_limits<std::uint32_t>::max();

template <typename... Parts>
std::string text(const Parts&... parts) {
    std::ostringstream out;
    out << std::setprecision(9);
    (out << ... << parts);
    return out.str();
}

[[noreturn]] void refuse_tie(std::int64_t one, std::int64_t other, const std::string& why) {
    throw Refused(text("the tie ", one, ", ", other, " ", why));
}

void check_tie(std::int64_t one, std::int64_t other, std::size_t people) {
    const auto count = static_cast<std::int64_t>(people);
    if (one < 0 || one >= count || other < 0 || other >= count) {
        refuse_tie(one, other, text("names somebody who is not among ", people, " people"));
    }
    if (one == other) throw Refused(text(one, " is tied with themself"));
}

[[noreturn]] void refuse_first_twice(const Columns& columns) {
    std::unordered_set<std::uint64_t> seen;
    for (std::size_t i = 0; i < columns.a.size(); ++i) {
        const auto [low, high] = std::minmax(columns.a[i], columns.b[i]);
        const std::uint64_t key = static_cast<std::uint64_t>(low) << 32 | static_cast<std::uint64_t>(high);
        if (!seen.insert(key).second) refuse_tie(columns.a[i], columns.b[i], "is given twice");
    }
    throw Refused("a tie is given twice");
}

using Offsets = std::vector<std::uint32_t>;

Offsets count_rows(std::size_t people, const Columns& columns) {
    Offsets offsets(people + 1, 0);
    for (std::size_t i = 0; i < columns.a.size(); ++i) {
        ++offsets[static_cast<std::size_t>(columns.a[i]) + 1];
        ++offsets[static_cast<std::size_t>(columns.b[i]) + 1];
    }
    for (std::size_t i = 1; i <= people; ++i) offsets[i] += offsets[i - 1];
    return offsets;
}

// Each tie stands in the row of `a` with `there` and in the row of `b` with `here`.
std::vector<Tie> fill_rows(const Offsets& offsets, const Columns& columns,
                           const std::vector<float>& there, const std::vector<float>& here) {
    std::vector<Tie> ties(offsets.back());
    Offsets next(offsets.begin(), offsets.end() - 1);
    for (std::size_t i = 0; i < columns.a.size(); ++i) {
        const auto a = static_cast<Person>(columns.a[i]), b = static_cast<Person>(columns.b[i]);
        ties[next[a]++] = {b, there[i]};
        ties[next[b]++] = {a, here[i]};
    }
    return ties;
}

bool any_twice(const Offsets& offsets, const std::vector<Tie>& ties) {
    const std::size_t people = offsets.size() - 1;
    std::vector<Person> last(people, std::numeric_limits<Person>::max());
    for (std::size_t person = 0; person < people; ++person) {
        for (std::uint32_t i = offsets[person]; i < offsets[person + 1]; ++i) {
            Person& seen = last[ties[i].to];
            if (seen == person) return true;
            seen = static_cast<Person>(person);
        }
    }
    return false;
}

void sort_rows(const Offsets& offsets, std::vector<Tie>& ties) {
    for (std::size_t i = 0; i + 1 < offsets.size(); ++i) {
        std::sort(ties.begin() + offsets[i], ties.begin() + offsets[i + 1], stronger);
    }
}

std::shared_ptr<Network> over(std::size_t people, std::shared_ptr<OwnBytes> own, bool symmetric,
                              std::vector<float> willingness) {
    auto network = std::make_shared<Network>();
    network->people = people;
    network->symmetric = symmetric;
    network->out = Table(own->out_offsets.data(), own->out.data(), people);
    if (!symmetric) {
        network->backwards = Table(own->into_offsets.data(), own->into.data(), people);
    }
    network->willingness = std::move(willingness);
    network->bytes = std::move(own);
    return network;
}

std::pair<Offsets, std::vector<Tie>> flattened(const Table& table, std::size_t people) {
    Offsets offsets(people + 1, 0);
    std::vector<Tie> ties;
    for (std::size_t i = 0; i < people; ++i) {
        const Row row = table.row(static_cast<Person>(i));
        if (ties.size() + row.size() > kMostTies) throw Refused("there are too many ties");
        ties.insert(ties.end(), row.begin(), row.end());
        offsets[i + 1] = static_cast<std::uint32_t>(ties.size());
    }
    return {std::move(offsets), std::move(ties)};
}

void set_in_row(Table& table, Person of, Person to, const float* strength) {
    const Row row = table.row(of);
    std::vector<Tie> ties;
    ties.reserve(row.size() + 1);
    std::copy_if(row.begin(), row.end(), std::back_inserter(ties),
                 [to](const Tie& tie) { return tie.to != to; });
    if (strength != nullptr) {
        const Tie tie{to, *strength};
        ties.insert(std::upper_bound(ties.begin(), ties.end(), tie, stronger), tie);
    }
    table.replace(of, std::move(ties));
}

// `there` leads from the person to others, `here` from these to the person.
void replace_row(Table& table, Person person, const std::vector<Tie>& there,
                 const std::vector<Tie>& here) {
    std::unordered_map<Person, float> wanted;
    for (const Tie& tie : here) wanted.emplace(tie.to, tie.strength);
    const Row row = table.row(person);
    const std::vector<Tie> before(row.begin(), row.end());
    for (const Tie& tie : before) {
        if (wanted.find(tie.to) == wanted.end()) set_in_row(table, tie.to, person, nullptr);
    }
    for (const auto& [other, strength] : wanted) set_in_row(table, other, person, &strength);
    std::vector<Tie> sorted = there;
    std::sort(sorted.begin(), sorted.end(), stronger);
    table.replace(person, std::move(sorted));
}

}  // namespace

void check_people(std::int64_t people) {
    if (people < 0) throw Refused(text("there cannot be ", people, " people"));
    if (static_cast<std::uint64_t>(people) > kMostPeople) {
        throw Refused(text("there cannot be ", people, " people"));
    }
}

void check_odds(const char* name, const std::vector<float>& values) {
    for (const float value : values) {
        if (!(value > 0 && value <= 1)) {
            throw Refused(text(name, " holds ", value, ", which is not in (0, 1]"));
        }
    }
}

void check_ties(const Columns& columns, std::size_t people) {
    const std::size_t ties = columns.a.size();
    const bool symmetric = columns.strength_back.empty();
    if (columns.b.size() != ties || columns.strength.size() != ties ||
        (!symmetric && columns.strength_back.size() != ties)) {
        throw Refused("the columns of ties differ in length");
    }
    if (2 * static_cast<std::uint64_t>(ties) > kMostTies) throw Refused("there are too many ties");
    check_odds("strength", columns.strength);
    check_odds("strength_back", columns.strength_back);
    for (std::size_t i = 0; i < ties; ++i) check_tie(columns.a[i], columns.b[i], people);
}

std::shared_ptr<Network> build(std::size_t people, const Columns& columns,
                               std::vector<float> willingness) {
    if (willingness.size() != people) {
        throw Refused(text("willingness holds ", willingness.size(), " numbers for ", people,
                           " people"));
    }
    check_odds("willingness", willingness);
    check_ties(columns, people);
    const bool symmetric =
        columns.strength_back.empty() || columns.strength_back == columns.strength;
    const std::vector<float>& back = symmetric ? columns.strength : columns.strength_back;
    auto own = std::make_shared<OwnBytes>();
    own->out_offsets = count_rows(people, columns);
    own->out = fill_rows(own->out_offsets, columns, columns.strength, back);
    if (any_twice(own->out_offsets, own->out)) refuse_first_twice(columns);
    sort_rows(own->out_offsets, own->out);
    if (!symmetric) {
        own->into_offsets = own->out_offsets;
        own->into = fill_rows(own->into_offsets, columns, back, columns.strength);
        sort_rows(own->into_offsets, own->into);
    }
    return over(people, std::move(own), symmetric, std::move(willingness));
}

void replace_ties(Network& network, Person person, const Columns& columns) {
    const std::unordered_set<std::int64_t> once(columns.b.begin(), columns.b.end());
    if (once.size() != columns.b.size()) refuse_first_twice(columns);
    const bool same = columns.strength_back.empty();
    const std::vector<float>& back = same ? columns.strength : columns.strength_back;
    std::vector<Tie> there, here;
    for (std::size_t i = 0; i < columns.b.size(); ++i) {
        there.push_back({static_cast<Person>(columns.b[i]), columns.strength[i]});
        here.push_back({static_cast<Person>(columns.b[i]), back[i]});
    }
    if (network.symmetric && !same && columns.strength != back) {
        network.backwards = network.out;
        network.symmetric = false;
    }
    if (network.symmetric) {
        replace_row(network.out, person, there, there);
    } else {
        replace_row(network.out, person, there, here);
        replace_row(network.backwards, person, here, there);
    }
}

std::shared_ptr<Network> rebuilt(const Network& network) {
    auto own = std::make_shared<OwnBytes>();
    std::tie(own->out_offsets, own->out) = flattened(network.out, network.people);
    if (!network.symmetric) {
        std::tie(own->into_offsets, own->into) = flattened(network.backwards, network.people);
    }
    return over(network.people, std::move(own), network.symmetric, network.willingness);
}

}  // namespace entregent
