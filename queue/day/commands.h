#pragma once

#include <queue/model/wait_range.h>
#include <queue/rules/opening.h>
#include <queue/rules/rules.h>

#include <time/instant.h>

#include <cstdint>
#include <memory>
#include <string>

namespace starqueue::queue {

struct OpenDay
{
    Date date;
    std::shared_ptr<const Rules> rules; /**< null: those in force */
    DayHoursPtr hours{};                ///< of that date; null: always open
};
struct CloseDay
{};
/// A discipline other than today's waits in force for the next OpenDay; all else holds at once.
struct SetRules
{
    std::shared_ptr<const Rules> rules;
    DayHoursPtr hours{}; ///< of this day from now on; null: as they are
};
/// Carries out what is due by now: rating windows that ended, print jobs that expired.
struct Tick
{};
struct PostMessage
{
    std::string id;
    Name text; /**< both empty: take it down */
};
/// The wall clock stands `offset` from the journal clock.
struct ReportClockStep
{
    Millis offset;
};
/// How promises shall be corrected from now on, learned from `outcomes` of them.
struct CalibratePromises
{
    Calibration calibration;
    std::uint32_t outcomes;
};

} // namespace starqueue::queue
