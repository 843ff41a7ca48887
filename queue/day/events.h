#pragma once

#include <queue/day/carried_over.h>
#include <queue/model/wait_range.h>
#include <queue/rules/ids.h>
#include <queue/rules/opening.h>
#include <queue/rules/rules.h>
#include <queue/schema/event_fields.h>
#include <queue/schema/format.h>
#include <queue/state/hall_act.h>

#include <time/instant.h>

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace starqueue::queue {

/// A message on the public screens was shown, changed or removed.
struct MessageChanged
{
    static constexpr std::string_view kName = "message_changed";
    static constexpr Audiences kSeenBy = kEverybody;

    std::string id;
    Name text;
};

void describe(auto& a, Of<MessageChanged> auto& e)
{
    a.field(toAll("message"), e.id);
    a.field(toAll("text"), e.text);
}

/// Rules whole, with their hash; from here on places are theirs.
void describeRules(auto& a, FieldName hash, auto& rules)
{
    a.hash(hash, rules);
    a.field("rules", rules);
    if (rules)
        a.useIndicesOf(*rules);
}

/// The rules were replaced.
struct RulesSet
{
    static constexpr std::string_view kName = "rules_set";
    static constexpr Audiences kSeenBy = kEverybody;

    std::shared_ptr<const Rules> rules;
    bool nextDay;        /**< its discipline takes effect on the next day */
    DayHoursPtr hours{}; ///< in force from now on
};

void describe(auto& a, Of<RulesSet> auto& e)
{
    describeRules(a, toAll("hash"), e.rules);
    a.field("nextDay", e.nextDay);
    a.fieldOr("hours", e.hours, nullptr);
}

/// The wall clock is `offset` ahead of elapsed time from now on; negative: behind.
struct ClockStepped
{
    static constexpr std::string_view kName = "clock_stepped";
    static constexpr Audiences kSeenBy = kDeviceAudiences;

    Millis offset;
    Instant since{};          ///< what happened before it was shown right already; the epoch: nothing
    bool isConfirmed = false; ///< by somebody
};

void describe(auto& a, Of<ClockStepped> auto& e)
{
    a.field(toAll("offsetSeconds"), e.offset);
    a.fieldOr("since", e.since, {});
    a.fieldOr(toAll("confirmed"), e.isConfirmed, false);
}

/// The machine's wall clock isn't believed from now on, for that reason; empty: it is again.
struct ClockDoubted
{
    static constexpr std::string_view kName = "clock_doubted";
    static constexpr Audiences kSeenBy = kEverybody;

    std::string why;
};

void describe(auto& a, Of<ClockDoubted> auto& e)
{
    a.word(toAll("why"), e.why);
}

/// The present business day had the wrong date, by a wrong clock: all in it since `since` is of `date`.
struct DayCorrected
{
    static constexpr std::string_view kName = "day_corrected";
    static constexpr Audiences kSeenBy = kEverybody;

    Date date;
    Instant since{};
    DayHoursPtr hours{};
};

void describe(auto& a, Of<DayCorrected> auto& e)
{
    a.field(toAll("date"), e.date);
    a.fieldOr("since", e.since, {});
    a.fieldOr("hours", e.hours, nullptr);
}

/// The correction of promises changed; learned each night.
struct PromisesCalibrated
{
    static constexpr std::string_view kName = "promises_calibrated";
    static constexpr Audiences kSeenBy = kStaff;

    DailyCalibration calibration; /**< its half-hours since kSinceHalfHours */
    std::uint32_t outcomes;       /**< how many promises it was learned from */
};

void describe(auto& a, Of<PromisesCalibrated> auto& e)
{
    a.field(toAll("scale"), e.calibration.overall.scale);
    a.field(toAll("lower"), e.calibration.overall.lower);
    a.field(toAll("upper"), e.calibration.overall.upper);
    a.field(toAll("outcomes"), e.outcomes);
    a.fieldOr("halfHours", e.calibration.halfHours, {});
}

/// The hall was restored from a backup, in another life: numbers and ids go on beyond those that may have
/// been given since. One without numbers tells that lines are lost, which may have opened a day: the day that
/// opens next goes on beyond those numbers too.
struct HallRestored
{
    static constexpr std::string_view kName = "hall_restored";
    static constexpr Audiences kSeenBy = kEverybody;

    std::string life;
    TicketId lastTicket;
    PrintJobId lastPrintJob;
    RatingSessionId lastSession;
    std::vector<LastNumber> numbers;
};

void describe(auto& a, Of<HallRestored> auto& e)
{
    a.field(toAll("life"), e.life);
    a.field("lastTicket", e.lastTicket);
    a.field("lastPrintJob", e.lastPrintJob);
    a.field("lastSession", e.lastSession);
    a.field("numbers", e.numbers);
}

/// Starts a State from nothing: replay begins at the last one of these.
struct DayOpened
{
    static constexpr std::string_view kName = "day_opened";
    static constexpr Audiences kSeenBy = kEverybody;

    Date date;
    std::shared_ptr<const Rules> rules;
    std::shared_ptr<const CarriedOver> carried;
    DayHoursPtr hours{};
    Millis clockAhead{0};     ///< as in ClockStepped
    std::string clockDoubt{}; ///< as in ClockDoubted
    int format = kFormat;
};

void describe(auto& a, Of<DayOpened> auto& e)
{
    a.field(toAll("date"), e.date);
    describeRules(a, "hash", e.rules);
    a.field("carried", e.carried);
    a.fieldOr("hours", e.hours, nullptr);
    a.fieldOr("clockAhead", e.clockAhead, {});
    a.fieldOr("clockDoubt", e.clockDoubt, {});
    a.fieldOr("format", e.format, kFirstFormat);
}

/// The business day ended.
struct DayClosed
{
    static constexpr std::string_view kName = "day_closed";
    static constexpr Audiences kSeenBy = kEverybody;

    Date date;
    std::uint32_t unserved;
    std::shared_ptr<const DayEnding> ending{}; ///< null: it can't be taken back
};

void describe(auto& a, Of<DayClosed> auto& e)
{
    a.field(toAll("date"), e.date);
    a.field(toStaff("unserved"), e.unserved);
    a.fieldOr("ending", e.ending, nullptr);
}

/// An act on the whole hall was taken back: those concerned are as they were before it.
struct HallActUndone
{
    static constexpr std::string_view kName = "hall_act_undone";
    static constexpr int kSince = 2;
    static constexpr Audiences kSeenBy = kEverybody;

    HallActKind act;
    Date date;                                 ///< the business day that it is now
    Instant of{};                              ///< when it was done
    std::shared_ptr<const DayEnding> ending{}; ///< of a day that was closed
    std::string subject{}; ///< the id of the service, counter or message; empty: the whole hall
};

void describe(auto& a, Of<HallActUndone> auto& e)
{
    a.field(toAll("act"), e.act);
    a.field(toAll("date"), e.date);
    a.field("doneAt", e.of);
    a.fieldOr("ending", e.ending, nullptr);
    a.fieldOr("subject", e.subject, {});
}

} // namespace starqueue::queue
