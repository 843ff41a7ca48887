#pragma once

#include <house/hall/pipe.h>

#include <hall/http/network/socket.h>

#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace starqueue::house {

/// A connection between somebody and the hall, as TCP gives it.
class Line final : public std::enable_shared_from_this<Line>
{
public:
    Line(Agenda& agenda, const Random& random, const NetworkState& network)
        : m_toHall(std::make_shared<Pipe>(agenda, random.stream("to the hall"), network)),
          m_toClient(std::make_shared<Pipe>(agenda, random.stream("to the client"), network)),
          m_agenda(agenda)
    {}

    // The client's end.
    void send(std::string_view bytes) { (void)m_toHall->send(bytes); }
    void endSending() { m_toHall->end(); }
    /// All that has come since the last call.
    std::string take() { return m_toClient->take(Pipe::kCapacity); }
    [[nodiscard]] bool isClosed() const { return m_toClient->hasEnded(); }
    /// `heard` is called when something has come, or the end.
    void onArrival(std::function<void()> heard) { m_toClient->onArrival = std::move(heard); }
    /// The client closes, or dies: what it sent still arrives at the hall.
    void leave();

    /// The connection breaks: each direction loses what is on its way.
    void breakOff();
    /// A cable is pulled: from here on nothing arrives, and neither end is told.
    void fallSilent();
    /// The hall dies: it takes and sends nothing more; what it sent still arrives, or is lost.
    void hallDies(bool losesBytes);

    /// The hall's end, once.
    [[nodiscard]] std::unique_ptr<hall::http::network::Socket> socket();
    [[nodiscard]] bool isHeldByHall() const { return m_heldByHall; }

private:
    class HallSocket;

    void tellReader();
    void tellWriter();

    const std::shared_ptr<Pipe> m_toHall;
    const std::shared_ptr<Pipe> m_toClient;
    Agenda& m_agenda;
    bool m_hallIsGone = false;
    bool m_clientIsGone = false;
    bool m_heldByHall = false;
    bool m_isSilent = false;
    std::shared_ptr<hall::http::network::SocketUser> m_reader;
    std::shared_ptr<hall::http::network::SocketUser> m_writer;
};

} // namespace starqueue::house
