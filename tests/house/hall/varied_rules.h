#pragma once

#include <house/kernel/random.h>

#include <queue/rules/rules.h>

#include <array>

namespace starqueue::house {

/// Half of the halls have the default rules; the others draw some that are less usual, since what no rule
/// asks for isn't tried.
inline void varyRules(queue::Rules& rules, Random random)
{
    using queue::Discipline;
    if (random.chance(0.5))
        return;
    if (random.chance(0.5)) {
        rules.counters[0].services = {{0}, {1}, {2}};
        rules.counters[1].services = {{2}, {3}, {4}};
        rules.counters[1].prefers = {{4}};
        rules.counters[2].prefers = {{3}, {0}};
    }
    if (random.chance(0.5))
        rules.noShowAfterRecalls = 2;
    if (random.chance(0.5))
        rules.limits = {3, 4};
    if (random.chance(0.3))
        rules.services[3].dailyTickets = 12;
    if (random.chance(0.5))
        rules.counters[5].helpOthersAfter =
            random.chance(0.5) ? std::optional<Millis>{} : Millis{std::chrono::seconds{60}};
    if (random.chance(0.5))
        rules.guard = Millis{std::chrono::seconds{random.between(60, 400)}};
    constexpr std::array kOthers{Discipline::Fifo, Discipline::Strict, Discipline::Weighted,
                                 Discipline::Accumulating};
    if (random.chance(0.3))
        rules.discipline = kOthers.at(random.below(kOthers.size()));
    if (random.chance(0.5)) // whom stars pass seldom waits for twelve of them
        rules.mostPasses = static_cast<std::uint16_t>(random.between(1, 4));
}

} // namespace starqueue::house
