#pragma once

#include <db/journal/journal_head.h>

#include <tl/expected.hpp>

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace starqueue::cli {

/// The result of a successful check.
struct Verification
{
    std::uint64_t events = 0; ///< seq is 1 to this, without gaps
    std::size_t tickets = 0;  ///< in the state after replay
    std::string head{};       ///< what to keep of it elsewhere: "SEQ:HASH"
    /// Databases from before page checksums: only what is read of them was checked.
    std::vector<std::string> withoutChecksums{};
    std::size_t withoutKey = 0; ///< customers' records: nobody knows whose they are
};

/// Checks a copy of the hall's database in `dir`, so that a running service isn't disturbed, and the files of
/// its customers: every page's checksum, page integrity, seq without gaps, instants that never decrease,
/// replay of the last day, and that it holds what it held when `kept` was its head. The error is the first
/// fault.
[[nodiscard]] tl::expected<Verification, std::string> verify(const std::filesystem::path& dir,
                                                             const std::optional<db::JournalHead>& kept = {});

/// What is wrong with the reasons for priority in the keys of the hall in `dir`; empty: nothing.
[[nodiscard]] std::string reasonFileFault(const std::filesystem::path& dir);

} // namespace starqueue::cli
