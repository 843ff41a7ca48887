#include <house/kernel/kernel.h>
#include <house/wire/hall_address.h>
#include <house/wire/line_network.h>

#include <gtest/gtest.h>

#include <array>

using namespace std::chrono_literals;
using namespace starqueue::house;
using starqueue::hall::http::network::IoResult;
using starqueue::hall::http::network::Socket;

namespace {

constexpr auto kHello = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 5\r\n\r\nhello";

/// A program that asks, and a hall that answers with what it is told to.
class ALineNetwork : public testing::Test
{
protected:
    /// The hall's end of one connection.
    struct Connection
    {
        std::shared_ptr<Line> line;
        std::unique_ptr<Socket> socket;
        std::string received;
    };

    std::shared_ptr<Line> connect()
    {
        if (m_refuses)
            return nullptr;
        auto line = std::make_shared<Line>(m_kernel.agenda, Random{m_connections.size()}, m_state);
        m_connections.push_back({line, line->socket(), {}});
        return line;
    }

    QNetworkReply* get(const QString& path, int timeout = 0)
    {
        QNetworkRequest request{QUrl{"http://hall" + path}};
        request.setRawHeader("Authorization", "Bearer secret");
        request.setTransferTimeout(timeout);
        return m_network.get(request);
    }

    void pass(std::chrono::nanoseconds time = 100ms)
    {
        m_kernel.agenda.runUntil(m_kernel.agenda.now() + time);
        for (Connection& connection : m_connections) {
            std::array<char, 4096> part{};
            for (IoResult got = connection.socket->receive(part); got.bytes > 0;
                 got = connection.socket->receive(part))
                connection.received.append(part.data(), got.bytes);
        }
    }

    void answer(std::size_t connection, std::string_view bytes)
    {
        m_connections.at(connection).socket->send(std::array{bytes});
        pass();
    }

    Kernel m_kernel{1};
    NetworkState m_state{4ms, 1.0};
    bool m_refuses = false;
    std::vector<Connection> m_connections;
    LineNetwork m_network{[this] { return connect(); }};
};

/// Keeps what is told of answers.
class Answers final : public Checker
{
public:
    Answers() : Checker("answers") {}
    void onFact(const Fact& fact) override
    {
        if (fact.is("kiosk-1", "answered"))
            facts.push_back(fact);
    }

    std::vector<Fact> facts;
};

int statusOf(const QNetworkReply& reply)
{
    return reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
}

} // namespace

TEST_F(ALineNetwork, WritesARequestAndReadsItsAnswerHoweverTheyAreCut)
{
    QNetworkRequest request{QUrl{"http://hall/api/v1/tickets?a=b"}};
    request.setHeader(QNetworkRequest::ContentTypeHeader, "application/json");
    const QNetworkReply* const reply = m_network.sendCustomRequest(request, "POST", "{}");
    pass();
    const std::string& received = m_connections.at(0).received;
    EXPECT_TRUE(received.starts_with("POST /api/v1/tickets?a=b HTTP/1.1\r\n")) << received;
    EXPECT_NE(received.find("\r\nContent-Type: application/json\r\n"), received.npos) << received;
    EXPECT_NE(received.find("\r\nContent-Length: 2\r\n"), received.npos) << received;
    EXPECT_TRUE(received.ends_with("\r\nHost: hall\r\n\r\n{}")) << received;
    answer(0, kHello);
    EXPECT_TRUE(reply->isFinished());
    EXPECT_EQ(statusOf(*reply), 200);
    EXPECT_EQ(reply->header(QNetworkRequest::ContentTypeHeader), "application/json");
    EXPECT_EQ(const_cast<QNetworkReply*>(reply)->readAll(), "hello");
}

TEST_F(ALineNetwork, KeepsAConnectionForTheNextRequest)
{
    for (int i = 0; i < 3; ++i) {
        const QNetworkReply* const reply = get("/" + QString::number(i));
        pass();
        answer(0, kHello);
        EXPECT_TRUE(reply->isFinished()) << i;
    }
    EXPECT_EQ(m_connections.size(), 1U);
}

TEST_F(ALineNetwork, TakesANewConnectionAfterOneThatTheHallCloses)
{
    (void)get("/first");
    pass();
    answer(0, "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 0\r\n\r\n");
    (void)get("/second");
    pass();
    answer(1, kHello);
    m_connections.at(1).socket->close();
    pass();
    (void)get("/third");
    pass();
    EXPECT_TRUE(m_connections.at(2).received.starts_with("GET /third "));
}

TEST_F(ALineNetwork, HasNoMoreThanSixConnections)
{
    for (int i = 0; i < 8; ++i)
        (void)get("/" + QString::number(i));
    pass();
    ASSERT_EQ(m_connections.size(), LineNetwork::kMostConnections);
    answer(3, kHello);
    EXPECT_EQ(m_connections.size(), LineNetwork::kMostConnections);
    EXPECT_NE(m_connections.at(3).received.find("GET /6 "), std::string::npos);
}

TEST_F(ALineNetwork, SaysThatAConnectionWasRefused)
{
    m_refuses = true;
    const QNetworkReply* const reply = get("/");
    EXPECT_FALSE(reply->isFinished()) << "within the call";
    pass();
    EXPECT_EQ(reply->error(), QNetworkReply::ConnectionRefusedError);
    EXPECT_EQ(statusOf(*reply), 0);
}

TEST_F(ALineNetwork, SendsARequestThriceAgainWhenNothingCameOfItsAnswer)
{
    const QNetworkReply* const reply = get("/");
    for (std::size_t i = 0; i < 4; ++i) {
        pass();
        EXPECT_TRUE(m_connections.at(i).received.starts_with("GET / ")) << i;
        EXPECT_FALSE(reply->isFinished());
        m_connections.at(i).socket->close();
    }
    pass();
    EXPECT_EQ(reply->error(), QNetworkReply::RemoteHostClosedError);
    EXPECT_EQ(m_connections.size(), 4U);
}

TEST_F(ALineNetwork, SaysThatTheHallClosedInTheMiddleOfAnAnswer)
{
    for (const char* begun :
         {"HTTP/1.1 200 OK\r\nConte", "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhel"}) {
        const QNetworkReply* const reply = get("/");
        pass();
        const std::size_t last = m_connections.size() - 1;
        answer(last, begun);
        EXPECT_FALSE(reply->isFinished()) << begun;
        m_connections.at(last).socket->close();
        pass();
        EXPECT_EQ(reply->error(), QNetworkReply::RemoteHostClosedError) << begun;
    }
}

TEST_F(ALineNetwork, HandsAStreamOnAsItComesUntilTheHallEndsIt)
{
    QNetworkReply* const reply = get("/events");
    pass();
    answer(0, "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nConnection: close\r\n\r\n");
    answer(0, "id: 1\n\n");
    EXPECT_EQ(reply->readAll(), "id: 1\n\n");
    answer(0, "id: 2\n\n");
    EXPECT_EQ(reply->readAll(), "id: 2\n\n");
    EXPECT_FALSE(reply->isFinished());
    m_connections.at(0).socket->close();
    pass();
    EXPECT_TRUE(reply->isFinished());
    EXPECT_EQ(reply->error(), QNetworkReply::NoError);
}

TEST_F(ALineNetwork, LeavesTheLineOfARequestThatIsAborted)
{
    QNetworkReply* const reply = get("/first");
    pass();
    reply->abort();
    EXPECT_EQ(reply->error(), QNetworkReply::OperationCanceledError);
    pass();
    std::array<char, 1> none{};
    EXPECT_EQ(m_connections.at(0).socket->receive(none).state, IoResult::State::Ended);
    (void)get("/second");
    pass();
    EXPECT_TRUE(m_connections.at(1).received.starts_with("GET /second "));
}

TEST_F(ALineNetwork, AbortsARequestOfWhichNothingIsHeardInItsTransferTimeout)
{
    const QNetworkReply* const reply = get("/events", 1000);
    pass(900ms);
    answer(0, "HTTP/1.1 200 OK\r\n\r\nsome");
    pass(900ms);
    EXPECT_FALSE(reply->isFinished());
    pass(200ms);
    EXPECT_EQ(reply->error(), QNetworkReply::OperationCanceledError);
}

TEST_F(ALineNetwork, ForgetsARequestThatIsDestroyed)
{
    delete get("/first");
    QNetworkReply* const second = get("/second");
    pass();
    EXPECT_TRUE(m_connections.at(0).received.starts_with("GET /second "));
    delete second;
    answer(0, kHello);
    (void)get("/third");
    pass();
    EXPECT_TRUE(m_connections.at(1).received.starts_with("GET /third "));
}

TEST(AHallAddress, ReachesTheRealHallAndTellsWhatItAnswers)
{
    Options options;
    options.mix = {"none"};
    House house{options};
    auto& hall = house.add<HallProgram>(house);
    hall.start();
    starqueue::client::HallClient client(addressOf(house, hall, "kiosk-1"));
    const auto& answers = house.add<Answers>();
    int board = 0;
    int ticket = 0;
    client.get("/board", &client, [&](const starqueue::client::Answer& answer) { board = answer.status; });
    client.post("/tickets", {{"service", "account"}}, &client,
                [&](const starqueue::client::Answer& answer) { ticket = answer.status; });
    house.agenda().runUntil(house.agenda().now() + 2s);
    EXPECT_EQ(board, 200);
    EXPECT_EQ(ticket, 201);
    ASSERT_EQ(answers.facts.size(), 1U);
    EXPECT_EQ(answers.facts[0].number("status"), 201);
    EXPECT_FALSE(answers.facts[0].text("number").empty());
}
