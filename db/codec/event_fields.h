#pragma once

#include <db/codec/rules_codec.h>
#include <db/codec/rules_fields.h>
#include <db/codec/value_fields.h>

#include <queue/events.h>
#include <queue/model/state.h>

#include <string_view>

namespace starqueue::db {

// The payload of each event: the contract's fields first, then what only replay needs.

/// Ticket and number, as most events begin.
void describeTicket(auto& a, auto& ticket)
{
    a.field("ticket", ticket);
    a.number("number", ticket);
}

void describeTicketAt(auto& a, auto& event)
{
    describeTicket(a, event.ticket);
    a.field("counter", event.counter);
}

void describe(auto& a, Of<queue::TicketIssued> auto& e)
{
    describeWhole(a, e.ticket, e.kiosk);
    a.field("ahead", e.ahead);
    a.fieldOr("byStaff", e.byStaff, false);
}
void describe(auto& a, Of<queue::TicketCalled> auto& e)
{
    describeTicketAt(a, e);
    if (const queue::Ticket* const ticket = a.state() ? a.state()->find(e.ticket) : nullptr)
        a.extra("service", ticket->service);
    a.extra("recall", 0);
    a.field("why", e.why);
}
void describe(auto& a, Of<queue::TicketRecalled> auto& e)
{
    describeTicketAt(a, e);
    if (const queue::Ticket* const ticket = a.state() ? a.state()->find(e.ticket) : nullptr)
        a.extra("service", ticket->service);
    a.field("recall", e.recall);
}
void describe(auto& a, Of<queue::ServiceStarted> auto& e)
{
    describeTicketAt(a, e);
}
void describe(auto& a, Of<queue::ServiceFinished> auto& e)
{
    describeTicketAt(a, e);
    a.word("skipRating", e.skipRating);
}
void describe(auto& a, Of<queue::TicketNoShow> auto& e)
{
    describeTicketAt(a, e);
}
void describe(auto& a, Of<queue::TicketRequeued> auto& e)
{
    describeTicket(a, e.ticket);
    a.field("countedAt", e.counted);
    a.field("callUndone", e.callUndone);
}
void describe(auto& a, Of<queue::TicketParked> auto& e)
{
    describeTicketAt(a, e);
    a.field("reason", e.reason);
}
void describe(auto& a, Of<queue::TicketUnparked> auto& e)
{
    describeTicketAt(a, e);
}
void describe(auto& a, Of<queue::TicketTransferred> auto& e)
{
    describeTicketAt(a, e);
    a.field("service", e.service);
    a.field("from", e.from);
}
void describe(auto& a, Of<queue::TicketCancelled> auto& e)
{
    describeTicket(a, e.ticket);
}
void describe(auto& a, Of<queue::TicketUnserved> auto& e)
{
    describeTicket(a, e.ticket);
}
void describe(auto& a, Of<queue::TicketServedByHand> auto& e)
{
    describeTicketAt(a, e);
    a.word("clerk", e.clerk);
    a.field("calledAt", e.called);
    a.field("startedAt", e.started);
    a.field("finishedAt", e.finished);
}
void describe(auto& a, Of<queue::TicketVerified> auto& e)
{
    describeTicketAt(a, e);
    a.field("matches", e.matches);
}
void describe(auto& a, Of<queue::TicketIdentified> auto& e)
{
    describeTicket(a, e.ticket);
    a.field("stars", e.stars);
    a.field("keyContact", e.keyContact);
    a.field("customerRef", e.customerRef);
}
void describe(auto& a, Of<queue::StatutoryGranted> auto& e)
{
    describeTicket(a, e.ticket);
    a.field("statutory", e.statutory);
}

void describe(auto& a, Of<queue::CounterOpened> auto& e)
{
    a.field("counter", e.counter);
    a.field("clerk", e.clerk);
}
void describe(auto& a, Of<queue::CounterClosed> auto& e)
{
    a.field("counter", e.counter);
}
void describe(auto& a, Of<queue::CounterPaused> auto& e)
{
    a.field("counter", e.counter);
    a.field("reason", e.reason);
}
void describe(auto& a, Of<queue::CounterResumed> auto& e)
{
    a.field("counter", e.counter);
}
void describe(auto& a, Of<queue::CounterHandedOver> auto& e)
{
    a.field("counter", e.counter);
    a.field("clerk", e.clerk);
}
void describe(auto& a, Of<queue::HelpAsked> auto& e)
{
    a.field("counter", e.counter);
}
void describe(auto& a, Of<queue::ServiceOpened> auto& e)
{
    a.field("service", e.service);
}
void describe(auto& a, Of<queue::ServiceClosed> auto& e)
{
    a.field("service", e.service);
}

/// Ticket and kiosk of a job, for those who follow the events only.
void describeJob(auto& a, queue::PrintJobId id)
{
    const queue::PrintJob* const job = a.state() ? a.state()->find(id) : nullptr;
    if (!job)
        return;
    a.extra("ticket", job->ticket);
    a.number("number", job->ticket);
    a.extra("kiosk", job->kiosk);
}

void describe(auto& a, Of<queue::PrintJobCreated> auto& e)
{
    describe(a, e.job);
}
void describe(auto& a, Of<queue::PrintJobTaken> auto& e)
{
    a.field("job", e.job);
    describeJob(a, e.job);
    a.field("bridge", e.bridge);
}
void describe(auto& a, Of<queue::PrintJobEnded> auto& e)
{
    a.field("job", e.job);
    describeJob(a, e.job);
    a.field("outcome", e.outcome);
}

void describe(auto& a, Of<queue::RatingInvited> auto& e)
{
    describe(a, e.session);
}

/// Ticket and counter of a session, for those who follow the events only.
void describeSession(auto& a, queue::RatingSessionId id)
{
    const queue::RatingSession* const session = a.state() ? a.state()->find(id) : nullptr;
    if (!session)
        return;
    a.extra("ticket", session->ticket);
    a.number("number", session->ticket);
    a.extra("counter", session->counter);
}

void describe(auto& a, Of<queue::RatingArmed> auto& e)
{
    a.field("session", e.session);
    describeSession(a, e.session);
}
void describe(auto& a, Of<queue::RatingFailed> auto& e)
{
    a.field("session", e.session);
    describeSession(a, e.session);
    a.field("reason", e.reason);
}
void describe(auto& a, Of<queue::TicketRated> auto& e)
{
    a.field("session", e.session);
    describeTicketAt(a, e);
    a.field("score", e.score);
    a.field("press", e.press);
}
void describe(auto& a, Of<queue::RatingExpired> auto& e)
{
    a.field("session", e.session);
    a.field("counter", e.counter);
}
void describe(auto& a, Of<queue::CaseOpened> auto& e)
{
    a.extra("case", e.session);
    a.field("session", e.session);
    describeTicket(a, e.ticket);
}

void describe(auto& a, Of<queue::DeviceChanged> auto& e)
{
    describe(a, e.device);
}
void describe(auto& a, Of<queue::DeviceTestRequested> auto& e)
{
    a.field("device", e.device);
}
void describe(auto& a, Of<queue::MessageChanged> auto& e)
{
    a.field("message", e.id);
    a.field("text", e.text);
}
void describe(auto& a, Of<queue::ClockStepped> auto& e)
{
    a.field("offsetSeconds", e.offset);
}
void describe(auto& a, Of<queue::FairnessViolated> auto& e)
{
    describeTicket(a, e.ticket);
    a.field("passed", e.passed);
    a.number("passedNumber", e.passed);
    a.field("bySeconds", e.by);
    a.field("boundSeconds", e.bound);
}

void describe(auto& a, Of<queue::PromisesCalibrated> auto& e)
{
    a.field("scale", e.calibration.scale);
    a.field("lower", e.calibration.lower);
    a.field("upper", e.calibration.upper);
    a.field("outcomes", e.outcomes);
}

/// The rules whole, with their hash; from here on places are theirs.
void describeRules(auto& a, auto& rules)
{
    if (rules)
        a.extra("hash", rulesHash(*rules));
    a.field("rules", rules);
    if (rules)
        a.placesOf(*rules);
}

void describe(auto& a, Of<queue::RulesSet> auto& e)
{
    describeRules(a, e.rules);
    a.field("nextDay", e.nextDay);
    a.fieldOr("hours", e.hours, nullptr);
}
void describe(auto& a, Of<queue::DayOpened> auto& e)
{
    a.field("date", e.date);
    describeRules(a, e.rules);
    a.field("carried", e.carried);
    a.fieldOr("hours", e.hours, nullptr);
}
void describe(auto& a, Of<queue::DayClosed> auto& e)
{
    a.field("date", e.date);
    a.field("unserved", e.unserved);
}

} // namespace starqueue::db
