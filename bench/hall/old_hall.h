#pragma once

#include <filesystem>

namespace starqueue::bench {

/// Writes days of tickets into the journal of a new hall in `dir`, the last of them yesterday: each ticket is
/// issued, called, served and finished, by the rules of its hall.toml. Throws std::runtime_error.
void growOld(const std::filesystem::path& dir, int days, int ticketsADay);

} // namespace starqueue::bench
