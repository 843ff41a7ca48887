#include <hall/service/systemd/service_manager.h>

#include <support/http_peer.h>

#include <gmock/gmock.h>

#include <array>
#include <atomic>
#include <thread>

// The real program under a service manager.

namespace starqueue::hall::test {
namespace {

using starqueue::test::HttpPeer;
using testing::HasSubstr;
using testing::StartsWith;

HttpPeer asked(std::uint16_t port, const std::string& path)
{
    auto peer = HttpPeer::connect("127.0.0.1", port);
    if (!peer || !peer->send(HttpPeer::requestText("GET", path)))
        throw std::runtime_error("nobody listens");
    return std::move(*peer);
}

int statusOf(std::uint16_t port, const std::string& path)
{
    return asked(port, path).receive()->status;
}

TEST(SupervisedHall, TellsThatItServesOnceItAnswersAndThatItEnds)
{
    const HallFolder folder;
    ServiceManager systemd(folder, {"starqueue-hall.socket"});
    systemd.start();
    const std::string told = systemd.hear();
    EXPECT_THAT(told, StartsWith("READY=1"));
    EXPECT_THAT(told, HasSubstr("http://127.0.0.1:" + std::to_string(systemd.port(0))));
    EXPECT_EQ(statusOf(systemd.port(0), "/healthz"), 200);
    systemd.askToEnd();
    EXPECT_EQ(systemd.hear(), "STOPPING=1");
    EXPECT_EQ(systemd.waitForEnd(), 0);
}

TEST(SupervisedHall, ARestartRefusesNobody)
{
    const HallFolder folder;
    ServiceManager systemd(folder, {"starqueue-hall.socket"});
    systemd.start();
    ASSERT_THAT(systemd.hear(), StartsWith("READY=1"));
    systemd.askToEnd();
    ASSERT_EQ(systemd.waitForEnd(), 0);
    HttpPeer meanwhile = asked(systemd.port(0), "/healthz");
    systemd.start();
    EXPECT_EQ(meanwhile.receive()->status, 200);
}

TEST(SupervisedHall, WhoComesWithinRestartsUnderLoadIsAnswered)
{
    const HallFolder folder;
    ServiceManager systemd(folder, {"starqueue-hall.socket"});
    std::atomic<bool> isOver = false;
    std::atomic<int> refused = 0;
    std::array<std::jthread, 4> clients;
    for (std::jthread& client : clients)
        client = std::jthread([&] {
            while (!isOver) {
                const auto answer = asked(systemd.port(0), "/healthz").receive();
                refused += answer && answer->status == 200 ? 0 : 1;
            }
        });
    for (int restart = 0; restart < 5; ++restart) {
        systemd.start();
        EXPECT_THAT(systemd.hear(), StartsWith("READY=1"));
        systemd.askToEnd();
        EXPECT_EQ(systemd.hear(), "STOPPING=1");
        EXPECT_EQ(systemd.waitForEnd(), 0);
    }
    systemd.start();
    isOver = true;
    for (std::jthread& client : clients)
        client.join();
    EXPECT_EQ(refused, 0);
}

TEST(SupervisedHall, TakesTheSocketInPlaceOfTheAddressThatItIsGivenAndSaysSo)
{
    const HallFolder folder;
    ServiceManager systemd(folder, {"starqueue-hall.socket"});
    systemd.start({}, {"--listen", "127.0.0.1:1"}); // may be opened by root alone, and by nobody is meant
    EXPECT_THAT(systemd.logLine(), HasSubstr("127.0.0.1:1 isn't used"));
    ASSERT_THAT(systemd.hear(), HasSubstr(std::to_string(systemd.port(0))));
    EXPECT_EQ(statusOf(systemd.port(0), "/healthz"), 200);
    EXPECT_FALSE(HttpPeer::connect("127.0.0.1", 1).has_value());
}

TEST(SupervisedHall, ServesAtASocketForPhonesWhatPhonesMaySeeAlone)
{
    const HallFolder folder;
    ServiceManager systemd(folder, {"phone", "starqueue-hall.socket"});
    systemd.start();
    ASSERT_THAT(systemd.hear(), HasSubstr(std::to_string(systemd.port(1))));
    EXPECT_EQ(statusOf(systemd.port(0), "/api/v1/board"), 404);
    EXPECT_EQ(statusOf(systemd.port(1), "/api/v1/board"), 401);
}

TEST(SupervisedHall, WhoWaitsAtTheSocketForPhonesIsNeverTakenForAFace)
{
    const HallFolder folder;
    ServiceManager systemd(folder, {"phone", "starqueue-hall.socket"});
    HttpPeer early = asked(systemd.port(0), "/api/v1/board");
    systemd.start();
    EXPECT_EQ(early.receive()->status, 404);
}

TEST(SupervisedHall, SaysAgainAndAgainThatItIsAlive)
{
    const HallFolder folder;
    ServiceManager systemd(folder, {"starqueue-hall.socket"});
    systemd.start(std::chrono::milliseconds(100));
    ASSERT_THAT(systemd.hear(), StartsWith("READY=1"));
    EXPECT_EQ(systemd.hear(), "WATCHDOG=1");
    EXPECT_EQ(systemd.hear(), "WATCHDOG=1");
}

TEST(SupervisedHall, RefusesTwoSocketsForTheSamePart)
{
    const HallFolder folder;
    ServiceManager systemd(folder, {"one", "two"});
    systemd.start();
    EXPECT_EQ(systemd.waitForEnd(), 1);
}

TEST(SupervisedHall, RefusesASocketThatOtherMachinesReachInClear)
{
    const HallFolder folder;
    ServiceManager systemd(folder, {"starqueue-hall.socket"}, "0.0.0.0");
    systemd.start();
    EXPECT_EQ(systemd.waitForEnd(), 1);
    systemd.start({}, {"--in-clear"});
    EXPECT_THAT(systemd.hear(), StartsWith("READY=1"));
}

} // namespace
} // namespace starqueue::hall::test
