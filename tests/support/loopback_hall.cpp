#include <support/loopback_hall.h>

#include <QJsonArray>
#include <QJsonDocument>
#include <QTcpSocket>

namespace starqueue::test {

namespace {

constexpr char kPrefix[] = "/api/v1";

LoopbackHall::Request parseHead(const QByteArray& head)
{
    const QList<QByteArray> lines = head.split('\n');
    const QList<QByteArray> first = lines.first().trimmed().split(' ');
    LoopbackHall::Request request;
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

QByteArray textOf(const QJsonValue& body)
{
    const QJsonDocument document =
        body.isArray() ? QJsonDocument(body.toArray()) : QJsonDocument(body.toObject());
    return document.toJson(QJsonDocument::Compact);
}

} // namespace

LoopbackHall::LoopbackHall()
{
    listen(0);
    m_port = m_server.serverPort();
    connect(&m_server, &QTcpServer::newConnection, this, &LoopbackHall::accept);
}

LoopbackHall::~LoopbackHall()
{
    for (QTcpSocket* socket : m_server.findChildren<QTcpSocket*>())
        socket->disconnect(this);
}

QUrl LoopbackHall::url() const
{
    return QUrl("http://127.0.0.1:" + QString::number(m_port));
}

void LoopbackHall::listen(quint16 port)
{
    if (!m_server.listen(QHostAddress::LocalHost, port))
        qFatal("the made-up hall can't listen: %s", qPrintable(m_server.errorString()));
}

void LoopbackHall::setDown(bool down)
{
    if (!down)
        return listen(m_port);
    m_server.close();
    m_streams.clear();
    for (QTcpSocket* socket : m_server.findChildren<QTcpSocket*>())
        socket->abort();
}

void LoopbackHall::push(const QByteArray& bytes)
{
    for (QTcpSocket* stream : std::as_const(m_streams))
        stream->write(bytes);
}

void LoopbackHall::closeStreams()
{
    for (QTcpSocket* stream : std::exchange(m_streams, {}))
        stream->abort();
}

void LoopbackHall::accept()
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

void LoopbackHall::read(QTcpSocket* socket)
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
    answer(socket, request);
}

void LoopbackHall::openStream(QTcpSocket* socket, const QByteArray& bytes)
{
    socket->write("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nConnection: close\r\n\r\n" + bytes);
    m_streams.append(socket);
}

QByteArray jsonReply(int status, const QJsonValue& body)
{
    const QByteArray text = status == 204 ? QByteArray() : textOf(body);
    return "HTTP/1.1 " + QByteArray::number(status) +
           " Made Up\r\nContent-Type: application/json\r\nContent-Length: " +
           QByteArray::number(text.size()) + "\r\n\r\n" + text;
}

QByteArray eventMessage(qint64 seq, const QByteArray& name, QJsonObject data)
{
    data.insert("seq", seq);
    return "event: " + name + "\nid: " + QByteArray::number(seq) +
           "\ndata: " + QJsonDocument(data).toJson(QJsonDocument::Compact) + "\n\n";
}

} // namespace starqueue::test
