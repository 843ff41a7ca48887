#pragma once

#include <db/sqlite/storage_error.h>

#include <tl/expected.hpp>

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>

namespace starqueue::db {

/// Whether `dir` is a hall itself, and neither a backup nor a set of `backup --follow`.
[[nodiscard]] bool isHallItself(const std::filesystem::path& dir);

/// What isn't copied of a hall.
struct Missed
{
    std::uint64_t answered = 0; ///< lines of the journal that were answered, as its anchor says; 0: unknown
    std::string customers;      ///< what is lost of them, as whoever opens the hall is told; empty: nothing
    std::size_t withoutKey = 0; ///< records that were dropped therefore
};

/// Whether a hall goes on with the customers that are there, although some are lost.
enum class CustomerLoss : std::uint8_t { Refused, Accepted };

/// Copies what is left of the hall in `dir`, which no service may be running in, into the directory `to`: its
/// databases as far as they can be read, settings, keys, tokens and users' first passwords. What a damaged
/// write-ahead log has after the damage is left out. The error: also a loss among the customers that isn't
/// accepted.
[[nodiscard]] tl::expected<Missed, StorageError>
copyLeftHall(const std::filesystem::path& dir, const std::filesystem::path& to, CustomerLoss loss);

} // namespace starqueue::db
