#pragma once

#include <queue/rules/ids.h>
#include <time/instant.h>

#include <cstddef>
#include <span>
#include <vector>

namespace starqueue::queue {

/// A place in a lane: by τ, then by order of issue.
struct Place
{
    Instant counted;
    TicketId ticket;

    friend constexpr auto operator<=>(const Place&, const Place&) = default;
};

/// What all tickets of a lane have in common.
struct LaneKey
{
    ServiceIx service;
    TierIx tier;
    Millis headStart{0};            ///< effective: the tier's or the statutory one
    TierIx standing;                ///< the tier that it counts as, see standingOf()
    CounterIx boundTo = kNoCounter; ///< who else may call only while that counter isn't open
    bool first = false;             ///< before everybody but those whom guard and count put first
    double rate = 1.0;              ///< of the standing

    friend bool operator==(const LaneKey&, const LaneKey&) = default;
};

/// The waiting tickets of one service and tier with one effective head start, bound and first alike, oldest τ
/// first.
///
/// Kept in sorted chunks of bounded size: reading the head, joining at the end and leaving from the head take
/// constant time; anywhere else costs a binary search and a move within one chunk.
class Lane
{
public:
    explicit Lane(const LaneKey& key) : m_key(key) {}

    [[nodiscard]] const LaneKey& key() const { return m_key; }
    [[nodiscard]] bool empty() const { return m_size == 0; }
    [[nodiscard]] std::size_t size() const { return m_size; }
    /// The oldest. Requires !empty().
    [[nodiscard]] const Place& head() const { return m_head; }
    /// The number of places before `place`.
    [[nodiscard]] std::size_t countBefore(const Place& place) const;

    /// Those who were passed as often as they may be, oldest first.
    [[nodiscard]] std::span<const Place> due() const { return std::span(m_due).subspan(m_firstDue); }

    void join(const Place& place);
    /// Requires that `place` has joined.
    void leave(const Place& place);
    /// Requires !empty().
    void leaveHead();
    /// Requires that `place` has joined; it is due until it leaves or endDue().
    void beginDue(const Place& place);
    void endDue(const Place& place);

    /// Calls `visit(place)` from the oldest on, while it returns true.
    template <class Visitor> void fromOldest(Visitor visit) const
    {
        std::size_t from = m_first;
        for (const Chunk& chunk : m_chunks) {
            for (std::size_t i = from; i < chunk.size(); ++i) {
                if (!visit(chunk[i]))
                    return;
            }
            from = 0;
        }
    }

    friend bool operator==(const Lane& a, const Lane& b);

private:
    using Chunk = std::vector<Place>;

    [[nodiscard]] std::size_t chunkFor(const Place& place) const;
    [[nodiscard]] std::size_t firstOf(std::size_t chunk) const { return chunk == 0 ? m_first : 0; }
    void insertInside(const Place& place);
    void dropChunk(std::size_t chunk);
    void updateHead();

    LaneKey m_key;
    Place m_head{};
    std::size_t m_size = 0;
    std::size_t m_first = 0; ///< index of the first chunk in use
    std::vector<Chunk> m_chunks;
    std::vector<Place> m_due;   ///< sorted; those before m_firstDue have left
    std::size_t m_firstDue = 0; ///< so that the oldest leaves in constant time
};

} // namespace starqueue::queue
