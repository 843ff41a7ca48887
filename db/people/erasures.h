#pragma once

#include <db/sqlite/storage_error.h>

#include <queue/model/ticket.h>

#include <tl/expected.hpp>

#include <filesystem>
#include <span>
#include <vector>

namespace starqueue::db {

/// The references of those who were erased from the customers' records in `dir`, in their order, beside a
/// running service. None where there are no records.
[[nodiscard]] tl::expected<std::vector<queue::Bits128>, StorageError>
erasedIn(const std::filesystem::path& dir);

/// Erases these, too, in records that nobody has open: whichever keys are brought to them, nobody of these is
/// known again. Does nothing where there are no records.
[[nodiscard]] tl::expected<void, StorageError> eraseIn(const std::filesystem::path& dir,
                                                       std::span<const queue::Bits128> refs);

} // namespace starqueue::db
