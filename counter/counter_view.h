#pragma once

#include <QDateTime>
#include <QJsonObject>
#include <QList>
#include <QString>

#include <optional>

namespace starqueue::counter {

/// What a clerk may see of a ticket. Names and sentences stay {"zh": …, "en": …} until they are shown.
struct Ticket
{
    QString id;
    QString number;
    QString service;
    QJsonObject serviceName;
    QDateTime calledAt;  ///< the hall's time
    QDateTime startedAt; ///< the hall's time; invalid until the service starts
    QString language;
    QString statutory; ///< "elderly", …; empty: none
    QJsonObject why;   ///< the sentence that explains the call
    int stars = 0;
    int recalls = 0;
    int recallsLeft = -1; ///< before one more makes a no-show; -1: the clerk decides
    int waitedSeconds = 0;
    bool keyContact = false;
    bool ratingInvited = false;
};

/// Who would be called now, and why this one.
struct NextUp
{
    QString number;
    QString service;
    QJsonObject why;
    int stars = 0;
    int waitedSeconds = 0;
};

enum class CounterState { Unknown, Closed, Open, Paused, Calling, Serving };

/// One counter as GET /counters/{id} gives it.
struct CounterView
{
    QString id;
    QJsonObject name;
    CounterState state = CounterState::Unknown;
    QString pauseReason;
    QString clerk;
    std::optional<Ticket> ticket;
    std::optional<NextUp> next;
    QList<Ticket> parked;
    int dedicatedToStars = 0; ///< 0: for everybody
    int waiting = 0;
    int waitingHere = 0;
    int servedToday = 0;
    int meanServiceSeconds = 0; ///< 0: not known yet
    bool paused = false;        ///< also while a customer is still here: no other will be called
    bool helpAsked = false;
};

/// Reads the hall's answers. A field that is missing or of another type counts as empty.
[[nodiscard]] CounterView readCounter(const QJsonObject& json);
[[nodiscard]] Ticket readTicket(const QJsonObject& json);

} // namespace starqueue::counter
