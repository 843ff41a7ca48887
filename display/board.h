#pragma once

#include <QDateTime>
#include <QJsonObject>
#include <QList>
#include <QString>
#include <QTimeZone>

namespace starqueue::display {

/// A name in both languages of the hall.
struct Name
{
    QString zh;
    QString en;

    bool operator==(const Name&) const = default;
};

/// One called number. (ticket, recalls) tells a call from its repetition.
struct Call
{
    QString ticket;
    QString number;
    Name counter;
    QDateTime at; ///< of the latest call
    int recalls = 0;
    bool expected = false; ///< called and not yet at the counter

    [[nodiscard]] QString key() const { return ticket + QLatin1Char('/') + QString::number(recalls); }
    bool operator==(const Call&) const = default;
};

/// How long a service's newcomers wait.
struct ServiceWait
{
    Name name;
    bool open = false;
    int waiting = 0;  ///< for this service
    int ahead = 0;    ///< who would be called before a newcomer
    QJsonObject wait; ///< waitSeconds as the hall gives it

    bool operator==(const ServiceWait&) const = default;
};

/// What a public screen shows of GET /board; identity, stars and reasons aren't in it.
struct Board
{
    QString hallName;
    QDateTime at;   ///< the hall's time
    QTimeZone zone; ///< invalid: the hall didn't say
    bool dayOpen = false;
    QList<Call> calls; ///< newest first
    QList<ServiceWait> services;
    QList<Name> messages;
};

/// Reads the hall's answer. A field that is missing or of another type counts as empty;
/// calls without a number are left out.
[[nodiscard]] Board readBoard(const QJsonObject& json);

/// A counter's name taken apart, so that its number can stand large: "3号窗口" is ("", "3", "号窗口").
struct CounterSign
{
    QString before;
    QString figure; ///< empty when the name has no number
    QString after;

    bool operator==(const CounterSign&) const = default;
};
[[nodiscard]] CounterSign counterSign(const QString& name);

} // namespace starqueue::display
