#pragma once

#include <queue/rules/bound.h>
#include <queue/rules/ids.h>
#include <queue/rules/rules.h>
#include <queue/schema/field.h>
#include <queue/schema/words.h>
#include <time/instant.h>

#include <optional>
#include <string>
#include <vector>

namespace starqueue::queue {

/// The test in the order of service that decided a call.
enum class WhyRule : std::uint8_t { Guard, Passed, Dedication, Preference, Rank, OutOfTurn, Parked };
consteval auto spelling(WhyRule)
{
    return spelled<WhyRule>({{WhyRule::Guard, "guard"},
                             {WhyRule::Passed, "passed"},
                             {WhyRule::Dedication, "dedication"},
                             {WhyRule::Preference, "preference"},
                             {WhyRule::Rank, "rank"},
                             {WhyRule::OutOfTurn, "out-of-turn"},
                             {WhyRule::Parked, "parked"}});
}

/// A ticket that was passed: it counts from earlier than the called one, and this counter may serve it.
struct Passed
{
    TicketId ticket;
    Millis waited{0};        ///< since it counts (τ)
    Millis by{0};            ///< how much later the called one's τ is
    double rank = 0;         ///< like Why::rank
    std::uint32_t times = 0; ///< how often it was passed in turn, with this call; 0: not counted

    friend bool operator==(const Passed&, const Passed&) = default;
};

void describe(auto& a, Of<Passed> auto& passed)
{
    a.field("ticket", passed.ticket);
    a.number("number", passed.ticket);
    a.field("waitedSeconds", passed.waited);
    a.field("bySeconds", passed.by);
    a.fieldOr("rank", passed.rank, 0);
    a.fieldOr("times", passed.times, 0);
}

/// Why this ticket was called: facts only, put into words by sentence() (queue/order/why_sentence.h).
struct Why
{
    WhyRule rule = WhyRule::Rank;
    Discipline discipline = Discipline::HeadStart;
    bool help = false;   ///< a dedicated counter called somebody it isn't dedicated to
    Millis headStart{0}; ///< of the called ticket
    Millis age{0};       ///< now − τ of the called ticket
    double rank = 0;     ///< the priority that the discipline compares, see rankNow(): larger goes first
    std::string clerk;   ///< out of turn: the clerk who called
    std::string reason;  ///< out of turn: the clerk's reason
    std::uint32_t timesPassed = 0; ///< how often the called ticket was passed in turn
    std::uint32_t mostPasses = 0;  ///< the limit of timesPassed; 0: none, and timesPassed isn't counted
    std::uint32_t passedCount = 0;
    Millis passedLongest{0};          ///< the largest Passed::by
    Millis bound{0};                  ///< the limit of passedLongest, see overtakingBound(); kNoBound: none
    std::vector<Passed> passed;       ///< at most five, largest Passed::by first
    std::uint32_t elsewhereCount = 0; ///< waiting tickets with an earlier τ that this counter may not serve
    Millis elsewhereLongest{0};       ///< the largest difference of τ to them; not bounded

    friend bool operator==(const Why&, const Why&) = default;
};

/// Clerk and reason of a call out of turn, written for API clients; replay reads them from Why's own fields.
struct OutOfTurn
{
    std::string clerk;
    std::string reason;
};

void describe(auto& a, Of<OutOfTurn> auto& given)
{
    a.word("clerk", given.clerk);
    a.field("reason", given.reason);
}

/// Replay reads `test` and `rule`; the flags repeat them for API clients.
void describe(auto& a, Of<Why> auto& why)
{
    a.field("rule", why.discipline);
    a.field("test", why.rule);
    a.extra("guard", why.rule == WhyRule::Guard);
    a.extra("dedicated", why.rule == WhyRule::Dedication);
    a.extra("preferred", why.rule == WhyRule::Preference);
    a.field("help", why.help);
    a.field("headStartSeconds", why.headStart);
    a.field("ageSeconds", why.age);
    const bool outOfTurn = why.rule == WhyRule::OutOfTurn;
    a.extra("outOfTurn", outOfTurn ? std::optional{OutOfTurn{why.clerk, why.reason}} : std::nullopt);
    a.fieldOr("rank", why.rank, 0);
    a.fieldOr("clerk", why.clerk, {});
    a.fieldOr("reason", why.reason, {});
    a.fieldOr("timesPassed", why.timesPassed, 0);
    a.fieldOr("mostPasses", why.mostPasses, 0);
    a.field("passedCount", why.passedCount);
    a.field("passedLongestSeconds", why.passedLongest);
    a.field("boundSeconds", why.bound);
    a.field("passed", why.passed);
    a.fieldOr("passedElsewhereCount", why.elsewhereCount, 0);
    a.fieldOr("passedElsewhereLongestSeconds", why.elsewhereLongest, Millis{0});
}

} // namespace starqueue::queue
