#pragma once

#include <support/loopback_hall.h>

#include <QByteArray>
#include <QHash>
#include <QJsonObject>
#include <QList>

#include <functional>
#include <optional>
#include <utility>

namespace starqueue::test {

/// A hall on the loopback that says what it was told to, request by request.
///
/// Each step answers one request with this verb and path (below /api/v1, without query), in order; a
/// request without a step gets 404. A step that nobody asked for fails the test at the end, and so does an
/// answer or event that hall/openapi.yaml doesn't have: a script may say less than a hall, never something
/// else.
class ScriptedHall : public LoopbackHall
{
    Q_OBJECT

public:
    ScriptedHall() = default;
    ~ScriptedHall() override;

    /// The next such request gets this answer.
    void reply(const QByteArray& verb, const QByteArray& path, int status, const QJsonObject& body = {});
    /// As reply(), but with what the description doesn't have: from a newer hall, or from something in
    /// between.
    void replyUndescribed(const QByteArray& verb, const QByteArray& path, int status,
                          const QJsonObject& body);
    /// The next such request is read, and the connection cut without an answer.
    void cut(const QByteArray& verb, const QByteArray& path);
    /// The next such request is never answered.
    void ignore(const QByteArray& verb, const QByteArray& path);
    /// The next GET /events opens a stream and gets these bytes at once.
    void stream(const QByteArray& bytes = {});
    /// From now on every GET /events without a step of its own opens a stream and gets these bytes. For tests
    /// in which a stream ends: Qt may then send its GET once more by itself, and drop what comes back.
    void streams(const QByteArray& bytes = {});
    /// From now on every request without a step of its own to `path` gets this.
    void always(const QByteArray& verb, const QByteArray& path, const std::function<QJsonObject()>& body);

    /// What a hall that keeps state says to a request without a step; status 0 cuts the connection.
    struct Reply
    {
        int status = 200;
        QJsonValue body{};
    };
    /// From now on requests without a step go to `handler`, and every GET /events opens a stream that resumes
    /// after the event that it names.
    void answerWith(const std::function<Reply(const Request&)>& handler);
    /// One more event, for the streams that are open and for those to come. Returns its number.
    qint64 tell(const QByteArray& name, const QJsonObject& data);
    [[nodiscard]] qint64 lastSeq() const { return m_seq; }

    /// Steps that nobody asked for so far are no fault of the test.
    void forgetRest() { m_steps.clear(); }

    [[nodiscard]] const QList<Request>& requests() const { return m_requests; }
    [[nodiscard]] QList<Request> requests(const QByteArray& verb, const QByteArray& path) const;

private:
    enum class Kind { Reply, Cut, Ignore, Stream };
    struct Step
    {
        QByteArray where;
        Kind kind;
        QByteArray bytes;
    };

    void answer(QTcpSocket* socket, const Request& request) override;
    void perform(QTcpSocket* socket, const Step& step);
    void answerByItself(QTcpSocket* socket, const Request& request);

    QList<Step> m_steps;
    QHash<QByteArray, std::function<QJsonObject()>> m_always;
    std::optional<QByteArray> m_everyStream;
    std::function<Reply(const Request&)> m_handler;
    QList<std::pair<qint64, QByteArray>> m_log; ///< of tell(), by number
    qint64 m_seq = 0;
    QList<Request> m_requests;
};

/// One event as the hall would write it.
[[nodiscard]] QByteArray eventBytes(qint64 seq, const QByteArray& name, QJsonObject data = {});

/// Runs the event loop until `condition` holds; false after ten seconds.
[[nodiscard]] bool eventually(const std::function<bool()>& condition);

} // namespace starqueue::test
