#include <house/hall/line.h>

#include <utility>

namespace starqueue::house {

using hall::http::network::IoResult;
using hall::http::network::SocketUser;

class Line::HallSocket final : public hall::http::network::Socket
{
public:
    explicit HallSocket(std::shared_ptr<Line> line) : m_line(std::move(line)) {}
    ~HallSocket() override { HallSocket::close(); }

    IoResult receive(std::span<char> into) override
    {
        if (m_line->m_hallIsGone)
            return {IoResult::State::Ended, 0};
        const std::string bytes = m_line->m_toHall->take(into.size());
        bytes.copy(into.data(), bytes.size());
        if (!bytes.empty())
            return {IoResult::State::Moved, bytes.size()};
        const bool ended = m_line->m_toHall->hasEnded();
        return {ended ? IoResult::State::Ended : IoResult::State::WouldBlock, 0};
    }
    IoResult send(std::span<const std::string_view> pieces) override
    {
        if (m_line->m_hallIsGone || m_line->m_clientIsGone)
            return {IoResult::State::Ended, 0};
        std::size_t sent = 0;
        for (const std::string_view piece : pieces) {
            const std::size_t taken = m_line->m_toClient->send(piece);
            sent += taken;
            if (taken < piece.size())
                break;
        }
        return {sent > 0 ? IoResult::State::Moved : IoResult::State::WouldBlock, sent};
    }
    void awaitReadable(std::shared_ptr<SocketUser> user) override
    {
        m_line->m_reader = std::move(user);
        if (!m_line->m_toHall->isEmpty() || m_line->m_toHall->hasEnded() || m_line->m_hallIsGone)
            m_line->tellReader();
    }
    void awaitWritable(std::shared_ptr<SocketUser> user) override
    {
        m_line->m_writer = std::move(user);
        if (m_line->m_hallIsGone || m_line->m_clientIsGone || m_line->m_toClient->waiting() < Pipe::kCapacity)
            m_line->tellWriter();
    }
    void endSending() override { m_line->m_toClient->end(); }
    void close() override
    {
        m_line->m_toClient->end();
        m_line->m_reader.reset();
        m_line->m_writer.reset();
        m_line->m_heldByHall = false;
    }

private:
    const std::shared_ptr<Line> m_line;
};

std::unique_ptr<hall::http::network::Socket> Line::socket()
{
    m_heldByHall = true;
    m_toHall->onArrival = [line = weak_from_this()] {
        if (const auto self = line.lock())
            self->tellReader();
    };
    m_toClient->onRoom = [line = weak_from_this()] {
        if (const auto self = line.lock())
            self->tellWriter();
    };
    return std::make_unique<HallSocket>(shared_from_this());
}

void Line::tellReader()
{
    m_agenda.after({}, [line = shared_from_this()]() REQUIRES(hall::http::turn) {
        if (const auto reader = std::exchange(line->m_reader, nullptr))
            reader->onReadable();
    });
}

void Line::tellWriter()
{
    m_agenda.after({}, [line = shared_from_this()]() REQUIRES(hall::http::turn) {
        if (const auto writer = std::exchange(line->m_writer, nullptr))
            writer->onWritable();
    });
}

void Line::leave()
{
    m_toClient->onArrival = nullptr;
    m_toHall->end();
    m_clientIsGone = true;
    m_toClient->lose();
}

void Line::breakOff()
{
    m_toHall->lose();
    m_toClient->lose();
    m_clientIsGone = true;
    tellReader();
    tellWriter();
}

void Line::fallSilent()
{
    m_isSilent = true;
    m_toHall->fallSilent();
    m_toClient->fallSilent();
}

void Line::hallDies(bool losesBytes)
{
    m_hallIsGone = true;
    m_toHall->lose();
    if (losesBytes && !m_isSilent)
        m_toClient->lose();
    else
        m_toClient->end();
    tellReader();
    tellWriter();
}

} // namespace starqueue::house
