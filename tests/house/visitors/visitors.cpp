#include <house/visitors/visitors.h>

#include <house/book/calls_in_order.h>
#include <house/hall_checks/audience_checkers.h>
#include <house/hall_checks/done_checker.h>
#include <house/hall_checks/told_checkers.h>
#include <house/visitors/floor_staff.h>
#include <house/visitors/intruder.h>
#include <house/visitors/onlooker.h>
#include <house/visitors/token_keeper.h>

namespace starqueue::house {

void addVisitors(House& house, HallProgram& hall, const Record& record, const Follower& display,
                 const Follower& desk)
{
    using Kind = hall::Subscriber::Kind;
    house.add<FloorStaff>(house, hall);
    house.add<Onlooker>(house, hall);
    house.add<Intruder>(house, hall);
    house.add<TokenKeeper>(house, hall);
    const auto& kiosk = house.add<Follower>(house, hall, "kiosk-1", hall::Subscriber{Kind::Kiosk, "1"});
    const auto& bridge = house.add<Follower>(house, hall, "bridge-2", hall::Subscriber{Kind::Bridge, {}});
    house.add<HearsWhatItMay>(record, display);
    house.add<HearsWhatItMay>(record, desk);
    house.add<HearsWhatItMay>(record, kiosk, "1");
    house.add<HearsWhatItMay>(record, bridge);
    auto& keeper = house.add<BookIsPossible>(record);
    house.add<CallsAreInOrder>(keeper);
    house.add<BoardIsAsWritten>(keeper);
    house.add<TicketsAreAsWritten>(keeper, record);
    house.add<PressCountsInItsWindow>(keeper);
    house.add<DoneIsWritten>(record);
    house.add<ReportsCountOnce>(record);
    house.add<HallsTimeIsRight>(house, hall);
    house.add<NobodyTrespasses>();
}

} // namespace starqueue::house
