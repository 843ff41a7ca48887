#include <house/wire/line_network.h>

#include <QTimer>

#include <algorithm>
#include <utility>

namespace starqueue::house {

namespace {

/// Aborts when nothing has come for so many ms.
void limitSilence(HttpChannel::NetworkReply& reply, int milliseconds)
{
    auto* const silence = new QTimer(&reply);
    QObject::connect(silence, &QTimer::timeout, &reply, &QNetworkReply::abort);
    QObject::connect(&reply, &QIODevice::readyRead, silence, qOverload<>(&QTimer::start));
    silence->setSingleShot(true);
    silence->start(milliseconds);
}

} // namespace

QNetworkReply* LineNetwork::createRequest(Operation operation, const QNetworkRequest& request,
                                          QIODevice* outgoing)
{
    const QByteArray body = outgoing != nullptr ? outgoing->readAll() : QByteArray();
    auto* const reply = new HttpChannel::NetworkReply(request, operation, body, this);
    if (const int limit = std::max(request.transferTimeout(), transferTimeout()); limit > 0)
        limitSilence(*reply, limit);
    if (onRequest)
        onRequest(*reply);
    m_waiting.emplace_back(reply);
    sendSoon();
    return reply;
}

// Never from within a call of the user's, who has connected nothing yet.
void LineNetwork::sendSoon()
{
    if (!m_waiting.empty() && !std::exchange(m_isSending, true))
        QMetaObject::invokeMethod(
            this, [this] { sendWaiting(); }, Qt::QueuedConnection);
}

void LineNetwork::sendWaiting()
{
    m_isSending = false;
    while (!m_waiting.empty()) {
        const auto next = m_waiting.front();
        if (next && !next->isFinished()) {
            HttpChannel* const channel = freeChannel();
            if (channel == nullptr)
                return;
            m_waiting.pop_front();
            channel->send(*next);
        } else {
            m_waiting.pop_front();
        }
    }
}

HttpChannel* LineNetwork::freeChannel()
{
    HttpChannel* free = nullptr;
    for (const auto& channel : m_channels)
        if (channel->isFree() && (free == nullptr || !free->isConnected()))
            free = channel.get();
    if (free == nullptr && m_channels.size() < kMostConnections)
        free =
            m_channels.emplace_back(std::make_unique<HttpChannel>(m_connect, [this] { sendSoon(); })).get();
    return free;
}

} // namespace starqueue::house
