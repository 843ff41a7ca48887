#include <firmware-bridge/field_devices/rating_panel.h>
#include <firmware-bridge/simulators/bus/simulated_panel.h>

#include <gtest/gtest.h>

#include <deque>
#include <random>
#include <set>
#include <tuple>

using namespace Qt::StringLiterals;

using namespace starqueue::bridge;
using namespace starqueue::simulators;
using namespace std::chrono_literals;

namespace {

using Key = std::tuple<quint32, int, int>;

/// A panel, a wire that loses, doubles and delays frames, a host that crashes and a hall that
/// stores under a unique (uid, epoch, seq): every press that beeped must arrive exactly once.
class PressWorld
{
public:
    explicit PressWorld(unsigned seed) : m_random(seed) { restartHost(); }

    void run(int steps)
    {
        for (int i = 0; i < steps; ++i)
            oneStep();
        settle();
    }

    int beeped = 0;
    int stored = 0;
    int lostPower = 0;
    std::multiset<int> storedTokens;
    std::multiset<int> pressedTokens;

private:
    [[nodiscard]] bool chance(unsigned percent) { return m_random() % 100 < percent; }

    void restartHost()
    {
        m_host = std::make_unique<RatingPanel>(u"p"_s, 11, static_cast<int>(m_random() % 65536));
    }

    void oneStep()
    {
        m_now += 100ms;
        m_panel.tick(m_now);
        if (chance(15))
            m_host->arm(++m_token, 30, 0, m_now);
        if (chance(20))
            press();
        if (chance(2)) {
            m_panel.powerCycle(m_now);
            ++lostPower;
        }
        if (chance(2))
            restartHost(); // a crash: what it knew is gone, also about a press that was being stored
        exchange(20);
    }

    void press()
    {
        const bool armed = m_panel.armed(m_now);
        const int token = m_panel.seen(m_now)["token"].toInt();
        if (m_panel.press(1 + static_cast<int>(m_random() % 5), m_now).isEmpty()) {
            EXPECT_TRUE(armed);
            pressedTokens.insert(token);
            ++beeped;
        }
    }

    /// One write if wanted, one read; each request and each answer may be lost, doubled or late.
    void exchange(unsigned lossPercent)
    {
        if (const auto write = m_host->wantedWrite(m_now)) {
            m_host->writeBegins(m_now);
            const int times = chance(lossPercent) ? 0 : chance(lossPercent) ? 2 : 1;
            for (int i = 0; i < times; ++i)
                m_panel.write(0, write->values, m_now);
            m_lateWrites.push_back(write->values);
            if (chance(5)) // an old frame turns up again
                m_panel.write(0, m_lateWrites.front(), m_now);
            if (m_lateWrites.size() > 3)
                m_lateWrites.pop_front();
            if (times == 0 || chance(lossPercent))
                m_host->writeFailed();
        }
        m_snapshots.push_back(m_panel.input(m_now));
        if (m_snapshots.size() > 3)
            m_snapshots.pop_front();
        if (chance(lossPercent))
            return;
        const QList<quint16> answer = chance(lossPercent) ? m_snapshots.front() : m_snapshots.back();
        ASSERT_TRUE(m_host->wasRead(answer, m_now));
        takeReports();
    }

    void takeReports()
    {
        for (const FieldReport& report : m_host->takeReports()) {
            const auto* press = std::get_if<PressReport>(&report);
            if (press == nullptr || chance(20)) // the hall can't be reached: nothing is acknowledged
                continue;
            if (m_hall.insert(Key(press->uid, press->epoch, press->seq)).second) {
                ++stored;
                storedTokens.insert(press->token);
            }
            if (chance(10))
                return restartHost(); // a crash between commit and acknowledgement
            m_host->acknowledge(press->epoch, press->seq);
        }
    }

    void settle()
    {
        for (int i = 0; i < 2000 && m_panel.seen(m_now)["pending"].toInt() > 0; ++i) {
            m_now += 100ms;
            exchange(20);
        }
        EXPECT_EQ(m_panel.seen(m_now)["pending"].toInt(), 0);
    }

    std::mt19937 m_random;
    SimulatedPanel m_panel{SimulatedPanel::Kind::RatingPanel, 0x1A2B3, QString(), 4242};
    std::unique_ptr<RatingPanel> m_host;
    std::set<Key> m_hall;
    std::deque<QList<quint16>> m_snapshots;
    std::deque<QList<quint16>> m_lateWrites;
    SteadyTime m_now{1'000'000};
    int m_token = 0;
};

} // namespace

TEST(Presses, EveryBeepArrivesExactlyOnceOverABadWireWithCrashesAndPowerCuts)
{
    const unsigned seed = std::random_device()();
    SCOPED_TRACE("seed " + std::to_string(seed));
    int beeps = 0;
    for (unsigned run = 0; run < 300; ++run) {
        PressWorld world(seed + run);
        world.run(200);
        ASSERT_EQ(world.stored, world.beeped) << "run " << run;
        ASSERT_EQ(world.storedTokens, world.pressedTokens) << "run " << run;
        beeps += world.beeped;
    }
    EXPECT_GT(beeps, 2000) << "the model hardly pressed";
}

TEST(PressRing, APressSurvivesAPowerCutAndItsAgeDoesNot)
{
    PressRing ring(QString(), 9);
    ASSERT_TRUE(ring.append(5, 4711, 1s));
    ring.restart();
    ASSERT_NE(ring.oldest(), nullptr);
    EXPECT_EQ(ring.oldest()->value, 5);
    EXPECT_FALSE(ring.oldest()->at);
    EXPECT_EQ(ring.epoch(), 9);
}

TEST(PressRing, OnlyTheExactEpochAndSeqAcknowledge)
{
    PressRing ring(QString(), 9);
    const int first = ring.append(5, 1, 1s)->seq;
    const int second = ring.append(4, 2, 2s)->seq;
    EXPECT_FALSE(ring.acknowledge(8, first));
    EXPECT_FALSE(ring.acknowledge(9, second));
    EXPECT_TRUE(ring.acknowledge(9, first));
    EXPECT_FALSE(ring.acknowledge(9, first));
    EXPECT_EQ(ring.oldest()->seq, second);
}

TEST(PressRing, AFullRingRefuses)
{
    PressRing ring(QString(), 9);
    for (int i = 0; i < PressRing::kCapacity; ++i)
        ASSERT_TRUE(ring.append(5, i + 1, 1s));
    EXPECT_FALSE(ring.append(5, 99, 1s));
}

TEST(PressRing, AfterTheLastSeqANewEpochBegins)
{
    PressRing ring(QString(), 9);
    for (int i = 1; i <= 0xFFFF; ++i) {
        ASSERT_EQ(ring.append(1, 1, 1s)->seq, i);
        ASSERT_TRUE(ring.acknowledge(9, i));
    }
    EXPECT_EQ(ring.append(1, 1, 1s)->seq, 1);
    EXPECT_EQ(ring.epoch(), 10);
}
