#pragma once

#include <compare>
#include <cstdint>
#include <functional>

namespace starqueue::queue {

/// A strong type: the id of a counter can't be passed for that of a ticket.
template <class Tag, class Rep> struct Id
{
    Rep value{};

    friend constexpr auto operator<=>(const Id&, const Id&) = default;
};

/// Unique in the life of the hall; grows with every ticket. 0: none.
using TicketId = Id<struct TicketTag, std::uint64_t>;
/// Unique in the life of the hall. 0: none.
using PrintJobId = Id<struct PrintJobTag, std::uint64_t>;
/// Unique in the life of the hall. 0: none.
using RatingSessionId = Id<struct RatingSessionTag, std::uint64_t>;

/// Indices into Rules::services and ::counters. A rule change keeps them (see mergeRules).
using ServiceIx = Id<struct ServiceTag, std::uint16_t>;
using CounterIx = Id<struct CounterTag, std::uint16_t>;
/// Index into Rules::tiers of the rules in force: a rule change may change it.
using TierIx = Id<struct TierTag, std::uint16_t>;

/// Index into Rules::groups; a rule change keeps them. kNoGroup: no statutory priority.
using GroupIx = Id<struct GroupTag, std::uint8_t>;

/// Index into State::kiosks: valid on one day, never in an event.
using KioskIx = Id<struct KioskTag, std::uint16_t>;

inline constexpr CounterIx kNoCounter{0xFFFF};
inline constexpr GroupIx kNoGroup{0xFF};
inline constexpr KioskIx kNoKiosk{0xFFFF};

} // namespace starqueue::queue

template <class Tag, class Rep> struct std::hash<starqueue::queue::Id<Tag, Rep>>
{
    std::size_t operator()(const starqueue::queue::Id<Tag, Rep>& id) const noexcept
    {
        return std::hash<Rep>{}(id.value);
    }
};
