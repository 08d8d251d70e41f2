// From columns of ties to rows, and from rows to other rows.
#pragma once

#include <cstdint>
#include <memory>
#include <stdexcept>
#include <vector>

#include "ties.hpp"

namespace entregent {

// What the caller gave cannot be used; the message says what and where.
class Refused : public std::invalid_argument {
    using std::invalid_argument::invalid_argument;
};

struct Columns {
    std::vector<std::int64_t> a;
    std::vector<std::int64_t> b;
    std::vector<float> strength;
    std::vector<float> strength_back;  // empty: the same as `strength`
};

// Rows in memory of their own.
class OwnBytes : public Bytes {
public:
    std::vector<std::uint32_t> out_offsets, into_offsets;
    std::vector<Tie> out, into;
};

void check_people(std::int64_t people);
void check_odds(const char* name, const std::vector<float>& values);
void check_ties(const Columns& columns, std::size_t people);

std::shared_ptr<Network> build(std::size_t people, const Columns& columns,
                               std::vector<float> willingness);

// All that `person` is tied to from now on; `back` as in Columns.
void replace_ties(Network& network, Person person, const Columns& columns);

// The same network with rows of its own again, without replacements.
std::shared_ptr<Network> rebuilt(const Network& network);

}  // namespace entregent
