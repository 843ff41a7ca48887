#include <time/clock_belief.h>

#include <utility>

namespace starqueue::time {

namespace {

constexpr Millis kFarthestAhead = std::chrono::days{16};

} // namespace

std::string_view word(ClockDoubt doubt)
{
    switch (doubt) {
    case ClockDoubt::BeforeBuild:
        return "before_build";
    case ClockDoubt::BeforeLast:
        return "before_last";
    case ClockDoubt::TooFarAhead:
        return "too_far_ahead";
    case ClockDoubt::ManyDays:
        return "many_days";
    case ClockDoubt::Stepped:
        return "stepped";
    case ClockDoubt::NotSynchronised:
        return "not_synchronised";
    }
    return {};
}

ClockBelief::ClockBelief(ClockSource source, WallTime built, ChangesOfDay changes)
    : m_source(source), m_built(built), m_changes(std::move(changes))
{}

std::optional<ClockDoubt> ClockBelief::doubt(const ClockReading& reading) const
{
    const bool agrees = abs(reading.machine - reading.hall) <= kTolerance;
    if (reading.machine < m_built)
        return ClockDoubt::BeforeBuild;
    if (reading.isSynchronised || (reading.isConfirmed && agrees))
        return std::nullopt;
    if (m_source == ClockSource::Ntp)
        return ClockDoubt::NotSynchronised;
    if (agrees || reading.hall < m_built)
        return std::nullopt;
    if (reading.boot && reading.machine >= reading.boot->earliest &&
        reading.machine <= reading.boot->latest + kTolerance)
        return std::nullopt;
    return reading.isPlaced ? std::optional{ClockDoubt::Stepped} : doubtAtStart(reading);
}

std::optional<ClockDoubt> ClockBelief::doubtAtStart(const ClockReading& reading) const
{
    if (reading.machine < reading.hall)
        return ClockDoubt::BeforeLast;
    if (reading.machine - reading.hall > kFarthestAhead)
        return ClockDoubt::TooFarAhead;
    if (m_changes && m_changes(reading.hall, reading.machine) > 1)
        return ClockDoubt::ManyDays;
    return std::nullopt;
}

} // namespace starqueue::time
