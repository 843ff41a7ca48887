#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QJsonValue>
#include <QList>
#include <QMap>
#include <QString>

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

/// Status 0: the connection is cut.
struct HallReply
{
    int status = 200;
    QJsonValue body{};
};

/// A hall for the bridge: keeps print jobs, ratings and devices by the contract, so that the bridge's
/// promises can be checked against it. How requests reach it and events leave it is its subclasses'.
class HallScript
{
public:
    virtual ~HallScript() = default;

    /// Stops answering and hangs up, as a hall that restarts; `false`: comes back.
    virtual void setDown(bool down) = 0;

    /// A new pending print job.
    QString addJob(const QString& number, const QString& kiosk = "1", bool reprint = false);
    /// What a take does whose sender has given up meanwhile.
    void takeNow(const QString& job) { m_jobs[job]["state"] = "taken"; }
    void putBack(const QString& job) { m_jobs[job]["state"] = "pending"; }
    /// Its customer has noted the number.
    void forgo(const QString& job)
    {
        m_jobs[job]["state"] = "ended";
        m_jobs[job]["outcome"] = "dropped";
    }
    /// The job's customer has left, or was called (`event`: ticket_cancelled, ticket_called); empty: not
    /// told.
    void sendAway(const QString& job, const QString& event = "ticket_cancelled");
    void inviteRating(const QString& session, int token, const QString& counter, int windowSeconds);
    /// Its window is over, or the counter's next service has begun.
    void endSession(const QString& session);
    void setCounter(const QString& counter, const QString& state, const QString& number);
    void emitEvent(const QString& name, const QJsonObject& data);

    [[nodiscard]] QJsonObject job(const QString& id) const { return m_jobs.value(id); }
    [[nodiscard]] QStringList outcomes(const QString& number) const;
    [[nodiscard]] int count(const QString& method, const QString& pathPart) const;
    [[nodiscard]] QJsonObject device(const QString& id) const { return m_devices.value(id); }
    /// What was said of a job's paper, in order.
    [[nodiscard]] QStringList papersOf(const QString& job) const { return m_papers.value(job); }
    /// What was last said of a device beside its state: "/devices/printer-1/test-result".
    [[nodiscard]] QJsonObject told(const QString& path) const { return m_told.value(path); }

    QList<HallRequest> requests;
    QList<QJsonObject> ratings; ///< accepted, one a (uid, epoch, seq)
    int repeatedRatings = 0;    ///< same (uid, epoch, seq) again: answered 200
    QStringList ratedKeys;
    QJsonArray openSessions;
    QJsonArray endedSessions;
    /// When set and it returns a status, this request is answered so instead; 0 cuts the connection; a
    /// negative one: without a code, as by somebody between bridge and hall.
    std::function<std::optional<int>(const HallRequest&)> intercept;

protected:
    HallReply answer(const HallRequest& request);
    /// The event whose number is seq().
    virtual void onEvent(const QByteArray& name, const QJsonObject& data) = 0;
    [[nodiscard]] qint64 seq() const { return m_seq; }

private:
    HallReply answerByItself(const HallRequest& request);
    HallReply answerJob(const HallRequest& request);
    HallReply answerPaper(const HallRequest& request);
    HallReply rate(const HallRequest& request);
    [[nodiscard]] QJsonArray sessionsAsked(const QString& path) const;
    [[nodiscard]] QJsonObject board() const;

    QMap<QString, QJsonObject> m_jobs;
    QMap<QString, QJsonObject> m_devices;
    QMap<QString, QJsonObject> m_told;
    QMap<QString, QStringList> m_papers;
    QMap<QString, QJsonObject> m_counters;
    qint64 m_seq = 0;
    int m_lastJob = 0;
};

} // namespace starqueue::bridge::test
