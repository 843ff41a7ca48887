#include <house/core/core_world.h>
#include <house/record/record_keeper.h>

#include <house/core/core_goes_on.h>
#include <house/core/outside.h>
#include <house/faults/disk_faults.h>
#include <house/hall_checks/answer_checkers.h>
#include <house/hall_checks/bounds.h>
#include <house/hall_checks/hall_checkers.h>
#include <house/people/clerk.h>
#include <house/world/hall_faults.h>

namespace starqueue::house {

namespace {

using std::chrono::minutes;
using std::chrono::seconds;

/// At a pace that one counter keeps up with.
constexpr auto kCorePause = minutes{4};

std::vector<std::string> addCustomers(House& house, HallProgram& hall)
{
    house.add<Kiosk>(house, hall, "kiosk-1", kCorePause);
    house.add<Clerk>(house, hall, "1");
    house.add<Kiosk>(house, hall, "kiosk-2", seconds{60});
    house.add<Kiosk>(house, hall, "usher", seconds{150});
    std::vector<std::string> outside{"10.0.0.kiosk-2", "10.0.0.usher"};
    for (const char* counter : {"2", "3", "4", "5", "6"}) {
        house.add<Clerk>(house, hall, counter);
        outside.push_back(std::string{"10.0.0.counter-"} + counter);
    }
    return outside;
}

void addStorm(House& house, HallProgram& hall)
{
    house.add<Crash>(house);
    house.add<PowerCut>(house);
    house.add<DiskFull>(house);
    house.add<SyncFails>(house);
    house.add<SlowDisk>(house);
    house.add<HallRestarts>(hall);
    house.add<LinesBreak>(house, hall);
    house.add<SlowLines>(house, hall);
    house.add<ClockSteps>(house);
}

void addCoreCheckers(House& house, HallProgram& hall, const Follower& display)
{
    Record& record = house.add<RecordKeeper>(hall).record;
    house.add<RecordIsWhole>(record);
    house.add<AnsweredIsInTheRecord>(record);
    house.add<NumberOnce>(record);
    house.add<EventsInOrderOnce>(record, display);
    house.add<ReplayIsLivingState>(house, record, hall);
    house.add<NobodyIsOvertakenTooFar>(record);
    house.add<ConnectionsAreBounded>(hall);
    house.add<MemoryIsBounded>(house, record, hall);
    house.add<QueuesAreBounded>(house, hall);
    house.add<CoreGoesOn>(house, hall, "kiosk-1", "counter-1");
}

} // namespace

void furnishWithCore(House& house)
{
    auto& hall = house.add<HallProgram>(house, HallProgram::Rules::AsShipped);
    std::vector<std::string> outside = addCustomers(house, hall);
    const auto& display =
        house.add<Follower>(house, hall, "display", hall::Subscriber{hall::Subscriber::Kind::Display, {}});
    outside.push_back("10.0.1.display");
    addStorm(house, hall);
    house.add<Outside>(house, hall, std::move(outside));
    addCoreCheckers(house, hall, display);
    house.sometimes().expectOnly({"core: a customer got a number", "core: a customer was called",
                                  "core: a stranger came", "fault crash", "fault power-cut",
                                  "fault lines-break"});
}

} // namespace starqueue::house
