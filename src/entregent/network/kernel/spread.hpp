// From one person to everybody.
#pragma once

#include <vector>

#include "ties.hpp"

namespace entregent {

constexpr Person kNobody = 0xffffffff;

struct Spread {
    std::vector<double> odds;    // of the best chain to each person, 0 where there is none
    std::vector<Person> through;  // its first person; empty if not asked for
};

Spread spread(const Network& network, Person source, int hops, bool with_first);

}  // namespace entregent
