#pragma once

#include <client/hall_client.h>
#include <counter/counter_model.h>
#include <support/scripted_hall.h>

#include <QJsonArray>

namespace starqueue::counter::test {

using namespace Qt::StringLiterals;

/// A counter's model beside a scripted hall, with a clock that the test turns.
class CounterDesk
{
public:
    explicit CounterDesk(const QString& language = u"zh"_s);

    /// What GET /counters/3 answers from now on; `more` overrides its fields.
    void stand(const QString& state, const QJsonObject& more = {});
    /// Lets the model see how the counter stands, and the hall's services.
    [[nodiscard]] bool look();
    void takeBoard(const QJsonObject& board);
    /// The next POST /counters/3/`verb` gets this answer.
    void answer(const QByteArray& verb, int status, const QJsonObject& body = {});
    /// The commands that the hall got with this verb.
    [[nodiscard]] QList<starqueue::test::ScriptedHall::Request> sent(const QByteArray& verb) const;
    void pass(std::chrono::milliseconds time);

    /// `state` is the ticket's, or that of the counter which it is at.
    [[nodiscard]] static QJsonObject ticket(const QString& number, const QString& state,
                                            const QJsonObject& more = {});

    /// How another counter stands on the board, with the id as its sign; `more` overrides its fields.
    [[nodiscard]] static QJsonObject counter(const QString& id, const QString& state,
                                             const QJsonArray& services, const QJsonObject& more = {});

    QString clerkLogin = u"token"_s; ///< as the board has it
    QJsonArray services;             ///< likewise
    QJsonArray counters;             ///< likewise
    std::chrono::milliseconds steady{1'000'000};
    QDateTime wall{QDate(2026, 11, 22), QTime(2, 24), Qt::UTC};
    starqueue::test::ScriptedHall hall;
    client::HallClient client{{hall.url(), "secret"}};
    counter::CounterModel model;

private:
    QJsonObject m_counter;
};

} // namespace starqueue::counter::test
