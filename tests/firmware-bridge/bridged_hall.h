#pragma once

#include <support/scripted_hall.h>

#include <QJsonArray>
#include <QJsonObject>
#include <QList>
#include <QMap>
#include <QString>
#include <QUrl>

#include <functional>
#include <optional>

namespace starqueue::bridge::test {

/// One request that the bridge sent.
struct HallRequest
{
    QString method;
    QString path; ///< below /api/v1, with its query
    QJsonObject body;
};

/// A hall for the bridge: keeps print jobs, ratings and devices by the contract, so that the bridge's
/// promises can be checked against it. It speaks through the scripted hall of all tests, which holds every
/// answer and event against hall/openapi.yaml.
class BridgedHall
{
public:
    BridgedHall();

    [[nodiscard]] QUrl url() const { return m_wire.url(); }
    /// Stops answering and hangs up, as a hall that restarts; `false` comes back on the same port.
    void setDown(bool down) { m_wire.setDown(down); }

    /// A new pending print job.
    QString addJob(const QString& number, const QString& kiosk = u"1"_qs, bool reprint = false);
    /// What a take does whose sender has given up meanwhile.
    void takeNow(const QString& job) { m_jobs[job]["state"] = "taken"; }
    void inviteRating(const QString& session, int token, const QString& counter, int windowSeconds);
    /// Its window is over, or the counter's next service has begun.
    void endSession(const QString& session);
    void setCounter(const QString& counter, const QString& state, const QString& number);
    void emitEvent(const QString& name, const QJsonObject& data);

    [[nodiscard]] QJsonObject job(const QString& id) const { return m_jobs.value(id); }
    [[nodiscard]] QStringList outcomes(const QString& number) const;
    [[nodiscard]] int count(const QString& method, const QString& pathPart) const;
    [[nodiscard]] QJsonObject device(const QString& id) const { return m_devices.value(id); }

    QList<HallRequest> requests;
    QList<QJsonObject> ratings; ///< accepted, one a (uid, epoch, seq)
    int repeatedRatings = 0;    ///< same (uid, epoch, seq) again: answered 200
    QStringList ratedKeys;
    QJsonArray openSessions;
    QJsonArray endedSessions;
    /// When set and it returns a status, this request is answered so instead; 0 cuts the connection; a
    /// negative one: without a code, as by somebody between bridge and hall.
    std::function<std::optional<int>(const HallRequest&)> intercept;

private:
    using Answer = starqueue::test::ScriptedHall::Answer;

    Answer answer(const HallRequest& request);
    Answer answerByItself(const HallRequest& request);
    Answer answerJob(const HallRequest& request);
    Answer rate(const HallRequest& request);
    [[nodiscard]] QJsonArray sessionsAsked(const QString& path) const;
    [[nodiscard]] QJsonObject board() const;

    starqueue::test::ScriptedHall m_wire;
    QMap<QString, QJsonObject> m_jobs;
    QMap<QString, QJsonObject> m_devices;
    QMap<QString, QJsonObject> m_counters;
    int m_lastJob = 0;
};

} // namespace starqueue::bridge::test
