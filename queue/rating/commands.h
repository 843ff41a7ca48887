#pragma once

#include <queue/model/device.h>
#include <queue/rating/past_visit.h>
#include <queue/rules/ids.h>
#include <queue/rules/opening.h>

#include <string>
#include <vector>

namespace starqueue::queue {

/// Reports that the panel accepts a press for the session.
struct ArmRating
{
    RatingSessionId session;
};
/// Reports that the panel can't be armed for the session.
struct FailRating
{
    RatingSessionId session;
    std::string reason;
};
/// Records a press; the same press again changes nothing.
struct RateTicket
{
    RatingSessionId session;
    TicketId ticket;
    int score;
    Press press;
};
/// Records what the customer said from the phone, once a visit, after its panel was left unpressed.
struct RateByPhone
{
    PastVisit visit;
    int score;
    bool isRated = false; ///< as far as is known of the days before
    CaseDates due{};      ///< of a case that is opened on this date, which needn't be a business day
};

/// Records why a visit was rated as it was, once.
struct ExplainRating
{
    PastVisit visit;
    int score = 0; ///< what it was rated, as far as is known; 0: not
    std::vector<std::string> reasons{};
    bool isExplained = false; ///< as far as is known of the days before
};

} // namespace starqueue::queue
