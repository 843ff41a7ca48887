#include <gallery/scene_hall.h>

#include <gallery/scene.h>

#include <QJsonDocument>
#include <QTcpSocket>

using namespace Qt::StringLiterals;

namespace starqueue::gallery {

namespace {

constexpr QByteArrayView kPrefix = "/api/v1";
constexpr QByteArrayView kHeadEnd = "\r\n\r\n";

/// "VERB /path" of a request's first line.
QByteArray whereOf(const QByteArray& head)
{
    const QList<QByteArray> words = head.left(head.indexOf('\r')).split(' ');
    const QByteArray target = words.value(1).split('?').first();
    return words.value(0) + ' ' + target.mid(kPrefix.size());
}

qsizetype bodyLength(const QByteArray& head)
{
    for (const QByteArray& line : head.split('\n')) {
        if (line.toLower().startsWith("content-length:"))
            return line.mid(line.indexOf(':') + 1).trimmed().toLongLong();
    }
    return 0;
}

QByteArray reply(int status, const QJsonObject& body)
{
    const QByteArray text = status == 204 ? QByteArray() : QJsonDocument(body).toJson(QJsonDocument::Compact);
    return "HTTP/1.1 " + QByteArray::number(status) +
           " Scene\r\nContent-Type: application/json\r\nContent-Length: " + QByteArray::number(text.size()) +
           "\r\n\r\n" + text;
}

} // namespace

SceneHall::SceneHall(QJsonObject answers) : m_answers(std::move(answers))
{
    if (!m_server.listen(QHostAddress::LocalHost))
        qFatal("the scene's hall can't listen: %s", qPrintable(m_server.errorString()));
    m_url = QUrl(u"http://127.0.0.1:%1"_s.arg(m_server.serverPort()));
    connect(&m_server, &QTcpServer::newConnection, this, &SceneHall::accept);
}

SceneHall::~SceneHall()
{
    for (QTcpSocket* socket : m_server.findChildren<QTcpSocket*>())
        socket->disconnect(this);
}

void SceneHall::change(const QJsonObject& patch)
{
    m_answers = mergePatch(m_answers, patch);
}

void SceneHall::tell(const QString& event, QJsonObject data)
{
    data.insert("seq", ++m_seq);
    const QByteArray bytes = "event: " + event.toUtf8() + "\nid: " + QByteArray::number(m_seq) +
                             "\ndata: " + QJsonDocument(data).toJson(QJsonDocument::Compact) + "\n\n";
    for (QTcpSocket* stream : std::as_const(m_streams))
        stream->write(bytes);
}

void SceneHall::vanish()
{
    m_server.close();
    for (QTcpSocket* socket : m_server.findChildren<QTcpSocket*>())
        socket->abort();
}

void SceneHall::accept()
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

void SceneHall::read(QTcpSocket* socket)
{
    QByteArray& buffer = m_buffers[socket];
    buffer += socket->readAll();
    const qsizetype end = buffer.indexOf(kHeadEnd);
    if (end < 0)
        return;
    const QByteArray head = buffer.left(end);
    const qsizetype whole = end + kHeadEnd.size() + bodyLength(head);
    if (buffer.size() < whole)
        return;
    buffer.remove(0, whole);
    answer(socket, whereOf(head));
}

void SceneHall::answer(QTcpSocket* socket, const QByteArray& where)
{
    if (where == "GET /events") {
        socket->write("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nConnection: close\r\n\r\n:\n\n");
        m_streams.append(socket);
        return;
    }
    const auto found = m_answers.constFind(QString::fromUtf8(where));
    if (found == m_answers.constEnd()) {
        socket->write(reply(404, {{"code", "not_found"}}));
        return;
    }
    if (found->toObject().value("silent").toBool())
        return;
    QJsonObject body = found->toObject().value("body").toObject();
    if (where == "GET /board")
        body.insert("seq", m_seq);
    socket->write(reply(found->toObject().value("status").toInt(200), body));
}

} // namespace starqueue::gallery
