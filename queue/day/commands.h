#pragma once

#include <queue/model/wait_range.h>
#include <queue/rules/opening.h>
#include <queue/rules/rules.h>
#include <queue/state/hall_act.h>

#include <time/instant.h>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace starqueue::queue {

/// Opens a business day; numbers start again.
struct OpenDay
{
    Date date;
    std::shared_ptr<const Rules> rules; /**< null: those in force */
    DayHoursPtr hours{};                ///< of that date; null: always open
    bool carriesWaiting = false;        ///< a day that is open goes over into this one with everybody
    std::optional<Date> today{};        ///< by the clock; dates far from it need `isConfirmed`
    bool isConfirmed = false;           ///< somebody means it: also a date that was opened before
};
/// Takes back what was done to the whole hall at `at`; of several such acts the last.
struct UndoHallAct
{
    Instant at;
    std::optional<HallActKind> kind{}; ///< empty: any
    std::string subject{};             ///< the id of the service, counter or message; empty: any
};
/// Closes the business day: who still waits is unserved.
struct CloseDay
{};
/// A change of discipline takes effect at the next OpenDay, every other change at once.
struct SetRules
{
    std::shared_ptr<const Rules> rules;
    DayHoursPtr hours{}; ///< of this day from now on; null: as they are
};
/// Expires what is due: rating windows and print jobs.
struct Tick
{};
/// Shows, changes or removes a message on the public screens.
struct PostMessage
{
    std::string id;
    Name text; /**< both empty: remove the message */
};
/// The business day that it is by a clock that was wrong, with its hours by that clock.
struct RightDay
{
    Date date;
    Instant since; ///< who came later is of that day
    DayHoursPtr hours{};
    std::optional<Date> shown{}; ///< what it was by the wrong clock
};
/// The wall clock is `ahead` of elapsed time; negative: behind. It was wrong from `since` on; the epoch: all
/// of the present day.
struct SetWallClock
{
    Millis ahead;
    Instant since{};
    std::optional<RightDay> day{}; ///< empty: the date stays
    bool isConfirmed = false;      ///< by somebody: recorded even where nothing changes
};
/// The machine's wall clock isn't believed, for that reason; empty: it is again.
struct DoubtClock
{
    std::string why;
};
/// The hall goes on from a backup: whatever it gave out in the `lost` minutes since then is in people's hands
/// and not in this state.
struct ResumeRestored
{
    std::string life;                 ///< its new one
    Minutes lost{0};                  ///< since the last event
    std::vector<std::uint32_t> peaks; ///< the most tickets in a minute so far, by ServiceIx; missing: 0
    std::uint32_t earlier = 0;        ///< how many halls have gone on from the same backup before
    /// Of the journal, that are known to be lost: each may have given a ticket, and one may have opened a
    /// day.
    std::uint64_t lines = 0;
};
/// The correction of promises from now on, learned from `outcomes` of them.
struct CalibratePromises
{
    DailyCalibration calibration;
    std::uint32_t outcomes;
};

} // namespace starqueue::queue
