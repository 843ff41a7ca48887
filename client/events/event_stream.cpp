#include <client/events/event_stream.h>
#include <client/hall_request.h>

#include <QLoggingCategory>
#include <QNetworkAccessManager>
#include <QNetworkReply>

#include <algorithm>

namespace starqueue::client {

namespace {

Q_LOGGING_CATEGORY(lcStream, "starqueue.client.stream")

int statusOf(const QNetworkReply& reply)
{
    return reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
}

bool isStream(const QNetworkReply& reply)
{
    return statusOf(reply) == 200 &&
           reply.header(QNetworkRequest::ContentTypeHeader).toString().startsWith("text/event-stream");
}

} // namespace

EventStream::EventStream(HallAddress address, QObject* parent, StreamPauses pauses)
    : QObject(parent), m_address(std::move(address)), m_pauses(pauses),
      m_network(makeNetwork(m_address, this))
{
    m_retry.setSingleShot(true);
    m_silence.setSingleShot(true);
    m_silence.setInterval(m_pauses.silence);
    connect(&m_retry, &QTimer::timeout, this, &EventStream::open);
    connect(&m_silence, &QTimer::timeout, this, &EventStream::lost);
}

EventStream::~EventStream()
{
    drop();
}

void EventStream::follow(const QString& life, qint64 seq)
{
    drop();
    m_life = life;
    m_lastSeq = seq;
    m_attempt = 0;
    open();
}

void EventStream::stop()
{
    drop();
    setConnected(false);
}

void EventStream::open()
{
    drop();
    const QString last = m_life.isEmpty() ? QString() : m_life + u'-';
    QNetworkRequest request = hallRequest(m_address, "/events?after=" + last + QString::number(m_lastSeq));
    request.setRawHeader("Accept", "text/event-stream");
    m_reply = m_network->get(request);
    m_silence.start();
    connect(m_reply, &QNetworkReply::readyRead, this, &EventStream::read);
    connect(m_reply, &QNetworkReply::metaDataChanged, this, [this] {
        if (isStream(*m_reply))
            setConnected(true);
    });
    connect(m_reply, &QNetworkReply::finished, this, &EventStream::ended);
}

void EventStream::read()
{
    if (!isStream(*m_reply))
        return;
    m_silence.start();
    m_attempt = 0;
    const QNetworkReply* const reading = m_reply;
    for (const SseMessage& message : m_parser.feed(m_reply->readAll())) {
        deliver(message);
        // A slot may have stopped us, or followed from elsewhere: the rest is not ours any more.
        if (m_reply != reading)
            return;
    }
    if (m_parser.failed())
        lost();
}

void EventStream::deliver(const SseMessage& message)
{
    const auto news = api::readEvent(message.event, message.data);
    bool isNumber = false;
    const qint64 seq = message.id.mid(message.id.lastIndexOf('-') + 1).toLongLong(&isNumber);
    if (!isNumber || !news) {
        qCWarning(lcStream) << "skipped an event without a number or data:" << message.event;
        return;
    }
    if (seq <= m_lastSeq)
        return;
    m_lastSeq = seq;
    emit event(*news);
}

void EventStream::ended()
{
    const int status = statusOf(*m_reply);
    if (status < 400 || status >= 500 || status == 408 || status == 429) {
        lost();
        return;
    }
    const QString detail = parseAnswer(status, m_reply->readAll()).detail;
    stop();
    emit refused(status, detail);
}

void EventStream::lost()
{
    drop();
    const auto pause = std::min(m_pauses.firstRetry * (1 << std::min(m_attempt, 10)), m_pauses.longestRetry);
    ++m_attempt;
    m_retry.start(pause);
    setConnected(false);
}

void EventStream::drop()
{
    m_retry.stop();
    m_silence.stop();
    m_parser.reset();
    if (!m_reply)
        return;
    m_reply->disconnect(this);
    m_reply->abort();
    m_reply->deleteLater();
    m_reply = nullptr;
}

void EventStream::setConnected(bool connected)
{
    if (m_connected == connected)
        return;
    m_connected = connected;
    emit connectedChanged(connected);
}

} // namespace starqueue::client
