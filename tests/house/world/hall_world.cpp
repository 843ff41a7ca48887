#include <house/world/hall_world.h>

#include <house/bridge/bridge_world.h>
#include <house/faults/disk_faults.h>
#include <house/hall_checks/answer_checkers.h>
#include <house/hall_checks/bounds.h>
#include <house/hall_checks/day_checker.h>
#include <house/hall_checks/file_checkers.h>
#include <house/hall_checks/hall_checkers.h>
#include <house/people/clerk.h>
#include <house/people/manager.h>
#include <house/people/settings_editor.h>
#include <house/record/record_keeper.h>
#include <house/visitors/visitors.h>
#include <house/world/furnish_faces.h>
#include <house/world/hall_faults.h>

namespace starqueue::house {

namespace {

using std::chrono::minutes;
using std::chrono::seconds;

/// Some runs begin just before the business day changes.
void setTheClock(House& house)
{
    Random random = house.random("begin");
    if (random.chance(0.3))
        house.clock().setWall(VirtualClock::kMorning - minutes{random.between(241, 270)});
}

/// Between two customers at a kiosk. In a third of the runs more come than six clerks can serve: only then
/// anybody waits so long that the guard and the bounds decide.
seconds usualPause(const House& house)
{
    Random random = house.random("crowd");
    return random.chance(0.35) ? seconds{12} : seconds{45};
}

void addFaults(House& house, HallProgram& hall, Kiosk& kiosk)
{
    house.add<Crash>(house);
    house.add<PowerCut>(house);
    house.add<DiskFull>(house);
    house.add<SyncFails>(house);
    house.add<SlowDisk>(house);
    house.add<HallRestarts>(hall);
    house.add<ReportRots>(hall);
    house.add<LinesBreak>(house, hall);
    house.add<SlowLines>(house, hall);
    house.add<FacesDie>(kiosk);
    house.add<ClockSteps>(house);
    house.add<WrongClock>(house);
}

/// They read the record that is given back.
Record& addCheckers(House& house, HallProgram& hall, const Follower& display, const Follower& desk)
{
    Record& record = house.add<RecordKeeper>(hall).record;
    house.add<RecordIsWhole>(record);
    house.add<AnsweredIsInTheRecord>(record);
    house.add<NumberOnce>(record);
    house.add<CalmAnswersEachIntent>(house);
    house.add<EventsInOrderOnce>(record, display);
    house.add<EventsInOrderOnce>(record, desk);
    house.add<PrintJobsMoveOn>(record, hall);
    house.add<ReplayIsLivingState>(house, record, hall);
    house.add<NobodyIsOvertakenTooFar>(record);
    house.add<TimeIsRightInACalm>(house, hall);
    house.add<ConnectionsAreBounded>(hall);
    addVisitors(house, hall, record, display, desk);
    house.add<SettingsAreWhole>();
    house.add<ReasonIsToldWhileTheVisitLasts>();
    house.add<ReportCountsEachTicket>(house, hall, record);
    house.add<DayIsOfARightClock>(house, hall);
    house.add<MemoryIsBounded>(house, record, hall);
    house.add<QueuesAreBounded>(house, hall);
    house.add<FollowersKeepUp>(house, record, display);
    house.add<FollowersKeepUp>(house, record, desk);
    return record;
}

} // namespace

void furnishWithHall(House& house)
{
    setTheClock(house);
    auto& hall = house.add<HallProgram>(house);
    const seconds pause = usualPause(house);
    auto& kiosk = house.add<Kiosk>(house, hall, "kiosk-2", pause + seconds{15});
    house.add<Kiosk>(house, hall, "usher", seconds{150});
    for (const char* counter : {"2", "3", "4", "5", "6"})
        house.add<Clerk>(house, hall, counter);
    house.add<Manager>(house, hall);
    house.add<SettingsEditor>(house, hall);
    using Kind = hall::Subscriber::Kind;
    const auto& display = house.add<Follower>(house, hall, "display", hall::Subscriber{Kind::Display, {}});
    const auto& desk = house.add<Follower>(house, hall, "duty-manager", hall::Subscriber{Kind::Staff, {}});
    addFaults(house, hall, kiosk);
    Record& record = addCheckers(house, hall, display, desk);
    furnishWithBridge(house, hall, record);
    furnishWithFaces(house, hall, record);
}

} // namespace starqueue::house
