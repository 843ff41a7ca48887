#include <hall/service/close_slip.h>

#include <hall/service/log.h>

#include <db/journal/journal_head.h>
#include <queue/day/events.h>
#include <queue/state/hall_act.h>

#include <spdlog/spdlog.h>

#include <algorithm>
#include <utility>

namespace starqueue::hall {

namespace {

constexpr Seconds kStaysClosed{5}; // else the next day has opened by then

bool isDayUndone(const db::Recorded& event)
{
    return event.name == queue::HallActUndone::kName &&
           event.payload.find(R"("act":"day_)") != std::string::npos;
}

} // namespace

void CloseSlip::follow(std::span<const db::Recorded> events, const db::Journal& journal)
{
    const auto has = [events](std::string_view name) {
        return std::ranges::any_of(events, [name](const auto& event) { return event.name == name; });
    };
    const bool isClosed = has(queue::DayClosed::kName);
    const bool isOpened = has(queue::DayOpened::kName);
    if (std::ranges::any_of(events, isDayUndone))
        m_waiting.reset();
    if (!isClosed && !isOpened)
        return;
    const Instant now = events.back().at;
    if (isClosed || (m_goesOn && !m_waiting)) {
        std::string head = db::textOf(journal.head());
        spdlog::info("day closed, journal's head {}", head);
        m_waiting = {std::move(head), now + kStaysClosed};
    }
    if (isOpened && m_waiting)
        m_waiting->due = now + queue::kUndoTime;
}

std::optional<queue::PrintSlip> CloseSlip::takeDue(Instant now)
{
    if (!m_waiting || now < m_waiting->due)
        return {};
    const std::string head = std::exchange(m_waiting, std::nullopt)->head;
    return m_kiosk.empty() ? std::nullopt : std::optional{queue::PrintSlip{m_kiosk, head}};
}

} // namespace starqueue::hall
