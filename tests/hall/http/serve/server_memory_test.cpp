#include "served.h"

#include <sys/resource.h>
#include <unistd.h>

#include <fstream>
#include <thread>

namespace starqueue::hall::http::serve {

using test::HttpPeer;

namespace {

std::size_t residentKilobytes()
{
    std::ifstream file("/proc/self/statm");
    std::size_t total = 0;
    std::size_t resident = 0;
    file >> total >> resident;
    return resident * static_cast<std::size_t>(sysconf(_SC_PAGESIZE)) / 1024;
}

bool mayOpen(std::size_t descriptors)
{
    rlimit limit{};
    getrlimit(RLIMIT_NOFILE, &limit);
    if (limit.rlim_cur >= descriptors)
        return true;
    limit.rlim_cur = std::min<rlim_t>(descriptors, limit.rlim_max);
    setrlimit(RLIMIT_NOFILE, &limit);
    return limit.rlim_cur >= descriptors;
}

} // namespace

/// Client and server share this process: the figures below hold both ends.
TEST(ServerMemory, AThousandHalfSentRequestsAndThenSilenceCostLittle)
{
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
    GTEST_SKIP() << "sanitizers keep freed memory";
#endif
    if (!mayOpen(2200))
        GTEST_SKIP() << "needs 2200 file descriptors";
    Served served(Limits{}, echo);
    EXPECT_EQ(served.connect().request("GET", "/")->status, 200);
    const std::size_t before = residentKilobytes();
    std::size_t firstRound = 0;
    for (int round = 0; round < 20; ++round) {
        std::vector<HttpPeer> peers;
        for (int i = 0; i < 1000; ++i) {
            peers.push_back(served.connect());
            ASSERT_TRUE(peers.back().send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 60000\r\n\r\nhalf"));
        }
        while (served.server().counts().connections < 1000)
            std::this_thread::yield();
        if (round == 0)
            firstRound = residentKilobytes();
        peers.clear();
        while (served.server().counts().connections > 0)
            std::this_thread::yield();
    }
    const std::size_t after = residentKilobytes();
    RecordProperty("residentKilobytesBefore", static_cast<int>(before));
    RecordProperty("residentKilobytesWith1000HalfOpen", static_cast<int>(firstRound));
    RecordProperty("residentKilobytesAfter20Rounds", static_cast<int>(after));
    std::printf("resident: %zu kB before, %zu kB with 1000 half-open, %zu kB after 20 rounds\n", before,
                firstRound, after);
    EXPECT_LT(firstRound - before, std::size_t{8} * 1024);
    EXPECT_LT(after, firstRound + std::size_t{4} * 1024);
}

} // namespace starqueue::hall::http::serve
