#pragma once

#include <client/api/may.h>
#include <client/api/values.h>

#include <QDateTime>

#include <optional>

namespace starqueue::client::api {

/// Customers have 0 to this many stars.
inline constexpr int kMostStars = 7;

/// Why this one was called and nobody else, as a sentence.
struct Why
{
    Name text{};

    bool operator==(const Why&) const = default;
    static void each(auto& self, auto&& field) { field("text", self.text); }
};

/// A ticket's latest print job.
struct TicketPrint
{
    QString jobId{};

    bool operator==(const TicketPrint&) const = default;
    static void each(auto& self, auto&& field) { field("jobId", self.jobId); }
};

/// A ticket's rating session.
struct TicketRating
{
    QString session{};
    RatingState state = RatingState::Unknown;

    bool operator==(const TicketRating&) const = default;
    static void each(auto& self, auto&& field)
    {
        field("session", self.session);
        field("state", self.state);
    }
};

/// One ticket as the caller may see it. Instants are the hall's, invalid until they came.
struct Ticket
{
    QString id{};
    QString number{};
    QString service{};
    Name serviceName{};
    TicketState state = TicketState::Unknown;
    QDateTime calledAt{};
    QDateTime startedAt{};
    Language language = Language::Unknown;
    int recalls = 0;
    std::optional<int> recallsLeft{}; ///< before one more makes a no-show; none: the clerk decides
    QDateTime noShowAt{};             ///< while it is called: when it may be marked as a no-show
    int ahead = 0;
    std::optional<WaitRange> waitSeconds{}; ///< what was promised
    std::chrono::seconds waitedSeconds{0};
    std::optional<TicketPrint> print{};
    std::optional<TicketRating> rating{};
    QDateTime postponedUntil{}; ///< while its call is put off
    QString statusUrl{};        ///< to the issuing kiosk only
    int stars = 0;              ///< from here on to staff only
    bool keyContact = false;
    QString boundTo{};                   ///< the counter that alone calls it now
    bool first = false;                  ///< somebody put it at the head of its line
    std::optional<Name> statutoryName{}; ///< of the group of a statutory priority
    std::optional<Why> why{};
    std::optional<Reference> reference{};
    PaperEvent paper = PaperEvent::None; ///< what became of its paper
    MaySet may{};

    bool operator==(const Ticket&) const = default;

    static void each(auto& self, auto&& field)
    {
        field("id", self.id);
        field("number", self.number);
        field("service", self.service);
        field("serviceName", self.serviceName);
        field("state", self.state);
        field("calledAt", self.calledAt);
        field("startedAt", self.startedAt);
        field("language", self.language);
        field("recalls", self.recalls);
        field("recallsLeft", self.recallsLeft);
        field("noShowAt", self.noShowAt);
        field("ahead", self.ahead);
        field("waitSeconds", self.waitSeconds);
        field("waitedSeconds", self.waitedSeconds);
        field("print", self.print);
        field("rating", self.rating);
        field("postponedUntil", self.postponedUntil);
        field("statusUrl", self.statusUrl);
        field("stars", self.stars);
        field("keyContact", self.keyContact);
        field("boundTo", self.boundTo);
        field("first", self.first);
        field("statutoryName", self.statutoryName);
        field("why", self.why);
        field("reference", self.reference);
        field("paper", self.paper);
        field("may", self.may);
    }
};

} // namespace starqueue::client::api
