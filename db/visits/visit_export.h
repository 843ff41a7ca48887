#pragma once

#include <db/journal/journal.h>
#include <db/visits/served_visit.h>

#include <cstddef>
#include <variant>
#include <vector>

namespace starqueue::db {

/// More visits than were asked for at most.
struct TooManyVisits
{};
using VisitsOrNot = tl::expected<std::vector<ServedVisit>, std::variant<StorageError, TooManyVisits>>;

/// What a reader of the journal needs to find business days in it.
struct VisitDays
{
    Date from;
    Date to;
    Instant begin; ///< elapsed time before which no event of `from` is
};

/// The visits served on the business days [`from`, `to`), oldest first, each with the rating that it has by
/// now. Reads the journal, some 100 000 lines a second, and keeps 600 bytes a visit. Any thread.
[[nodiscard]] VisitsOrNot servedVisits(Journal& journal, const VisitDays& days, std::size_t most);

} // namespace starqueue::db
