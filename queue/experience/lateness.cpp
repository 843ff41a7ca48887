#include <queue/experience/lateness.h>

#include <algorithm>
#include <cmath>

namespace starqueue::queue {

namespace {

constexpr double kMissing = 0.03;            ///< of the planned counters
constexpr double kMuchLater = 0.05;          ///< of the clerks who come
constexpr Millis kMuchLateBy = Minutes{20};  ///< mean delay of those, exponential
constexpr double kUsuallyPunctual = 0.5;     ///< of the others: the mean over halls
constexpr Millis kAtWorkWithin = Minutes{6}; ///< all of the rest, any delay alike

Millis partOf(Millis whole, double share)
{
    return Millis{std::llround(static_cast<double>(whole.count()) * share)};
}

} // namespace

Lateness::Lateness(RandomStream& random) : m_punctual(random.uniform()) {}

bool Lateness::staysAway(RandomStream& random)
{
    return random.uniform() < kMissing;
}

Millis Lateness::delay(RandomStream& random) const
{
    if (random.uniform() < kMuchLater)
        return partOf(kMuchLateBy, random.exponential());
    return random.uniform() < m_punctual ? Millis{0} : partOf(kAtWorkWithin, random.uniform());
}

/// Each kind weighs as much as it may still be that one; an exponential delay has no memory.
std::optional<Millis> Lateness::rest(Millis overdue, RandomStream& random)
{
    const Millis within = std::max(Millis{0}, kAtWorkWithin - overdue);
    const double prompt = (1 - kMissing) * (1 - kMuchLater) * (1 - kUsuallyPunctual) *
                          time::inMinutes(within) / time::inMinutes(kAtWorkWithin);
    const double late =
        (1 - kMissing) * kMuchLater * std::exp(-time::inMinutes(overdue) / time::inMinutes(kMuchLateBy));
    const double drawn = random.uniform() * (prompt + late + kMissing);
    if (drawn < prompt)
        return partOf(within, random.uniform());
    return drawn < prompt + late ? std::optional(partOf(kMuchLateBy, random.exponential())) : std::nullopt;
}

} // namespace starqueue::queue
