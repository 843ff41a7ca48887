#pragma once

#include <queue/ids.h>
#include <queue/instant.h>

#include <cstddef>
#include <deque>
#include <vector>

namespace starqueue::queue {

/// A place in a lane: by τ, then by order of issue.
struct Place
{
    Instant counted;
    TicketId ticket;

    friend constexpr auto operator<=>(const Place&, const Place&) = default;
};

/// The waiting tickets of one service with one effective head start, oldest τ first.
///
/// Kept in sorted chunks of bounded size: the head is at hand, joining at the end and
/// leaving from the head cost nothing that grows, anywhere else a search and a move
/// within one chunk.
class Lane
{
public:
    Lane(ServiceIx service, TierIx tier, Millis headStart)
        : m_service(service), m_tier(tier), m_headStart(headStart)
    {}

    [[nodiscard]] ServiceIx service() const { return m_service; }
    [[nodiscard]] TierIx tier() const { return m_tier; }
    [[nodiscard]] Millis headStart() const { return m_headStart; }
    [[nodiscard]] bool empty() const { return m_size == 0; }
    [[nodiscard]] std::size_t size() const { return m_size; }
    /// The oldest. Only when not empty().
    [[nodiscard]] const Place& head() const;
    /// How many stand before `place`, itself not counted.
    [[nodiscard]] std::size_t countBefore(const Place& place) const;

    void join(const Place& place);
    /// Only with a place that has joined.
    void leave(const Place& place);

    /// Calls `visit(place)` from the oldest on, for as long as it returns true.
    template <class Visit> void fromOldest(Visit visit) const;

private:
    using Chunk = std::vector<Place>;

    ServiceIx m_service;
    TierIx m_tier;
    Millis m_headStart;
    std::deque<Chunk> m_chunks;
    std::size_t m_size = 0;
};

} // namespace starqueue::queue
