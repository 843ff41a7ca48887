#pragma once

#include <QByteArray>
#include <QHash>
#include <QJsonObject>
#include <QList>
#include <QObject>
#include <QTcpServer>
#include <QUrl>

class QTcpSocket;

namespace starqueue::test {

/// The HTTP of a hall that is made up, on the loopback: reads requests, keeps event streams open. What it
/// answers is a subclass's. Lives on one thread.
class LoopbackHall : public QObject
{
    Q_OBJECT

public:
    struct Request
    {
        QByteArray verb;
        QByteArray path; ///< below /api/v1
        QByteArray query;
        QHash<QByteArray, QByteArray> headers; ///< names in lower case
        QJsonObject body;

        [[nodiscard]] QByteArray where() const { return verb + " " + path; }
    };

    /// Ends the program if there is no free port.
    LoopbackHall();
    ~LoopbackHall() override;

    [[nodiscard]] QUrl url() const;
    /// Stops answering and hangs up, as a hall that restarts; `false` comes back on the same port.
    void setDown(bool down);

    /// Sends more to the streams that are open.
    void push(const QByteArray& bytes);
    void closeStreams();

protected:
    virtual void answer(QTcpSocket* socket, const Request& request) = 0;
    /// Answers with an event stream that begins with these bytes.
    void openStream(QTcpSocket* socket, const QByteArray& bytes);

private:
    void listen(quint16 port);
    void accept();
    void read(QTcpSocket* socket);

    QTcpServer m_server;
    quint16 m_port = 0;
    QHash<QTcpSocket*, QByteArray> m_buffers;
    QList<QTcpSocket*> m_streams;
};

/// A whole answer with a JSON body, or none for status 204.
[[nodiscard]] QByteArray jsonReply(int status, const QJsonValue& body);
/// One message of an event stream.
[[nodiscard]] QByteArray eventMessage(qint64 seq, const QByteArray& name, QJsonObject data);

} // namespace starqueue::test
