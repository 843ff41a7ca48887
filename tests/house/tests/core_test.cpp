#include <house/core/core_goes_on.h>
#include <house/hall_checks/bounds.h>
#include <house/people/kiosk.h>
#include <house/run/house.h>

#include <gmock/gmock.h>

using namespace starqueue::house;
using namespace std::chrono_literals;
using starqueue::hall::Subscriber;
using testing::Contains;
using testing::Key;
using testing::Not;

namespace {

using Damage = std::function<void(House&, HallProgram&)>;

/// A hall in a calm, in which `damage` was done, with its checkers; nobody is at the counters.
Outcome runCalm(const Damage& damage)
{
    Options options;
    options.mix = {"none"};
    options.hours = 0.5;
    options.core = true;
    const auto furnishAndRun = [&damage](const Options& its) {
        House house{its};
        auto& hall = house.add<HallProgram>(house);
        house.add<Kiosk>(house, hall, "kiosk-1", 30s);
        const auto& display =
            house.add<Follower>(house, hall, "display", Subscriber{Subscriber::Kind::Display, {}});
        Record record{hall.database()};
        house.add<QueuesAreBounded>(house, hall);
        house.add<FollowersKeepUp>(house, record, display);
        house.add<CoreGoesOn>(house, hall, "kiosk-1", "counter-1");
        house.whenCalmBegins([&] { damage(house, hall); });
        return house.run();
    };
    return runInChild(furnishAndRun, options);
}

} // namespace

TEST(Core, WithoutItsCounterItDoesNotGoOn)
{
    const Outcome outcome = runCalm([](House&, HallProgram&) {});
    EXPECT_THAT(outcome.findings, Contains(Key("the core goes on")));
    EXPECT_THAT(outcome.findings, Not(Contains(Key("queues are bounded"))));
    EXPECT_THAT(outcome.findings, Not(Contains(Key("the event hub keeps nothing back from display"))));
}

TEST(Core, AKioskThatIsCutOffIsFound)
{
    const Outcome outcome =
        runCalm([](House&, HallProgram& hall) { hall.network().pullCable("10.0.0.kiosk-1"); });
    ASSERT_THAT(outcome.findings, Contains(Key("the core goes on")));
    EXPECT_THAT(outcome.findings.at("the core goes on").first, testing::HasSubstr("no answer"));
}

TEST(Bounds, AWriterThatIsStuckIsFound)
{
    const Outcome outcome = runCalm([](House& house, HallProgram&) { house.disk().setSyncTime(100s); });
    EXPECT_THAT(outcome.findings, Contains(Key("queues are bounded")));
}

TEST(Bounds, AFollowerToWhomNothingComesIsFound)
{
    const Outcome outcome =
        runCalm([](House&, HallProgram& hall) { hall.network().pullCable("10.0.1.display"); });
    EXPECT_THAT(outcome.findings, Contains(Key("the event hub keeps nothing back from display")));
}
