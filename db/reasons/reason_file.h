#pragma once

#include <queue/rules/ids.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace starqueue::db {

/// The reason of a line of the journal that grants a statutory priority.
struct VisitReason
{
    std::uint64_t seq = 0;
    queue::TicketId ticket;
    std::string group; ///< its id

    friend bool operator==(const VisitReason&, const VisitReason&) = default;
};

/// The reasons that a hall holds, as its file has them.
struct ReasonFile
{
    std::string life; ///< of the journal whose lines they are of
    std::vector<VisitReason> reasons;
};

[[nodiscard]] std::string textOf(const ReasonFile& file);
/// Empty: it isn't what textOf() made.
[[nodiscard]] std::optional<ReasonFile> reasonFileIn(std::string_view text);

} // namespace starqueue::db
