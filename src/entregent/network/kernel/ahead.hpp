// Reading rows without waiting for memory, and no further than is of use.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>

#include "machine.hpp"
#include "ties.hpp"

namespace entregent {

// Calls `visit(i)` for each of `size` people, with their rows, and how willing they are, fetched
// from memory beforehand; `visit` returns whether to go on.
template <typename At, typename Visit>
void each_row(const Network& network, const Table& table, std::size_t size, At person,
              Visit visit) {
    constexpr std::size_t kPlacesAhead = 24, kRowsAhead = 12;  // what memory can fetch at a time
    const auto fetch_place = [&](std::size_t i) {
        table.prefetch_place(person(i));
        ENTREGENT_FETCH(&network.willingness[person(i)]);
    };
    for (std::size_t i = 0; i < std::min(size, kPlacesAhead); ++i) fetch_place(i);
    for (std::size_t i = 0; i < std::min(size, kRowsAhead); ++i) table.prefetch_row(person(i));
    for (std::size_t i = 0; i < size; ++i) {
        if (i + kPlacesAhead < size) fetch_place(i + kPlacesAhead);
        if (i + kRowsAhead < size) table.prefetch_row(person(i + kRowsAhead));
        if (!visit(i)) return;
    }
}

// A tie weaker than this brings `odds` below `floor`, whatever follows. Rounding to single
// precision must not leave out a tie that is just good enough, hence the step down.
inline float least(double floor, double odds) {
    const double exact = floor / odds;
    const auto near = static_cast<float>(exact);
    return near > exact ? std::nextafter(near, 0.0F) : near;
}

}  // namespace entregent
