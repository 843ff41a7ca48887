#pragma once

#include <cstdint>

namespace starqueue::db {

/// How a visit ended; Open: it goes on. A no-show may still come back.
enum class VisitEnd : std::uint8_t { Open, Finished, NoShow, Cancelled, Unserved };

/// A whole visit for the reports, as queue::visitOf() says it. Service, tier, counter and clerk are those of
/// the first service; of who was never served, the last ones. Fields are indices into a NameTable. Stored on
/// disk as raw bytes, for use on the same machine only.
struct VisitRecord
{
    static constexpr std::uint32_t kNotCalled = 0xFFFFFFFF;

    static constexpr std::uint8_t kServed = 1;   ///< a call was followed by a service
    static constexpr std::uint8_t kInTarget = 2; ///< it waited no longer than its tier's target

    std::uint32_t began = 0;            ///< wall time of the issue, seconds since 1970
    std::uint32_t wait = 0;             ///< milliseconds to the served call, or to the visit's end
    std::uint32_t toFirst = kNotCalled; ///< milliseconds to the first call
    std::uint32_t postponed = 0;        ///< milliseconds, no part of the two above
    std::uint16_t day = 0;              ///< business day of the issue, days since 1970
    std::uint16_t tier = 0;
    std::uint16_t service = 0;
    std::uint16_t counter = 0;
    std::uint16_t clerk = 0;
    std::uint16_t outcome = 0; ///< of the last service
    VisitEnd end = VisitEnd::Open;
    std::uint8_t flags = 0;
    std::uint8_t calls = 0;    ///< saturates at 255
    std::uint8_t counters = 0; ///< likewise

    [[nodiscard]] bool wasCalled() const { return toFirst != kNotCalled; }
    [[nodiscard]] bool has(std::uint8_t flag) const { return (flags & flag) != 0; }
};
static_assert(sizeof(VisitRecord) == 32, "a million visits take 32 MB");

} // namespace starqueue::db
