// From one person to everybody.
#pragma once

#include "ties.hpp"

namespace entregent {

constexpr Person kNobody = 0xffffffff;

// Writes the odds of the best chain to each person, 0 where there is none, and the first person of
// that chain unless `through` is null: of equally good ones the smallest, kNobody without a chain.
void spread(const Network& network, Person source, int hops, double* odds, Person* through);

}  // namespace entregent
