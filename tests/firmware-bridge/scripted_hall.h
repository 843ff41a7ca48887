#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QList>
#include <QPointer>
#include <QString>
#include <QTcpServer>
#include <QTcpSocket>

#include <functional>
#include <map>

namespace starqueue::bridge::test {

/// One request that a scripted hall got.
struct HallRequest
{
    QString method;
    QString path; ///< below /api/v1, with its query
    QJsonObject body;
};

struct HallReply
{
    int status = 200;
    QByteArray body;
};

/// A tiny hall: speaks just enough HTTP and SSE for the bridge, and keeps print jobs and
/// ratings by the contract, so that the bridge's promises can be checked against it.
class ScriptedHall : public QObject
{
public:
    ScriptedHall();
    ~ScriptedHall() override;

    [[nodiscard]] QUrl url() const;
    /// Stops answering and hangs up, as a hall that restarts; `false` comes back on the same port.
    void setDown(bool down);

    /// A new pending print job.
    QString addJob(const QString& number, const QString& kiosk = QStringLiteral("1"), bool reprint = false);
    /// What a take does whose sender has given up meanwhile.
    void takeNow(const QString& job) { m_jobs[job]["state"] = "taken"; }
    void inviteRating(const QString& session, int token, const QString& counter, int windowSeconds);
    /// Its window is over, or the counter's next service has begun.
    void endSession(const QString& session);
    void setCounter(const QString& counter, const QString& state, const QString& number);
    void emitEvent(const QString& name, QJsonObject data);

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
    /// When set and it returns a status, this request is answered so instead; a negative one: without a code,
    /// as by somebody between bridge and hall.
    std::function<std::optional<int>(const HallRequest&)> intercept;

private:
    void accept();
    void read(QTcpSocket* socket);
    void serve(QTcpSocket* socket, const HallRequest& request);
    HallReply reply(const HallRequest& request);
    [[nodiscard]] QJsonArray sessionsAsked(const QString& path) const;
    HallReply jobReply(const HallRequest& request);
    HallReply rate(const HallRequest& request);
    [[nodiscard]] QJsonObject board() const;
    void openStream(QTcpSocket* socket, const QString& path);

    QTcpServer m_server;
    quint16 m_port = 0;
    QList<QPointer<QTcpSocket>> m_sockets;
    QList<QPointer<QTcpSocket>> m_streams;
    QList<QPair<qint64, QByteArray>> m_log;
    QMap<QString, QJsonObject> m_jobs;
    QMap<QString, QJsonObject> m_devices;
    QMap<QString, QJsonObject> m_counters;
    std::map<QTcpSocket*, QByteArray> m_buffers;
    qint64 m_seq = 0;
    int m_lastJob = 0;
    bool m_down = false;
};

} // namespace starqueue::bridge::test
