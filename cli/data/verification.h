#pragma once

#include <tl/expected.hpp>

#include <cstdint>
#include <filesystem>
#include <string>

namespace starqueue::cli {

/// What a hall's journal was found to hold.
struct Verification
{
    std::uint64_t events = 0; ///< seq 1 to this, without a gap
    std::size_t tickets = 0;  ///< in the state that the last day's events add up to
};

/// Checks a copy of the hall's database in `dir`, so that a running service isn't disturbed: its pages,
/// seq without gaps, instants that never go back, and that the last day can be replayed. The error names
/// the first thing that is wrong.
[[nodiscard]] tl::expected<Verification, std::string> verify(const std::filesystem::path& dir);

} // namespace starqueue::cli
