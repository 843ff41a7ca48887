#pragma once

#include <queue/rules/bound.h>
#include <queue/rules/ids.h>
#include <queue/rules/rules.h>
#include <time/instant.h>

#include <string>
#include <vector>

namespace starqueue::queue {

/// Which test of the order of service settled a call.
enum class WhyRule : std::uint8_t { Guard, Dedication, Preference, Rank, OutOfTurn, Parked };

/// A waiting ticket that was issued earlier than the one called, which this counter might have served.
struct Passed
{
    TicketId ticket;
    Millis waited{0}; ///< since it counts (τ)
    Millis by{0};     ///< how much later the called one counts from
    double rank = 0;  ///< as Why::rank

    friend bool operator==(const Passed&, const Passed&) = default;
};

/// Why this ticket was called: facts only, put into words by sentence() (queue/why_sentence.h).
struct Why
{
    WhyRule rule = WhyRule::Rank;
    Discipline discipline = Discipline::HeadStart;
    bool help = false;   ///< a dedicated counter took somebody whom it isn't dedicated to
    Millis headStart{0}; ///< of the called ticket
    Millis age{0};       ///< now − τ of the called ticket
    double rank = 0;     ///< what the discipline compares by, see rankNow(): the larger goes first
    std::string clerk;   ///< out of turn: who called
    std::string reason;  ///< out of turn: what the clerk gave
    std::uint32_t passedCount = 0;
    Millis passedLongest{0};          ///< the largest Passed::by
    Millis bound{0};                  ///< what passedLongest had to stay below; kNoBound: anything goes
    std::vector<Passed> passed;       ///< the five passed by most, largest first
    std::uint32_t elsewhereCount = 0; ///< passed elsewhere: older by τ, whom this counter may not serve
    Millis elsewhereLongest{0};       ///< by how much at most; nothing bounds it

    friend bool operator==(const Why&, const Why&) = default;
};

} // namespace starqueue::queue
