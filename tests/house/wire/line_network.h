#pragma once

#include <house/wire/http_channel.h>

#include <QNetworkAccessManager>
#include <QPointer>

#include <deque>
#include <functional>
#include <memory>
#include <vector>

namespace starqueue::house {

/// Qt's network over lines in memory: the bytes of HTTP/1.1, on at most six keep-alive connections with one
/// request at a time each, and with the errors that Qt has for what goes wrong. No socket, no thread.
class LineNetwork final : public QNetworkAccessManager
{
public:
    static constexpr std::size_t kMostConnections = 6;

    explicit LineNetwork(HttpChannel::Connect connect, QObject* parent = nullptr)
        : QNetworkAccessManager(parent), m_connect(std::move(connect))
    {}

    std::function<void(const HttpChannel::NetworkReply&)> onRequest; ///< each that is asked for

protected:
    QNetworkReply* createRequest(Operation operation, const QNetworkRequest& request,
                                 QIODevice* outgoing) override;

private:
    void sendSoon();
    void sendWaiting();
    [[nodiscard]] HttpChannel* freeChannel();

    HttpChannel::Connect m_connect;
    std::deque<QPointer<HttpChannel::NetworkReply>> m_waiting;
    std::vector<std::unique_ptr<HttpChannel>> m_channels;
    bool m_isSending = false;
};

} // namespace starqueue::house
