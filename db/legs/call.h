#pragma once

#include <cstdint>

namespace starqueue::db {

/// A call of a ticket, for the fairness report: tier and service of the called ticket, counter and clerk that
/// called, as indices into a NameTable. Stored on disk as raw bytes, for use on the same machine only.
struct Call
{
    static constexpr std::uint8_t kOutOfTurn = 1;  ///< by number
    static constexpr std::uint8_t kReturn = 2;     ///< back from parking: passes nobody
    static constexpr std::uint8_t kGuard = 4;      ///< the guard decided it
    static constexpr std::uint8_t kHelp = 8;       ///< a dedicated counter helped others
    static constexpr std::uint8_t kUndone = 16;    ///< undone: not counted
    static constexpr std::uint8_t kViolation = 32; ///< somebody was passed by more than the rules allow

    std::uint32_t began = 0;            ///< wall time of the call, seconds since 1970
    std::uint32_t longest = 0;          ///< milliseconds: the largest overtaking
    std::uint32_t elsewhereLongest = 0; ///< likewise, of those that the counter may not serve
    std::uint16_t day = 0;              ///< business day, days since 1970
    std::uint16_t tier = 0;
    std::uint16_t service = 0;
    std::uint16_t counter = 0;
    std::uint16_t clerk = 0;
    std::uint16_t passed = 0;    ///< people; saturates at 65 535
    std::uint16_t elsewhere = 0; ///< likewise
    std::uint8_t flags = 0;
    std::uint8_t unused = 0;

    [[nodiscard]] bool has(std::uint8_t flag) const { return (flags & flag) != 0; }
};
static_assert(sizeof(Call) == 28, "a million calls take 28 MB");

} // namespace starqueue::db
