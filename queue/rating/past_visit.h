#pragma once

#include <queue/model/reference.h>
#include <queue/rules/ids.h>
#include <queue/schema/field.h>
#include <time/instant.h>

#include <string>

namespace starqueue::queue {

/// A visit that was served and whose customer was asked to rate it, as the journal has it: also of a day that
/// is over, under rules that were in force then. So ids stand here instead of places.
struct PastVisit
{
    TicketId ticket;
    RatingSessionId session;
    Date day{}; ///< business day on which it was served
    std::string number;
    std::string service;
    std::string counter;
    std::string clerk;
    std::string tier;   ///< its stars, as reports group them
    Instant legBegan{}; ///< of the leg that was served
    Instant finished{};
    Reference reference{};
    std::string outcome{}; ///< of its service; empty: none was recorded

    friend bool operator==(const PastVisit&, const PastVisit&) = default;
};

void describe(auto& a, Of<PastVisit> auto& visit)
{
    a.field(toAll("session"), visit.session);
    a.field(toAll("ticket"), visit.ticket);
    a.field(toAll("number"), visit.number);
    a.field(toAll("date"), visit.day);
    a.field(toAll("service"), visit.service);
    a.field(toAll("counter"), visit.counter);
    a.field("clerk", visit.clerk);
    a.field("tier", visit.tier);
    a.field("legBeganAt", visit.legBegan);
    a.field(toAll("finishedAt"), visit.finished);
    a.fieldOr(toAll("reference"), visit.reference, {});
    a.fieldOr(toAll("outcome"), visit.outcome, {});
}

} // namespace starqueue::queue
