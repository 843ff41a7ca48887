#include <support/scripted_hall.h>

#include <support/api_description.h>

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTcpSocket>
#include <QTimer>

#include <gtest/gtest.h>

using namespace std::chrono_literals;

namespace starqueue::test {

namespace {

constexpr char kPrefix[] = "/api/v1";
constexpr char kEvents[] = "GET /events";

/// The description says that this request is answered so.
void expectDescribed(const QByteArray& where, int status, const QJsonValue& body)
{
    if (body.toObject().isEmpty() && body.toArray().isEmpty())
        return;
    const auto words = where.split(' ');
    const auto& description = ApiDescription::instance();
    const YAML::Node schema =
        description.answer(words.first().toLower().toStdString(), words.last().toStdString(), status);
    ASSERT_TRUE(schema.IsDefined()) << where.toStdString() << " isn't answered with " << status;
    EXPECT_EQ(description.faults(body, schema, where).join('\n').toStdString(), "");
}

void expectEvent(const QByteArray& name, const QJsonObject& data)
{
    const YAML::Node events = ApiDescription::instance().events();
    const YAML::Node event = events[name.toStdString()];
    ASSERT_TRUE(event.IsDefined()) << "there is no event " << name.toStdString();
    std::set<std::string> fields{"seq", "at"};
    for (const auto& part : event)
        if (part.second.IsMap()) // the list beside them names the audiences
            for (const auto& field : part.second)
                fields.insert(field.first.as<std::string>());
    for (const QString& field : data.keys())
        EXPECT_TRUE(fields.contains(field.toStdString()))
            << name.toStdString() << " has no " << field.toStdString();
}

QByteArray textOf(const QJsonValue& body)
{
    const QJsonDocument document =
        body.isArray() ? QJsonDocument(body.toArray()) : QJsonDocument(body.toObject());
    return document.toJson(QJsonDocument::Compact);
}

QByteArray replyBytes(int status, const QJsonValue& body)
{
    const QByteArray text = status == 204 ? QByteArray() : textOf(body);
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
    m_port = m_server.serverPort();
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
    return QUrl("http://127.0.0.1:" + QString::number(m_port));
}

void ScriptedHall::reply(const QByteArray& verb, const QByteArray& path, int status, const QJsonObject& body)
{
    expectDescribed(verb + " " + path, status, body);
    replyUndescribed(verb, path, status, body);
}

void ScriptedHall::replyUndescribed(const QByteArray& verb, const QByteArray& path, int status,
                                    const QJsonObject& body)
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

void ScriptedHall::answerWith(const std::function<Reply(const Request&)>& handler)
{
    m_handler = handler;
}

qint64 ScriptedHall::tell(const QByteArray& name, const QJsonObject& data)
{
    const QByteArray bytes = eventBytes(++m_seq, name, data);
    m_log.append({m_seq, bytes});
    push(bytes);
    return m_seq;
}

void ScriptedHall::setDown(bool down)
{
    if (!down) {
        EXPECT_TRUE(m_server.listen(QHostAddress::LocalHost, m_port));
        return;
    }
    m_server.close();
    m_streams.clear();
    for (QTcpSocket* socket : m_server.findChildren<QTcpSocket*>())
        socket->abort();
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
    answerByItself(socket, request);
}

void ScriptedHall::answerByItself(QTcpSocket* socket, const Request& request)
{
    const QByteArray where = request.verb + " " + request.path;
    if (where == kEvents && (m_everyStream || m_handler)) {
        QByteArray bytes = m_everyStream.value_or(QByteArray());
        const qint64 after = request.query.mid(sizeof("after=") - 1).toLongLong();
        for (const auto& [seq, event] : std::as_const(m_log))
            bytes += seq > after ? event : QByteArray();
        openStream(socket, bytes);
        return;
    }
    const auto always = m_always.constFind(where);
    const Reply answer = always != m_always.constEnd() ? Reply{200, (*always)()}
                         : m_handler                   ? m_handler(request)
                                                       : Reply{404, QJsonObject{{"code", "not_found"}}};
    if (answer.status == 0)
        return socket->abort();
    expectDescribed(where, answer.status, answer.body);
    socket->write(replyBytes(answer.status, answer.body));
}

void ScriptedHall::openStream(QTcpSocket* socket, const QByteArray& bytes)
{
    socket->write("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nConnection: close\r\n\r\n" + bytes);
    m_streams.append(socket);
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
        openStream(socket, step.bytes);
        break;
    }
}

QByteArray eventBytes(qint64 seq, const QByteArray& name, QJsonObject data)
{
    expectEvent(name, data);
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
