#include <house/disk/sqlite_vfs.h>
#include <house/kernel/kernel.h>
#include <house/run/outcome.h>

#include <SQLiteCpp/SQLiteCpp.h>

#include <QDateTime>
#include <QElapsedTimer>
#include <QRandomGenerator>

#include <gmock/gmock.h>
#include <sodium.h>
#include <unistd.h>

#include <condition_variable>
#include <ctime>
#include <map>
#include <mutex>
#include <random>
#include <string>
#include <thread>

using namespace starqueue::house;
using namespace std::chrono_literals;

namespace {

std::int64_t inMs(auto instant)
{
    return std::chrono::floor<std::chrono::milliseconds>(instant.time_since_epoch()).count();
}

/// One number of each source of randomness, in a process of its own, since Qt keeps some in store.
std::map<std::string, std::int64_t> anyNumbers(std::uint64_t seed)
{
    const auto draw = [](const Options& options) {
        Kernel kernel{options.seed};
        std::random_device device;
        std::random_device named{"/dev/urandom"};
        std::uint32_t fromC = 0;
        EXPECT_EQ(::getentropy(&fromC, sizeof fromC), 0);
        Outcome outcome;
        outcome.sometimes = {{"device", device()},
                             {"named device", named()},
                             {"Qt", QRandomGenerator::system()->generate()},
                             {"sodium", ::randombytes_random()},
                             {"C", fromC}};
        return outcome;
    };
    Options options;
    options.seed = seed;
    return runInChild(draw, options).sometimes;
}

} // namespace

TEST(Interposition, EveryWallClockShowsTheHouseTimeAndItsSteps)
{
    Kernel kernel{1};
    Disk disk{kernel.clock, kernel.random.stream("disk")};
    SqliteVfs vfs{disk};
    SQLite::Database database{":memory:", SQLite::OPEN_READWRITE};
    for (const auto step : {0h, 100h, -30h}) {
        kernel.clock.stepWall(step);
        kernel.agenda.runUntil(kernel.agenda.now() + 1500ms);
        const std::int64_t now = inMs(kernel.clock.wall());
        EXPECT_EQ(inMs(std::chrono::system_clock::now()), now);
        EXPECT_EQ(QDateTime::currentMSecsSinceEpoch(), now);
        EXPECT_EQ(std::time(nullptr), now / 1000);
        const double day = database.execAndGet("SELECT julianday('now')").getDouble();
        EXPECT_NEAR((day - 2440587.5) * 86'400'000, static_cast<double>(now), 1);
    }
}

TEST(Interposition, ElapsedClocksDoNotNoticeAStep)
{
    Kernel kernel{1};
    const auto steady = std::chrono::steady_clock::now();
    QElapsedTimer timer;
    timer.start();
    kernel.clock.stepWall(-1h);
    kernel.agenda.runUntil(kernel.agenda.now() + 7s);
    EXPECT_EQ(std::chrono::steady_clock::now() - steady, 7s);
    EXPECT_EQ(timer.elapsed(), 7000);
}

TEST(Interposition, EverySourceOfRandomnessFollowsTheSeed)
{
    const auto first = anyNumbers(3);
    EXPECT_EQ(anyNumbers(3), first);
    ASSERT_EQ(first.size(), 5U);
    for (const auto& [source, number] : anyNumbers(4))
        EXPECT_NE(number, first.at(source)) << source;
}

TEST(Interposition, WithoutAHouseTheClocksAreReal)
{
    {
        Kernel kernel{1};
    }
    const auto before = std::chrono::steady_clock::now();
    std::this_thread::sleep_for(1us);
    EXPECT_GT(std::chrono::steady_clock::now(), before);
    std::thread{[] {}}.join();
}

TEST(InterpositionDeathTest, AThreadThatNobodyAllowedEndsTheRun)
{
    Kernel kernel{1};
    EXPECT_DEATH(std::thread{[] {}}.join(), "a thread starts unasked");
}

TEST(InterpositionDeathTest, SleepingEndsTheRun)
{
    Kernel kernel{1};
    EXPECT_DEATH(std::this_thread::sleep_for(1ms), "somebody sleeps");
}

TEST(InterpositionDeathTest, WaitingForAConditionEndsTheRun)
{
    Kernel kernel{1};
    std::mutex mutex;
    std::condition_variable condition;
    std::unique_lock lock{mutex};
    EXPECT_DEATH(condition.wait(lock), "waits for a condition");
    EXPECT_DEATH(condition.wait_for(lock, 1s), "waits for a condition");
}

TEST(InterpositionDeathTest, AnAllowedThreadStarts)
{
    Kernel kernel{1};
    Interposition::allowThreadsOf("AnAllowedThreadStarts");
    bool ran = false;
    std::thread{[&] { ran = true; }}.join();
    EXPECT_TRUE(ran);
}
