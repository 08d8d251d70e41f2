// From one person to everybody.
#pragma once

#include "ties.hpp"

namespace entregent {

// Writes the odds of the best chain to each person, 0 where there is none.
void spread(const Network& network, Person source, int hops, double* odds);

}  // namespace entregent
