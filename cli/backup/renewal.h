#pragma once

#include <tl/expected.hpp>

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace starqueue::cli {

/// A database whose pages another program has written.
struct RenewedFile
{
    std::filesystem::path file;
    std::uint64_t pages = 0; ///< how many got another checksum
};

/// Gives the pages of a stopped hall's databases that another program has written (the sqlite3 shell) their
/// checksums, if all else is whole: SQLite's own check, the tables, the journal's chain and its anchor, the
/// seals and the security log, as verify() has them, of a copy whose checksums are right. Else nothing is
/// changed, and the error says what isn't whole, or who has the hall open. What none of these holds is taken
/// as it is: a page that a fault changed is then not found any more.
[[nodiscard]] tl::expected<std::vector<RenewedFile>, std::string>
renewPageSums(const std::filesystem::path& dir);

} // namespace starqueue::cli
