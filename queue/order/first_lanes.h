#pragma once

#include <queue/order/selection.h>
#include <queue/state/state.h>

#include <optional>

namespace starqueue::queue {

/// The lanes of those who go before everybody else.
struct FirstLanes
{
    const Lane* oldest = nullptr; ///< with the oldest head
    const Lane* due = nullptr;    ///< with the oldest who was passed as often as allowed
    const Lane* put = nullptr;    ///< with the oldest whom somebody put first

    void see(const Lane& lane)
    {
        if (!oldest || lane.head() < oldest->head())
            oldest = &lane;
        if (!lane.due().empty() && (!due || lane.due().front() < due->due().front()))
            due = &lane;
        if (lane.key().first && (!put || lane.head() < put->head()))
            put = &lane;
    }

    /// By the guard, then by the count, then who was put first.
    [[nodiscard]] std::optional<Choice> choice(const State& state, Instant now) const
    {
        const auto indexOf = [&](const Lane* lane) {
            return static_cast<std::uint32_t>(lane - state.line.lanes().data());
        };
        const std::optional<Millis>& guard = state.rules->guard;
        if (oldest && guard && now - oldest->head().counted >= *guard)
            return Choice{oldest->head(), indexOf(oldest), WhyRule::Guard, false};
        if (due)
            return Choice{due->due().front(), indexOf(due), WhyRule::Passed, false};
        if (put)
            return Choice{put->head(), indexOf(put), WhyRule::OutOfTurn, false};
        return std::nullopt;
    }
};

} // namespace starqueue::queue
