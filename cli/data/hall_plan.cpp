#include <cli/data/hall_plan.h>

#include <hall/settings/hall_settings.h>
#include <time/hall_zone.h>

#include <algorithm>

namespace starqueue::cli {

namespace {

/// A file's times are local ones as if they were UTC, a journal's are instants.
time::HallZone zoneOf(const settings::HallSettings& hall, const RecordedSource& source)
{
    const auto zone = time::HallZone::named(hall.timeZone);
    return source.data.empty() || !zone ? time::HallZone{} : *zone;
}

} // namespace

tl::expected<std::vector<queue::PlanOfDay>, std::string>
plansOf(const std::vector<queue::RecordedDay>& days, const PlanSource& plan, const RecordedSource& source)
{
    const std::filesystem::path file = plan.file.empty() ? std::filesystem::path(source.data) / "hall.toml"
                                                         : std::filesystem::path(plan.file);
    const auto hall = settings::readHallSettings(file);
    if (!hall)
        return tl::unexpected(formats::errorMessage(hall.error()));
    const auto isEmpty = [](const auto& spans) { return spans.empty(); };
    if (std::ranges::all_of(hall->plan, isEmpty))
        return tl::unexpected(file.string() + " has no [[plan]]: it says how many counters are meant to be "
                                              "open, and without it there is nothing to follow");
    const time::HallZone zone = zoneOf(*hall, source);
    std::vector<queue::PlanOfDay> plans;
    for (const queue::RecordedDay& day : days) {
        const auto kind = static_cast<std::size_t>(dayKindOf(hall->opens, day.date));
        plans.push_back({hall->plan.at(kind), day.clock.elapsed(zone.wallTimeOf(day.date, {}))});
    }
    return plans;
}

} // namespace starqueue::cli
