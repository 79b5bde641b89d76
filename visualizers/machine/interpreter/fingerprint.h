// A number for a state, so that the explorer can tell whether it has been there before.
#pragma once

#include "machine/interpreter/image.h"

#include <span>

namespace il::machine {

/// Hash of everything that the given threads and values of one process can reach, and of the threads' own
/// state. Objects are numbered in the order of being reached, so where they lie on the heap doesn't matter.
/// Names that only traces show, and lines last recorded, don't count. Equal states have equal fingerprints.
std::uint64_t fingerprint(const Memory& memory, std::span<const ThreadContext* const> threads,
                          std::span<const Value> more = {});

} // namespace il::machine
