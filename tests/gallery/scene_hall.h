#pragma once

#include <QHash>
#include <QJsonObject>
#include <QList>
#include <QTcpServer>
#include <QUrl>

class QTcpSocket;

namespace starqueue::gallery {

/// A hall on the loopback that gives a scene's answers to whoever asks. Lives on one thread.
///
/// An answer is found by "VERB /path" (below /api/v1, without query): {"status": 201, "body": {…}}, or
/// {"silent": true} for a request that is never answered. GET /events opens a stream; all else gets 404.
class SceneHall : public QObject
{
    Q_OBJECT

public:
    explicit SceneHall(QJsonObject answers);
    ~SceneHall() override;

    [[nodiscard]] QUrl url() const { return m_url; }

    /// Answers from now on as `patch` (RFC 7396) changes them; tell it with an event.
    void change(const QJsonObject& patch);
    /// Sends an event to everybody who listens.
    void tell(const QString& event, QJsonObject data);
    /// From now on nobody answers here.
    void vanish();

private:
    void accept();
    void read(QTcpSocket* socket);
    void answer(QTcpSocket* socket, const QByteArray& where);

    QTcpServer m_server;
    QUrl m_url;
    QJsonObject m_answers;
    QHash<QTcpSocket*, QByteArray> m_buffers;
    QList<QTcpSocket*> m_streams;
    qint64 m_seq = 1;
};

} // namespace starqueue::gallery
