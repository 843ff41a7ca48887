#pragma once

#include <hall/http/network/event_loop.h>

#include <algorithm>
#include <deque>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace starqueue::hall::http::network {

/// Both ends of a connection in memory: the server's socket moves bytes to and from it, the test looks at it.
struct MemoryLine
{
    std::string toServer;
    std::string toClient;
    bool clientHasEnded = false;
    bool isClosed = false; ///< by the server
    std::shared_ptr<SocketUser> reader;
};

class MemorySocket final : public Socket
{
public:
    explicit MemorySocket(std::shared_ptr<MemoryLine> line) : m_line(std::move(line)) {}

    Transfer receive(std::span<char> into) override
    {
        const std::size_t bytes = m_line->toServer.copy(into.data(), into.size());
        m_line->toServer.erase(0, bytes);
        if (bytes > 0)
            return {Transfer::State::Moved, bytes};
        return {m_line->clientHasEnded ? Transfer::State::Ended : Transfer::State::WouldBlock, 0};
    }

    Transfer send(std::span<const std::string_view> pieces) override
    {
        Transfer sent;
        for (const std::string_view piece : pieces) {
            m_line->toClient += piece;
            sent.bytes += piece.size();
        }
        return sent;
    }

    void awaitReadable(std::shared_ptr<SocketUser> user) override { m_line->reader = std::move(user); }
    void awaitWritable(std::shared_ptr<SocketUser>) override {} // there always is room
    void endSending() override {}
    void close() override
    {
        m_line->isClosed = true;
        m_line->reader.reset();
    }

private:
    const std::shared_ptr<MemoryLine> m_line;
};

/// An event loop without kernel and threads: it works while the test calls, on a clock that the test moves.
class MemoryLoop final : public EventLoop
{
public:
    Clock::time_point now() const override { return m_now; }
    void start() override { m_isOpen = true; }
    void quit() override { m_hasQuit = true; }
    void finish() override
    {
        while (!m_hasQuit)
            advance(std::chrono::milliseconds(1));
        settle();
        m_isOpen = false;
    }

    void post(std::function<void()> task) override { m_tasks.push_back(std::move(task)); }
    void inTurn(const std::function<void()>& task) override { task(); }
    bool postBlocking(std::function<void()> task) override
    {
        if (m_isOpen)
            m_tasks.push_back(std::move(task));
        return m_isOpen;
    }
    void repeat(std::chrono::milliseconds period, std::function<void()> task) override
    {
        m_tickers.push_back({period, m_now + period, std::move(task)});
    }

    tl::expected<Endpoint, ServerError> listen(const std::string& address, std::uint16_t port,
                                               SocketTaker& taker) override
    {
        m_taker = &taker;
        return Endpoint{address, port, 0};
    }
    void stopListening() override { m_taker = nullptr; }

    /// A client comes.
    std::shared_ptr<MemoryLine> connect()
    {
        auto line = std::make_shared<MemoryLine>();
        m_lines.push_back(line);
        m_taker->onAccepted(std::make_unique<MemorySocket>(line), {"127.0.0.1", true}, 0);
        return line;
    }

    /// Does all that can be done now.
    void settle()
    {
        while (tellReaders() || doTask()) {
        }
    }

    /// Lets @p time pass, tick by tick.
    void advance(Clock::duration time)
    {
        const auto end = m_now + time;
        settle();
        while (Ticker* due = nextTicker(end)) {
            m_now = due->next;
            due->next += due->period;
            due->task();
            settle();
        }
        m_now = end;
    }

private:
    struct Ticker
    {
        std::chrono::milliseconds period;
        Clock::time_point next;
        std::function<void()> task;
    };

    Ticker* nextTicker(Clock::time_point end)
    {
        const auto first = std::min_element(m_tickers.begin(), m_tickers.end(),
                                            [](const auto& a, const auto& b) { return a.next < b.next; });
        return first != m_tickers.end() && first->next <= end ? &*first : nullptr;
    }

    bool tellReaders()
    {
        for (const auto& line : m_lines) {
            if (!line->reader || (line->toServer.empty() && !line->clientHasEnded))
                continue;
            const auto reader = std::exchange(line->reader, nullptr);
            reader->onReadable();
            return true;
        }
        return false;
    }

    bool doTask()
    {
        if (m_tasks.empty())
            return false;
        const auto task = std::move(m_tasks.front());
        m_tasks.pop_front();
        task();
        return true;
    }

    Clock::time_point m_now;
    std::vector<Ticker> m_tickers;
    std::deque<std::function<void()>> m_tasks;
    std::vector<std::shared_ptr<MemoryLine>> m_lines;
    SocketTaker* m_taker = nullptr;
    bool m_isOpen = false;
    bool m_hasQuit = false;
};

} // namespace starqueue::hall::http::network
