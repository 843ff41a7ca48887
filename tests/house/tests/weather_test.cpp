#include <house/run/weather.h>

#include <gtest/gtest.h>

using namespace starqueue::house;
using namespace std::chrono_literals;

namespace {

/// A restart that waits until the program has ended: each strike turns the agenda for two minutes.
class LongStrike final : public Fault
{
public:
    explicit LongStrike(Agenda& agenda) : Fault("long", 10s), m_agenda(agenda) {}

    void strike() override
    {
        last = m_agenda.now();
        m_agenda.runUntil(m_agenda.now() + 2min);
    }

    Agenda::Elapsed last{};

private:
    Agenda& m_agenda;
};

} // namespace

TEST(Weather, NothingStrikesInACalmThatBeganWhileAStrikeWentOn)
{
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
        VirtualClock clock;
        Agenda agenda{clock, Random{seed}};
        LongStrike fault{agenda};
        Weather weather{agenda, Random{seed}};
        weather.onStrike = [](const Fault&) {};
        Agenda::Elapsed calm{};
        int calms = 0;
        weather.onCalmBegins = [&] { calm = agenda.now(); };
        weather.onCalmEnds = [&] {
            ++calms;
            EXPECT_LE(fault.last, calm) << "seed " << seed;
        };
        weather.add(fault, {"long"});
        weather.start(agenda.now() + 1h, Weather::Storms::Again);
        agenda.runUntil(agenda.now() + 2h);
        EXPECT_GT(calms, 2);
    }
}
