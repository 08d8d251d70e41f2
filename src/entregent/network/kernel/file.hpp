// A network in one file: mapped, checked, and refused when damaged or foreign.
//
// 64 bytes of header, then sections that each start at a multiple of 64 bytes, filled with zeros:
//   willingness  float32[people]
//   offsets      uint32[people + 1]
//   ties         {int32 person, float32 strength}[ties], each row from the strongest tie
// and once more offsets and ties, of who leads here, if they are not the same both ways.
#pragma once

#include <memory>
#include <stdexcept>
#include <string>

#include "ties.hpp"

namespace entregent {

// The file is no such file, or not whole; the message follows its name.
class Damaged : public std::invalid_argument {
    using std::invalid_argument::invalid_argument;
};

// Writes beside `path` first, so that a file of that name is always whole.
void save(const Network& network, const std::string& path);

std::shared_ptr<Network> open(const std::string& path);

}  // namespace entregent
