#pragma once

#include <cstdint>

namespace starqueue::db {

/// One call of a ticket as the fairness report needs it. It belongs to whom it called: their tier and
/// service, and the counter and clerk that called. Places are those of a NameTable. Written to disk as it is,
/// on and for the machine it runs on.
struct Call
{
    static constexpr std::uint8_t kOutOfTurn = 1;  ///< by number
    static constexpr std::uint8_t kReturn = 2;     ///< back from parking: nobody's turn was taken
    static constexpr std::uint8_t kGuard = 4;      ///< the guard settled it
    static constexpr std::uint8_t kHelp = 8;       ///< a dedicated counter helped
    static constexpr std::uint8_t kUndone = 16;    ///< taken back: counts as nothing
    static constexpr std::uint8_t kViolation = 32; ///< somebody was passed by more than the rules allow

    std::uint32_t began = 0;            ///< when it was made, seconds since 1970
    std::uint32_t longest = 0;          ///< milliseconds: the most that somebody was passed by
    std::uint32_t elsewhereLongest = 0; ///< likewise, of those whom the counter may not serve
    std::uint16_t day = 0;              ///< business day, days since 1970
    std::uint16_t tier = 0;
    std::uint16_t service = 0;
    std::uint16_t counter = 0;
    std::uint16_t clerk = 0;
    std::uint16_t passed = 0;    ///< people; 65 535 and more are one
    std::uint16_t elsewhere = 0; ///< likewise
    std::uint8_t flags = 0;
    std::uint8_t unused = 0;

    [[nodiscard]] bool has(std::uint8_t flag) const { return (flags & flag) != 0; }
};
static_assert(sizeof(Call) == 28, "a million calls take 28 MB");

} // namespace starqueue::db
