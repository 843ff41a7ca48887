#include <client/scripted_hall.h>

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QJsonDocument>
#include <QTcpSocket>
#include <QTimer>

#include <gtest/gtest.h>

using namespace std::chrono_literals;

namespace starqueue::test {

namespace {

constexpr char kPrefix[] = "/api/v1";
constexpr char kEvents[] = "GET /events";

QByteArray replyBytes(int status, const QJsonObject& body)
{
    const QByteArray text = status == 204 ? QByteArray() : QJsonDocument(body).toJson(QJsonDocument::Compact);
    return "HTTP/1.1 " + QByteArray::number(status) +
           " Scripted\r\nContent-Type: application/json\r\nContent-Length: " +
           QByteArray::number(text.size()) + "\r\n\r\n" + text;
}

ScriptedHall::Request parseHead(const QByteArray& head)
{
    const QList<QByteArray> lines = head.split('\n');
    const QList<QByteArray> first = lines.first().trimmed().split(' ');
    ScriptedHall::Request request;
    request.verb = first.value(0);
    const QByteArray target = first.value(1).mid(sizeof(kPrefix) - 1);
    const qsizetype mark = target.indexOf('?');
    request.path = mark < 0 ? target : target.left(mark);
    request.query = mark < 0 ? QByteArray() : target.mid(mark + 1);
    for (const QByteArray& line : lines.mid(1)) {
        const qsizetype colon = line.indexOf(':');
        request.headers.insert(line.left(colon).toLower(), line.mid(colon + 1).trimmed());
    }
    return request;
}

} // namespace

ScriptedHall::ScriptedHall()
{
    EXPECT_TRUE(m_server.listen(QHostAddress::LocalHost));
    connect(&m_server, &QTcpServer::newConnection, this, &ScriptedHall::accept);
}

ScriptedHall::~ScriptedHall()
{
    for (const Step& step : m_steps)
        ADD_FAILURE() << "nobody asked for " << step.where.toStdString();
    for (QTcpSocket* socket : m_server.findChildren<QTcpSocket*>())
        socket->disconnect(this);
}

QUrl ScriptedHall::url() const
{
    return QUrl("http://127.0.0.1:" + QString::number(m_server.serverPort()));
}

void ScriptedHall::reply(const QByteArray& verb, const QByteArray& path, int status, const QJsonObject& body)
{
    m_steps.append({verb + " " + path, Kind::Reply, replyBytes(status, body)});
}

void ScriptedHall::cut(const QByteArray& verb, const QByteArray& path)
{
    m_steps.append({verb + " " + path, Kind::Cut, {}});
}

void ScriptedHall::ignore(const QByteArray& verb, const QByteArray& path)
{
    m_steps.append({verb + " " + path, Kind::Ignore, {}});
}

void ScriptedHall::stream(const QByteArray& bytes)
{
    m_steps.append({kEvents, Kind::Stream, bytes});
}

void ScriptedHall::streams(const QByteArray& bytes)
{
    m_everyStream = bytes;
}

void ScriptedHall::always(const QByteArray& verb, const QByteArray& path,
                          const std::function<QJsonObject()>& body)
{
    m_always.insert(verb + " " + path, body);
}

void ScriptedHall::push(const QByteArray& bytes)
{
    for (QTcpSocket* stream : std::as_const(m_streams))
        stream->write(bytes);
}

void ScriptedHall::closeStreams()
{
    for (QTcpSocket* stream : std::exchange(m_streams, {}))
        stream->abort();
}

QList<ScriptedHall::Request> ScriptedHall::requests(const QByteArray& verb, const QByteArray& path) const
{
    QList<Request> found;
    for (const Request& request : m_requests) {
        if (request.verb == verb && request.path == path)
            found.append(request);
    }
    return found;
}

void ScriptedHall::accept()
{
    while (QTcpSocket* socket = m_server.nextPendingConnection()) {
        connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
        connect(socket, &QTcpSocket::disconnected, this, [this, socket] {
            m_streams.removeAll(socket);
            m_buffers.remove(socket);
            socket->deleteLater();
        });
    }
}

void ScriptedHall::read(QTcpSocket* socket)
{
    QByteArray& buffer = m_buffers[socket];
    buffer += socket->readAll();
    const qsizetype end = buffer.indexOf("\r\n\r\n");
    if (end < 0)
        return;
    Request request = parseHead(buffer.left(end));
    const qsizetype length = request.headers.value("content-length").toLongLong();
    if (buffer.size() < end + 4 + length)
        return;
    request.body = QJsonDocument::fromJson(buffer.mid(end + 4, length)).object();
    buffer.remove(0, end + 4 + length);
    m_requests.append(request);
    answer(socket, request);
}

void ScriptedHall::answer(QTcpSocket* socket, const Request& request)
{
    const QByteArray where = request.verb + " " + request.path;
    for (qsizetype i = 0; i < m_steps.size(); ++i) {
        if (m_steps.at(i).where == where) {
            perform(socket, m_steps.takeAt(i));
            return;
        }
    }
    if (m_everyStream && where == kEvents) {
        perform(socket, {where, Kind::Stream, *m_everyStream});
        return;
    }
    const auto always = m_always.constFind(where);
    socket->write(always == m_always.constEnd() ? replyBytes(404, {{"code", "not_found"}})
                                                : replyBytes(200, (*always)()));
}

void ScriptedHall::perform(QTcpSocket* socket, const Step& step)
{
    switch (step.kind) {
    case Kind::Reply:
        socket->write(step.bytes);
        break;
    case Kind::Cut:
        socket->abort();
        break;
    case Kind::Ignore:
        break;
    case Kind::Stream:
        socket->write("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nConnection: close\r\n\r\n" +
                      step.bytes);
        m_streams.append(socket);
        break;
    }
}

QByteArray eventBytes(qint64 seq, const QByteArray& name, QJsonObject data)
{
    data.insert("seq", seq);
    return "event: " + name + "\nid: " + QByteArray::number(seq) +
           "\ndata: " + QJsonDocument(data).toJson(QJsonDocument::Compact) + "\n\n";
}

bool eventually(const std::function<bool()>& condition)
{
    // Woken by a timer: processEvents() with a time would spin, and starve the network's thread.
    QTimer wake;
    wake.start(10ms);
    QElapsedTimer since;
    since.start();
    while (!condition()) {
        if (since.hasExpired(10'000))
            return false;
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    }
    return true;
}

} // namespace starqueue::test
