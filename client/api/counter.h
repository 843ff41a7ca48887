#pragma once

#include <client/api/ticket.h>

#include <QList>

namespace starqueue::client::api {

/// Who would be called now, and why this one.
struct NextUp
{
    QString number{};
    QString service{};
    int stars = 0;
    std::chrono::seconds waitedSeconds{0};
    Why why{};

    bool operator==(const NextUp&) const = default;

    static void each(auto& self, auto&& field)
    {
        field("number", self.number);
        field("service", self.service);
        field("stars", self.stars);
        field("waitedSeconds", self.waitedSeconds);
        field("why", self.why);
    }
};

/// What the counter did last with a ticket, while the hall lets it be taken back.
struct LastStep
{
    May step = May::Nothing;
    QString ticket{}; ///< its id
    QString number{};
    qint64 untilElapsed = 0; ///< until when, in the hall's elapsed ms

    [[nodiscard]] bool valid() const { return !number.isEmpty(); }
    bool operator==(const LastStep&) const = default;
    static void each(auto& self, auto&& field)
    {
        field("step", self.step);
        field("ticket", self.ticket);
        field("number", self.number);
        field("untilElapsed", self.untilElapsed);
    }
};

/// What may be recorded as the end of a service.
struct Outcome
{
    QString id{};
    Name name{};

    bool operator==(const Outcome&) const = default;
    static void each(auto& self, auto&& field)
    {
        field("id", self.id);
        field("name", self.name);
    }
};

/// One counter as GET /counters/{id} gives it.
struct Counter
{
    QString id{};
    Name name{};
    CounterState state = CounterState::Unknown;
    QStringList services{}; ///< ids of what it gives today
    std::optional<Ticket> ticket{};
    int waiting = 0;     ///< in the hall
    int waitingHere = 0; ///< whom this counter may serve
    bool helpAsked = false;
    bool paused = false; ///< from here on to staff only; also while a customer is still here
    QString pauseReason{};
    QString clerk{};
    int servedToday = 0;
    std::chrono::seconds meanServiceSeconds{0}; ///< 0: not known yet
    QList<Ticket> parked{};                     ///< those that this counter may take back
    std::optional<NextUp> next{};
    QList<Outcome> outcomes{};    ///< empty: none is asked for
    bool outcomeRequired = false; ///< no service finishes without one
    bool servicesChanged = false; ///< other services than the configuration says, until the day ends
    AskReference askReference = AskReference::Off;
    std::optional<LastStep> lastStep{};
    MaySet may{};

    bool operator==(const Counter&) const = default;
    void complete() { paused = paused || state == CounterState::Paused; }

    static void each(auto& self, auto&& field)
    {
        field("id", self.id);
        field("name", self.name);
        field("state", self.state);
        field("services", self.services);
        field("ticket", self.ticket);
        field("waiting", self.waiting);
        field("waitingHere", self.waitingHere);
        field("helpAsked", self.helpAsked);
        field("paused", self.paused);
        field("pauseReason", self.pauseReason);
        field("clerk", self.clerk);
        field("servedToday", self.servedToday);
        field("meanServiceSeconds", self.meanServiceSeconds);
        field("parked", self.parked);
        field("next", self.next);
        field("outcomes", self.outcomes);
        field("outcomeRequired", self.outcomeRequired);
        field("servicesChanged", self.servicesChanged);
        field("askReference", self.askReference);
        field("lastStep", self.lastStep);
        field("may", self.may);
    }
};

} // namespace starqueue::client::api
