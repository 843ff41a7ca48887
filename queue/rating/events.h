#pragma once

#include <queue/model/device.h>
#include <queue/model/rating_session.h>
#include <queue/rating/past_visit.h>
#include <queue/rules/ids.h>
#include <queue/rules/opening.h>
#include <queue/schema/event_fields.h>
#include <queue/schema/format.h>

#include <string>
#include <vector>

namespace starqueue::queue {

/// Writes a session's ticket and counter, for API clients.
void describeSession(auto& a, RatingSessionId id)
{
    const RatingSession* const session = a.find(id);
    a.known("ticket", session, &RatingSession::ticket);
    a.number("number", session ? session->ticket : TicketId{});
    a.known(toAll("counter"), session, &RatingSession::counter);
}

/// A customer was invited to rate a finished service.
struct RatingInvited
{
    static constexpr std::string_view kName = "rating_invited";
    static constexpr Audiences kSeenBy = kDeviceAudiences;

    RatingSession session;
};

void describe(auto& a, Of<RatingInvited> auto& e)
{
    describe(a, e.session);
}

/// The panel accepts a press for the session.
struct RatingArmed
{
    static constexpr std::string_view kName = "rating_armed";
    static constexpr Audiences kSeenBy = kDeviceAudiences;

    RatingSessionId session;
};

void describe(auto& a, Of<RatingArmed> auto& e)
{
    a.field(toAll("session"), e.session);
    describeSession(a, e.session);
}

/// The panel couldn't be armed for the session.
struct RatingFailed
{
    static constexpr std::string_view kName = "rating_failed";
    static constexpr Audiences kSeenBy = kDeviceAudiences;

    RatingSessionId session;
    std::string reason;
};

void describe(auto& a, Of<RatingFailed> auto& e)
{
    a.field(toAll("session"), e.session);
    describeSession(a, e.session);
    a.field(toAll("reason"), e.reason);
}

/// A customer rated a service.
struct TicketRated
{
    static constexpr std::string_view kName = "ticket_rated";
    static constexpr Audiences kSeenBy = kDeviceAudiences;

    RatingSessionId session;
    TicketId ticket;
    CounterIx counter;
    int score;
    PressId press;
};

void describe(auto& a, Of<TicketRated> auto& e)
{
    a.field(toAll("session"), e.session);
    a.field(toAll("ticket"), e.ticket);
    a.number("number", e.ticket);
    a.field(toAll("counter"), e.counter);
    a.field(toStaffAndBridge("score"), e.score);
    a.field("press", e.press);
}

/// A customer rated a visit from the phone, when its panel had been left unpressed.
struct TicketRatedLate
{
    static constexpr std::string_view kName = "ticket_rated_late";
    static constexpr int kSince = 3;
    static constexpr Audiences kSeenBy = kStaff;

    PastVisit visit;
    int score;
};

void describe(auto& a, Of<TicketRatedLate> auto& e)
{
    describe(a, e.visit);
    a.field(toAll("score"), e.score);
}

/// A customer said from the phone why a visit was rated as it was, at the panel or there.
struct RatingExplained
{
    static constexpr std::string_view kName = "rating_explained";
    static constexpr int kSince = kSinceRatingReasons;
    static constexpr Audiences kSeenBy = kStaff;

    PastVisit visit;
    int score;
    std::vector<std::string> reasons; ///< ids of the day on which they were given
};

void describe(auto& a, Of<RatingExplained> auto& e)
{
    describe(a, e.visit);
    a.field(toAll("score"), e.score);
    a.field(toAll("reasons"), e.reasons);
}

/// The rating window ended without a press.
struct RatingExpired
{
    static constexpr std::string_view kName = "rating_expired";
    static constexpr Audiences kSeenBy = kDeviceAudiences;

    RatingSessionId session;
    CounterIx counter;
};

void describe(auto& a, Of<RatingExpired> auto& e)
{
    a.field(toAll("session"), e.session);
    a.field(toAll("counter"), e.counter);
}

/// A bad rating, at the panel or from the phone: somebody left dissatisfied and can still be won back.
struct CaseOpened
{
    static constexpr std::string_view kName = "case_opened";
    static constexpr Audiences kSeenBy = kStaff;

    RatingSessionId session;
    TicketId ticket;
    std::string number;
    // Of a rating from the phone alone: the day doesn't know the visit any more.
    std::string service{};
    std::string counter{};
    Date day{};
    Instant finished{};
    CaseDates due{}; ///< since kSinceCaseDates
};

void describe(auto& a, Of<CaseOpened> auto& e)
{
    a.extra(toAll("case"), e.session);
    a.field("session", e.session);
    a.field(toAll("ticket"), e.ticket);
    a.fieldOr(toAll("number"), e.number, {});
    a.fieldOr(toAll("service"), e.service, {});
    a.fieldOr(toAll("counter"), e.counter, {});
    a.fieldOr(toAll("date"), e.day, {});
    a.fieldOr(toAll("finishedAt"), e.finished, {});
    a.fieldOr(toAll("contactDueOn"), e.due.contactOn, {});
    a.fieldOr(toAll("mendedDueOn"), e.due.closeOn, {});
    a.fieldOr(toAll("dueIsProvisional"), e.due.isProvisional, false);
}

} // namespace starqueue::queue
