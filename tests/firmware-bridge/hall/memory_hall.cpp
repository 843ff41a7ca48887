#include <firmware-bridge/hall/memory_hall.h>

#include <support/scripted_hall.h>

#include <QJsonDocument>

namespace starqueue::bridge::test {

using namespace Qt::StringLiterals;

namespace {

QByteArray textOf(const QJsonValue& body)
{
    const QJsonDocument document =
        body.isArray() ? QJsonDocument(body.toArray()) : QJsonDocument(body.toObject());
    return document.toJson(QJsonDocument::Compact);
}

} // namespace

client::HallAddress MemoryHall::address()
{
    const auto network = [this](QObject* parent) -> QNetworkAccessManager* {
        return new starqueue::test::MemoryNetwork(
            [this](starqueue::test::MemoryExchange& exchange) { answer(exchange); }, parent);
    };
    return {QUrl("http://hall"), "token", network};
}

void MemoryHall::setDown(bool down)
{
    m_isDown = down;
    if (!down)
        return;
    const auto streams = std::exchange(m_streams, {});
    for (const auto& stream : streams)
        if (stream)
            stream->breakOff();
}

void MemoryHall::onEvent(const QByteArray& name, const QJsonObject& data)
{
    const QByteArray frame = starqueue::test::eventBytes(seq(), name, data);
    m_log.append({seq(), frame});
    const auto streams = m_streams;
    for (const auto& stream : streams)
        if (stream)
            stream->push(frame);
}

QByteArray MemoryHall::eventsFor(const QString& path) const
{
    const qint64 after = path.section("after=", 1).toLongLong();
    QByteArray frames;
    for (const auto& [seq, frame] : m_log)
        frames += seq > after ? frame : QByteArray();
    return frames;
}

void MemoryHall::answer(starqueue::test::MemoryExchange& exchange)
{
    if (m_isDown)
        return exchange.breakOff();
    const QUrl url = exchange.url();
    const QString query = url.hasQuery() ? "?" + url.query() : QString();
    const HallRequest request{QString::fromUtf8(exchange.verb()), url.path().remove(u"/api/v1"_s) + query,
                              QJsonDocument::fromJson(exchange.body()).object()};
    if (request.path.startsWith("/events"))
        return openStream(exchange, request.path);
    const HallReply reply = HallScript::answer(request);
    if (reply.status == 0)
        return exchange.breakOff();
    exchange.begin(reply.status, "application/json");
    exchange.push(textOf(reply.body));
    exchange.finish();
}

void MemoryHall::openStream(starqueue::test::MemoryExchange& exchange, const QString& path)
{
    const QPointer<starqueue::test::MemoryExchange> stream =
        &exchange; // the client may let it go at any signal
    stream->begin(200, "text/event-stream");
    if (stream)
        stream->push(eventsFor(path));
    m_streams.append(stream);
}

} // namespace starqueue::bridge::test
