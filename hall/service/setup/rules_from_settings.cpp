#include <hall/service/setup/rules_from_settings.h>

#include <hall/service/setup/from_settings.h>

#include <db/journal/writers_thread.h>

#include <spdlog/spdlog.h>

namespace starqueue::hall {

void submitRules(db::Writer& writer, HallCalendar& calendar, const settings::HallSettings& settings)
{
    writer.submit(
        std::nullopt,
        [&calendar, settings](const db::View& view)
            REQUIRES(db::writersThread) -> tl::expected<queue::Command, queue::Refusal> {
                calendar.reload(settings);
                const auto hours =
                    view.state.date ? calendar.hoursOf(*view.state.date, view.state.clock) : nullptr;
                return queue::SetRules{std::make_shared<const queue::Rules>(settings.rules), hours};
            },
        [settings](const db::View& view, const db::Outcome& outcome) -> db::Release {
            if (const auto* refusal = std::get_if<queue::Refusal>(&outcome))
                spdlog::error("rules not changed: {}{}", placeOfPrefix(view.state, settings),
                              refusal->detail);
            else if (const auto* done = std::get_if<db::Accepted>(&outcome); done && !done->events.empty())
                spdlog::info("rules changed");
            return [](db::Fate) {};
        });
}

} // namespace starqueue::hall
