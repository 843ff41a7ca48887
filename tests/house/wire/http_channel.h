#pragma once

#include <house/hall/line.h>
#include <house/wire/answer_head.h>

#include <support/memory/memory_network.h>

#include <QObject>

#include <functional>
#include <memory>
#include <optional>
#include <string>

namespace starqueue::house {

/// One keep-alive connection of a LineNetwork, for one request at a time. As Qt does it sends a request of
/// whose answer nothing came again when the connection is lost, over a new one and at most three times.
class HttpChannel final : public QObject
{
public:
    using NetworkReply = starqueue::test::MemoryExchange;
    using Connect = std::function<std::shared_ptr<Line>()>; ///< null: refused

    HttpChannel(Connect connect, std::function<void()> becameFree)
        : m_connect(std::move(connect)), m_becameFree(std::move(becameFree))
    {}
    ~HttpChannel() override { drop(); }

    [[nodiscard]] bool isFree() const { return m_reply == nullptr; }
    [[nodiscard]] bool isConnected() const { return m_line && !m_line->isClosed(); }
    /// Only while it is free.
    void send(NetworkReply& reply);

private:
    void transmit();
    void onArrival();
    void read();
    void onEnd();
    void end(const std::function<void(NetworkReply&)>& how);
    void giveUp();
    void drop();

    Connect m_connect;
    std::function<void()> m_becameFree;
    std::shared_ptr<Line> m_line;
    NetworkReply* m_reply = nullptr;
    std::string m_received;
    std::optional<AnswerHead> m_head;
    std::size_t m_left = 0; ///< of the body
    int m_resends = 0;      ///< that are left
};

} // namespace starqueue::house
