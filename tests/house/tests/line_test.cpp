#include <house/hall/network.h>

#include <gtest/gtest.h>

#include <array>

using namespace starqueue::house;
using starqueue::hall::http::network::IoResult;

namespace {

class ALine : public testing::Test
{
protected:
    /// All that the hall can receive now.
    std::string receive()
    {
        std::string all;
        std::array<char, 7> part{};
        for (IoResult got = m_socket->receive(part); got.bytes > 0; got = m_socket->receive(part))
            all.append(part.data(), got.bytes);
        return all;
    }
    IoResult send(std::string_view text) { return m_socket->send(std::array{text}); }
    void settle()
    {
        while (!m_agenda.isEmpty())
            m_agenda.runNext(Agenda::Elapsed::max());
    }

    VirtualClock m_clock;
    Agenda m_agenda{m_clock, Random{1}};
    NetworkState m_network{std::chrono::seconds{1}, 1.0};
    std::shared_ptr<Line> m_line = std::make_shared<Line>(m_agenda, Random{2}, m_network);
    std::unique_ptr<starqueue::hall::http::network::Socket> m_socket = m_line->socket();
};

} // namespace

TEST_F(ALine, DeliversInOrderHoweverItCuts)
{
    std::string sent;
    for (char c = 'a'; c <= 'z'; ++c) {
        m_line->send(std::string(5, c));
        sent += std::string(5, c);
    }
    EXPECT_EQ(receive(), "") << "nothing arrives at once";
    settle();
    EXPECT_EQ(receive(), sent);
}

TEST_F(ALine, DeliversWhatADeadClientHasSent)
{
    m_line->send("POST");
    m_line->leave();
    settle();
    EXPECT_EQ(receive(), "POST");
    EXPECT_EQ(send("answer").state, IoResult::State::Ended);
}

TEST_F(ALine, LosesWhatIsOnItsWayWhenItBreaks)
{
    m_line->send("POST");
    m_line->breakOff();
    settle();
    EXPECT_EQ(receive(), "");
    EXPECT_TRUE(m_line->isClosed());
}

TEST_F(ALine, TakesNothingFromADeadHall)
{
    EXPECT_EQ(send("before").bytes, 6U);
    m_line->hallDies(false);
    EXPECT_EQ(send("after").state, IoResult::State::Ended);
    settle();
    EXPECT_EQ(m_line->take(), "before");
    EXPECT_TRUE(m_line->isClosed());
}

TEST_F(ALine, HoldsNoMoreThanItsCapacity)
{
    const std::string much(2 * Pipe::kCapacity, 'x');
    EXPECT_EQ(send(much).bytes, Pipe::kCapacity);
    EXPECT_EQ(send(much).state, IoResult::State::WouldBlock);
    settle();
    EXPECT_EQ(m_line->take().size(), Pipe::kCapacity);
    EXPECT_EQ(send(much).bytes, Pipe::kCapacity);
}

TEST_F(ALine, TellsNobodyThatItHasFallenSilentUntilItBreaks)
{
    bool heard = false;
    m_line->onArrival([&] { heard = true; });
    m_line->send("POST");
    (void)send("answer");
    m_line->fallSilent();
    m_line->send("late");
    settle();
    EXPECT_EQ(receive() + m_line->take(), "");
    EXPECT_FALSE(heard);
    EXPECT_FALSE(m_line->isClosed());
    m_line->breakOff();
    settle();
    EXPECT_TRUE(heard);
    EXPECT_TRUE(m_line->isClosed());
}

TEST(ANetwork, APulledCableIsOfOneAddressUntilItIsPlugged)
{
    VirtualClock clock;
    Agenda agenda{clock, Random{1}};
    Network network{agenda, Random{2}};
    const auto arrives = [&](const std::shared_ptr<Line>& line) {
        const auto socket = line->socket();
        line->send("POST");
        while (!agenda.isEmpty())
            agenda.runNext(Agenda::Elapsed::max());
        std::array<char, 4> part{};
        return socket->receive(part).state == IoResult::State::Moved;
    };
    const auto before = network.newLine("kiosk");
    network.pullCable("kiosk");
    EXPECT_FALSE(arrives(before));
    EXPECT_FALSE(arrives(network.newLine("kiosk")));
    EXPECT_TRUE(arrives(network.newLine("counter")));
    network.plugCable("kiosk");
    EXPECT_TRUE(before->isClosed());
    EXPECT_TRUE(arrives(network.newLine("kiosk")));
}
