#pragma once

#include <cli/data/recorded_source.h>

#include <queue/simulation/recorded_counters.h>

#include <tl/expected.hpp>

#include <filesystem>
#include <string>
#include <vector>

namespace starqueue::cli {

/// Where a hall's [[plan]] is read for recorded days.
struct PlanSource
{
    bool isAsked = false;
    std::string file; ///< a hall.toml; empty: that of the recorded hall's directory

    [[nodiscard]] bool isGiven() const { return isAsked || !file.empty(); }
};

/// The plan of each of `days` by its kind in the hall's calendar. The error says that the file can't be read,
/// or that it has no [[plan]].
[[nodiscard]] tl::expected<std::vector<queue::PlanOfDay>, std::string>
plansOf(const std::vector<queue::RecordedDay>& days, const PlanSource& plan, const RecordedSource& source);

} // namespace starqueue::cli
