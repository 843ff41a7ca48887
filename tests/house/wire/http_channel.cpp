#include <house/wire/http_channel.h>

#include <limits>
#include <utility>

namespace starqueue::house {

namespace {

constexpr int kResends = 3;

std::string requestBytes(const HttpChannel::NetworkReply& reply)
{
    const QNetworkRequest request = reply.request();
    const QUrl url = request.url();
    QByteArray bytes = reply.verb() + ' ' +
                       url.toEncoded(QUrl::RemoveScheme | QUrl::RemoveAuthority | QUrl::RemoveFragment) +
                       " HTTP/1.1\r\n";
    for (const QByteArray& name : request.rawHeaderList())
        bytes += name + ": " + request.rawHeader(name) + "\r\n";
    if (reply.verb() != "GET")
        bytes += "Content-Length: " + QByteArray::number(reply.body().size()) + "\r\n";
    bytes += "Connection: Keep-Alive\r\nAccept-Language: en,*\r\nUser-Agent: Mozilla/5.0\r\nHost: " +
             url.host().toUtf8() + "\r\n\r\n";
    return (bytes + reply.body()).toStdString();
}

} // namespace

void HttpChannel::send(NetworkReply& reply)
{
    m_reply = &reply;
    m_resends = kResends;
    const auto giveUpThis = [this, at = &reply] {
        if (m_reply == at)
            giveUp();
    };
    connect(&reply, &QNetworkReply::finished, this, giveUpThis);
    connect(&reply, &QObject::destroyed, this, giveUpThis);
    transmit();
}

void HttpChannel::transmit()
{
    if (!isConnected()) {
        drop();
        m_line = m_connect();
        if (!m_line)
            return end([](NetworkReply& reply) { reply.refuse(); });
        m_line->onArrival([this] { onArrival(); });
    }
    m_line->send(requestBytes(*m_reply));
}

void HttpChannel::onArrival()
{
    m_received += m_line->take();
    if (m_reply == nullptr)
        return drop(); // nothing was asked: the hall has closed it
    read();
    if (m_reply != nullptr && m_line && m_line->isClosed())
        onEnd();
}

// Whoever is told something may abort: then there is no reply any more.
void HttpChannel::read()
{
    if (!m_head) {
        m_head = takeHead(m_received);
        if (!m_head)
            return;
        m_left = m_head->length.value_or(std::numeric_limits<std::size_t>::max());
        m_reply->begin(m_head->status, QByteArray::fromStdString(m_head->contentType));
        if (m_reply == nullptr)
            return;
    }
    const std::string part = m_received.substr(0, m_left);
    m_received.erase(0, part.size());
    m_left -= part.size();
    m_reply->push(QByteArray::fromStdString(part));
    if (m_reply != nullptr && m_left == 0)
        end([](NetworkReply& reply) { reply.finish(); });
}

void HttpChannel::onEnd()
{
    if (m_head && !m_head->length)
        return end([](NetworkReply& reply) { reply.finish(); });
    if (!m_head && m_received.empty() && m_resends-- > 0)
        return transmit();
    end([](NetworkReply& reply) { reply.breakOff(); });
}

void HttpChannel::end(const std::function<void(NetworkReply&)>& how)
{
    NetworkReply& ending = *std::exchange(m_reply, nullptr);
    if (m_head && m_head->keepsAlive && m_left == 0)
        m_head.reset();
    else
        drop();
    how(ending);
    m_becameFree();
}

void HttpChannel::giveUp()
{
    m_reply = nullptr;
    drop();
    m_becameFree();
}

void HttpChannel::drop()
{
    if (m_line)
        m_line->leave();
    m_line.reset();
    m_received.clear();
    m_head.reset();
}

} // namespace starqueue::house
