#pragma once

#include <cstdint>

namespace starqueue::db {

/// How a leg ended; Open: not yet.
/// HandedOver: another clerk continued at the same counter, in a leg of their own.
/// TakenBack: the step that began it was undone; it counts nowhere.
enum class LegEnd : std::uint8_t {
    Open,
    Served,
    Unserved,
    Cancelled,
    Transferred,
    Parked,
    HandedOver,
    TakenBack
};

/// A leg of a visit, for the reports: from its beginning to its call, and how it ended. Fields are indices
/// into a NameTable. Stored on disk as raw bytes, for use on the same machine only.
struct Leg
{
    static constexpr std::uint32_t kNotCalled = 0xFFFFFFFF;

    static constexpr std::uint8_t kFirst = 1;    ///< it began with the ticket's issue
    static constexpr std::uint8_t kInTarget = 2; ///< called within its tier's target
    static constexpr std::uint8_t kInvited = 4;  ///< to rate the service
    static constexpr std::uint8_t kRequeued = 8; ///< the ticket went back in line after it
    static constexpr std::uint8_t kNoShow =
        16; ///< called, and nobody came; the call may still be undone or the service begin

    /// No leg, but a rating that came from the phone later, with the day and place of the leg that it is
    /// about: that one may be settled and kept already.
    static constexpr std::uint8_t kFromPhone = 32;

    std::uint32_t began = 0; ///< wall time, seconds since 1970
    std::uint32_t wait =
        kNotCalled;        ///< milliseconds; kNotCalled also where there was no wait, as after parking
    std::uint16_t day = 0; ///< business day, days since 1970
    std::uint16_t tier = 0;
    std::uint16_t service = 0;
    std::uint16_t counter = 0;
    std::uint16_t clerk = 0;
    std::uint16_t outcome = 0; ///< of a service that is finished
    LegEnd end = LegEnd::Open;
    std::uint8_t flags = 0;
    std::uint8_t score = 0; ///< 1 to 5; 0: not rated
    std::uint8_t unused = 0;

    [[nodiscard]] bool wasCalled() const { return wait != kNotCalled; }
    [[nodiscard]] bool has(std::uint8_t flag) const { return (flags & flag) != 0; }
};
static_assert(sizeof(Leg) == 24, "a million legs take 24 MB");

} // namespace starqueue::db
