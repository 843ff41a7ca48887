#pragma once

#include <queue/events.h>
#include <queue/rules/rules.h>

#include <concepts>
#include <string>
#include <type_traits>
#include <utility>

namespace starqueue::db {

/// What `describe(archive, value)` takes: const where it is written, not where it is read.
template <class T, class Plain>
concept Of = std::same_as<std::remove_const_t<T>, Plain>;

// One description a type serves writing and reading alike. Names and units are the API's.

void describe(auto& a, Of<queue::Name> auto& name)
{
    a.field("zh", name.zh);
    a.field("en", name.en);
}

void describe(auto& a, Of<queue::Promise> auto& promise)
{
    a.field("p10", promise.p10);
    a.field("p50", promise.p50);
    a.field("p90", promise.p90);
    a.field("method", promise.method);
    a.fieldOr("seed", promise.seed, 0);
}

void describe(auto& a, Of<queue::Passed> auto& passed)
{
    a.field("ticket", passed.ticket);
    a.number("number", passed.ticket);
    a.field("waitedSeconds", passed.waited);
    a.field("bySeconds", passed.by);
    a.fieldOr("rank", passed.rank, 0);
}

/// For readers of the API; replay has clerk and reason beside it.
struct OutOfTurn
{
    const std::string& clerk;
    const std::string& reason;
};

void describe(auto& a, Of<OutOfTurn> auto& given)
{
    a.word("clerk", given.clerk);
    a.field("reason", given.reason);
}

/// `test` and `rule` are what replay reads; the flags say the same for the API.
void describe(auto& a, Of<queue::Why> auto& why)
{
    using queue::WhyRule;
    a.field("rule", why.discipline);
    a.field("test", why.rule);
    a.extra("guard", why.rule == WhyRule::Guard);
    a.extra("dedicated", why.rule == WhyRule::Dedication);
    a.extra("preferred", why.rule == WhyRule::Preference);
    a.field("help", why.help);
    a.field("headStartSeconds", why.headStart);
    a.field("ageSeconds", why.age);
    if (why.rule == WhyRule::OutOfTurn)
        a.extra("outOfTurn", OutOfTurn{why.clerk, why.reason});
    else
        a.extra("outOfTurn", queue::TicketId{});
    a.fieldOr("rank", why.rank, 0);
    a.fieldOr("clerk", why.clerk, {});
    a.fieldOr("reason", why.reason, {});
    a.field("passedCount", why.passedCount);
    a.field("passedLongestSeconds", why.passedLongest);
    a.field("boundSeconds", why.bound);
    a.field("passed", why.passed);
    a.fieldOr("passedElsewhereCount", why.elsewhereCount, 0);
    a.fieldOr("passedElsewhereLongestSeconds", why.elsewhereLongest, Millis{0});
}

/// A ticket whole: what it is, then where it stands; what is as on a new ticket is left out.
void describeWhole(auto& a, auto& ticket, auto& kiosk)
{
    a.field("ticket", ticket.id);
    a.ownNumber(ticket);
    a.field("service", ticket.service);
    a.field("numberedIn", ticket.numberedIn);
    a.word("kiosk", kiosk);
    a.field("print", ticket.printJob);
    a.field("stars", ticket.stars);
    a.field("keyContact", ticket.keyContact);
    a.field("tier", ticket.tier);
    a.field("statutory", ticket.statutory);
    a.field("language", ticket.language);
    a.field("issuedAt", ticket.issued);
    a.field("countedAt", ticket.counted);
    a.field("legBeganAt", ticket.legBegan);
    a.field("waitSeconds", ticket.promise);
    a.field("customerRef", ticket.customerRef);
    a.field("secret", ticket.secret);
    a.fieldOr("state", ticket.state, queue::TicketState::Waiting);
    a.fieldOr("recalls", ticket.recalls, 0);
    a.fieldOr("requeues", ticket.requeues, 0);
    a.fieldOr("counter", ticket.counter, queue::kNoCounter);
    a.fieldOr("parkedAt", ticket.parkedAt, queue::kNoCounter);
    a.fieldOr("calledAt", ticket.called, {});
    a.fieldOr("startedAt", ticket.started, {});
    a.fieldOr("endedAt", ticket.ended, {});
    a.fieldOr("session", ticket.session, {});
    a.fieldOr("why", ticket.why, nullptr);
}

void describe(auto& a, Of<queue::CarriedTicket> auto& carried)
{
    describeWhole(a, carried.ticket, carried.kiosk);
}

void describe(auto& a, Of<queue::PrintJob> auto& job)
{
    a.field("job", job.id);
    a.field("ticket", job.ticket);
    a.number("number", job.ticket);
    a.field("kiosk", job.kiosk);
    a.field("reprint", job.reprint);
    a.field("ahead", job.ahead);
    a.field("createdAt", job.created);
    a.field("expiresAt", job.expires);
    a.fieldOr("state", job.state, queue::PrintJobState::Pending);
    a.fieldOr("outcome", job.outcome, queue::PrintOutcome::None);
    a.fieldOr("takenBy", job.takenBy, {});
}

void describe(auto& a, Of<queue::PressId> auto& press)
{
    a.field("uid", press.uid);
    a.field("epoch", press.epoch);
    a.field("seq", press.seq);
}

void describe(auto& a, Of<queue::RatingSession> auto& session)
{
    a.field("session", session.id);
    a.extra("token", session.token());
    a.field("ticket", session.ticket);
    a.number("number", session.ticket);
    a.field("counter", session.counter);
    a.extra("windowSeconds", session.ends - session.invited);
    a.field("invitedAt", session.invited);
    a.field("endsAt", session.ends);
    a.fieldOr("state", session.state, queue::RatingState::Invited);
    a.fieldOr("endedAt", session.ended, {});
    a.fieldOr("score", session.score, 0);
    a.fieldOr("press", session.press, std::nullopt);
    a.fieldOr("failure", session.failure, {});
}

void describe(auto& a, Of<queue::Device> auto& device)
{
    a.field("device", device.id);
    a.field("kind", device.kind);
    a.word("bridge", device.bridge);
    a.word("kiosk", device.kiosk);
    a.word("counter", device.counter);
    a.field("state", device.state);
    a.word("fault", device.fault);
    a.field("details", device.details);
    a.field("since", device.since);
}

void describe(auto& a, Of<queue::Counter> auto& counter)
{
    a.field("state", counter.state);
    a.field("clerk", counter.clerk);
    a.field("pauseReason", counter.pauseReason);
    a.field("helpAsked", counter.helpAsked);
    a.field("ticket", counter.ticket);
    a.field("session", counter.session);
    a.field("served", counter.served);
    a.field("servedForSeconds", counter.servedFor);
}

void describe(auto& a, Of<queue::OpenTime> auto& time)
{
    a.field("from", time.from);
    a.field("lastTicket", time.lastTicket);
    a.field("to", time.to);
}

void describe(auto& a, Of<queue::ServiceTimes> auto& service)
{
    a.field("service", service.service);
    a.field("times", service.times);
}

void describe(auto& a, Of<queue::DayHours> auto& hours)
{
    a.field("begins", hours.begins);
    a.field("hall", hours.hall);
    a.field("services", hours.services);
}

using CounterAt = std::pair<queue::CounterIx, queue::Counter>;

void describe(auto& a, Of<CounterAt> auto& counter)
{
    a.field("counter", counter.first);
    describe(a, counter.second);
}

using Message = std::pair<std::string, queue::Name>;

void describe(auto& a, Of<Message> auto& message)
{
    a.field("message", message.first);
    a.field("text", message.second);
}

void describe(auto& a, Of<queue::CarriedOver> auto& carried)
{
    a.field("lastTicket", carried.lastTicket);
    a.field("lastPrintJob", carried.lastPrintJob);
    a.field("lastSession", carried.lastSession);
    a.field("tickets", carried.tickets);
    a.field("sessions", carried.sessions);
    a.field("counters", carried.counters);
    a.field("devices", carried.devices);
    a.field("messages", carried.messages);
    a.field("closedServices", carried.closedServices);
}

} // namespace starqueue::db
