#pragma once

#include <queue/rules/eligibility.h>
#include <queue/rules/rules.h>
#include <queue/state/lane.h>

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

namespace starqueue::queue {

struct Ticket;

/// The lane that `ticket` waits in.
[[nodiscard]] LaneKey laneKeyOf(const Rules& rules, const Ticket& ticket);

/// A lane as one counter sees it.
struct LaneView
{
    std::uint32_t lane; ///< index into Line::lanes()
    Closeness closeness;

    friend constexpr bool operator==(const LaneView&, const LaneView&) = default;
};

/// Everybody who waits: one lane for each service, tier and effective head start that has been used, more for
/// those who are bound to a counter or first, and which lanes each counter may serve. A value.
///
/// A ticket joins and leaves with its service, tier, statutory priority and τ: change those only while it
/// isn't in the line.
class Line
{
public:
    /// Empties the line and takes the rules that order it from now on.
    void arrange(std::shared_ptr<const Rules> rules);

    void join(const Ticket& ticket);
    void leave(const Ticket& ticket);
    /// A ticket in the line was passed as often as it may be, or no longer was.
    void setDue(const Ticket& ticket, bool due);
    /// The same for a place of lanes()[lane].
    void leave(std::uint32_t lane, const Place& place);
    void beginDue(std::uint32_t lane, const Place& place) { m_lanes[lane].beginDue(place); }

    /// Whether the counter is open, which decides who may call the tickets that are bound to it.
    void setOpen(CounterIx counter, bool open);
    /// Whether the tickets of that lane are bound to a counter that is open and may serve them. A counter
    /// that may not keeps them from nobody.
    [[nodiscard]] bool isBindingNow(const LaneKey& lane) const;
    /// Whether others than `counter` alone call the tickets of that lane now.
    [[nodiscard]] bool isKeptFrom(CounterIx counter, const LaneKey& lane) const;

    [[nodiscard]] std::size_t size() const { return m_size; }
    [[nodiscard]] const std::vector<Lane>& lanes() const { return m_lanes; }
    /// The lanes that `counter` may serve; some may be empty.
    [[nodiscard]] std::span<const LaneView> servedBy(CounterIx counter) const
    {
        return counter.value < m_views.size() ? std::span<const LaneView>(m_views[counter.value])
                                              : std::span<const LaneView>();
    }
    /// How many waiting tickets `counter` may serve.
    [[nodiscard]] std::size_t waitingFor(CounterIx counter) const;
    /// How many wait for `service`.
    [[nodiscard]] std::size_t waitingFor(ServiceIx service) const;

    /// Whether both hold the same tickets in the same order; empty lanes don't count.
    friend bool operator==(const Line& a, const Line& b);

private:
    [[nodiscard]] std::uint32_t laneOf(const Ticket& ticket) const;
    [[nodiscard]] std::size_t slotOf(const Ticket& ticket) const;
    std::uint32_t addLane(const Ticket& ticket);
    std::uint32_t placeOf(const LaneKey& key);
    void addViews(std::uint32_t lane);

    std::shared_ptr<const Rules> m_rules;
    std::vector<Lane> m_lanes;
    std::vector<std::vector<LaneView>> m_views; ///< by CounterIx
    std::vector<std::uint32_t> m_slots;         ///< by service, tier, group or none: index into m_lanes
    std::vector<bool> m_open;                   ///< by CounterIx
    std::size_t m_boundLanes = 0;               ///< how many of m_lanes are bound to a counter
    std::size_t m_size = 0;
};

} // namespace starqueue::queue
