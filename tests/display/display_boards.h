#pragma once

#include <client/api/read.h>
#include <client/face/face_clock.h>

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace starqueue::display::test {

using namespace Qt::StringLiterals;

/// As a face reads it.
[[nodiscard]] inline client::api::Board boardOf(const QJsonObject& json)
{
    return client::api::read<client::api::Board>(QJsonDocument(json).toJson());
}

/// Boards as the hall would answer them, put together for a test.
class DisplayBoard
{
public:
    /// The next call of this board, newer than those before; `state`: "called" or "serving".
    DisplayBoard& call(const QString& number, const QString& counter, int recalls = 0,
                       const QString& state = u"called"_s, int secondsAgo = 0);
    /// The newest call was made at that elapsed time.
    DisplayBoard& calledAt(qint64 elapsed);
    DisplayBoard& counterNamed(const QString& zh, const QString& en);
    DisplayBoard& signedAs(const QString& sign);
    DisplayBoard& service(const QString& zh, const QString& en, int ahead, int p10, int p90,
                          bool open = true);
    /// How the wait of the last service was found.
    DisplayBoard& waitOf(const QString& method);
    DisplayBoard& message(const QString& zh, const QString& en);
    DisplayBoard& closed();

    [[nodiscard]] QJsonObject json() const;
    [[nodiscard]] client::api::Board read() const { return boardOf(json()); }

private:
    QJsonArray m_calls;
    QJsonArray m_services;
    QJsonArray m_messages;
    bool m_dayOpen = true;
};

/// Hands of a clock that a test turns.
struct TurnedClock
{
    std::chrono::milliseconds steady{1'000'000};
    QDateTime wall = QDateTime(QDate(2026, 11, 22), QTime(10, 24));

    [[nodiscard]] client::FaceClock clock();
};

} // namespace starqueue::display::test
