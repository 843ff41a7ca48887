#pragma once

#include <db/restore/left_hall.h>
#include <time/wall_time.h>

#include <tl/expected.hpp>

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace starqueue::cli {

/// From what a hall is restored.
struct RestoreSource
{
    std::filesystem::path backup; ///< a backup, a set of `backup --follow`, or a hall that doesn't start
    std::filesystem::path keys{}; ///< of `backup --keys`; empty: none
    std::optional<time::WallTime> until{};
    std::optional<time::WallTime> at{}; ///< what time it is; empty: what this machine's clock says
    bool acceptsLoss = false;           ///< of customers, where it is a hall
};

/// A hall that was restored and not started yet.
struct RestoredHall
{
    std::uint64_t seq = 0;            ///< of the last event that was kept
    time::WallTime last{};            ///< when that was
    std::vector<std::string> waiting; ///< numbers of those whom the usher should ask, in the order of issue
    std::vector<std::string> next;    ///< the first number that each service gives
    bool isNoted = true; ///< another hall made of the same backup would go on behind this one's numbers
    bool hasKeys = false;
    std::size_t withoutKey = 0; ///< customers of the backup whom its keys don't know: dropped
    std::uint64_t lost = 0;     ///< answered lines of the journal that aren't kept, of a hall
    db::Missed missed{};        ///< what else of a hall isn't kept
};

/// Makes the hall of `source` in `target`, a new directory: verified, in another life, with numbers beyond
/// those that may have been given until `now`. Written as "TARGET.unfinished" and renamed: killed at any
/// moment it leaves nothing or a whole hall.
[[nodiscard]] tl::expected<RestoredHall, std::string>
restore(const RestoreSource& source, const std::filesystem::path& target, time::WallTime now);

} // namespace starqueue::cli
