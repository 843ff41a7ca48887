#pragma once

#include <formats/words.h>
#include <queue/model/ticket.h>
#include <queue/rating/past_visit.h>
#include <queue/rules/opening.h>
#include <time/wall_time.h>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace starqueue::db {

/// Where a rating was given.
enum class RatingSource : std::uint8_t { Panel, Phone };
consteval auto spelling(RatingSource)
{
    return formats::spelled<RatingSource>({{RatingSource::Panel, "panel"}, {RatingSource::Phone, "phone"}});
}

/// A visit that was served, as the journal has it: nothing of the person.
struct ServedVisit
{
    queue::PastVisit past; ///< without a session: nobody asked for a rating
    queue::Bits128 secret{};
    queue::Language language = queue::Language::Zh;
    std::uint64_t seq = 0; ///< of the event that ended it
    time::WallTime issued{};
    time::WallTime called{};
    time::WallTime started{};
    time::WallTime finished{};
    bool hadPriority = false; ///< a statutory one
    std::string skipRating{}; ///< why nobody asked; empty: no reason is known
    int score = 0;            ///< 1 to 5; 0: not rated
    std::optional<RatingSource> source{};
    time::WallTime rated{};
    std::vector<std::string> reasons{}; ///< of that score; empty: none were given
    queue::CaseDates due{}; ///< of the case that its rating opened; no dates: none, or without deadlines
};

} // namespace starqueue::db
