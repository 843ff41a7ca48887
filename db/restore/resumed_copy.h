#pragma once

#include <db/sqlite/storage_error.h>

#include <queue/state/state.h>
#include <time/wall_time.h>

#include <tl/expected.hpp>

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

namespace starqueue::db {

/// A hall that goes on from a copy of its journal.
struct Resumed
{
    std::string life;       ///< its new one, in hexadecimal
    std::uint64_t seq = 0;  ///< the last event that was kept; 0: none
    time::WallTime last{};  ///< when that was
    queue::State state;     ///< who is in the room, as far as it is known
    std::uint64_t lost = 0; ///< lines that were answered, and aren't kept
};

/// How it goes on.
struct GoingOn
{
    time::WallTime now{};
    std::optional<time::WallTime> until{}; ///< what happened later is forgotten
    std::uint32_t earlier = 0;             ///< how many halls went on from the same journal before
    std::uint64_t answered = 0;            ///< lines that were, if it is of a hall itself; 0: unknown
};

/// Makes the journal in `dir`, a whole copy that nobody uses, go on from there: another life, and numbers and
/// ids beyond those that may have been given between its last event and `now`, and by each answered line that
/// it lacks; a command stays or goes whole. Refused: a time before the last event, which would jump beyond
/// nothing. Killed half-way the copy is to be thrown away.
[[nodiscard]] tl::expected<Resumed, StorageError> resumeCopy(const std::filesystem::path& dir,
                                                             const GoingOn& how);

} // namespace starqueue::db
