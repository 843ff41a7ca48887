#pragma once

#include <queue/schema/words.h>

#include <cstdint>
#include <initializer_list>

namespace starqueue::queue {

/// A group of API clients that see the same events and fields.
enum class Audience : std::uint8_t { Display, Kiosk, Bridge, Technician, Staff };

consteval auto spelling(Audience)
{
    return spelled<Audience>({{Audience::Display, "display"},
                              {Audience::Kiosk, "kiosk"},
                              {Audience::Bridge, "bridge"},
                              {Audience::Technician, "technician"},
                              {Audience::Staff, "staff"}});
}

/// A set of audiences.
class Audiences
{
public:
    constexpr Audiences() = default;
    constexpr Audiences(std::initializer_list<Audience> audiences)
    {
        for (const Audience audience : audiences)
            m_bits |= bit(audience);
    }

    [[nodiscard]] constexpr bool has(Audience audience) const { return (m_bits & bit(audience)) != 0; }
    [[nodiscard]] constexpr bool empty() const { return m_bits == 0; }

    friend constexpr Audiences operator&(Audiences a, Audiences b)
    {
        Audiences both;
        both.m_bits = static_cast<std::uint8_t>(a.m_bits & b.m_bits);
        return both;
    }
    friend bool operator==(const Audiences&, const Audiences&) = default;

private:
    static constexpr std::uint8_t bit(Audience audience)
    {
        return static_cast<std::uint8_t>(1U << static_cast<unsigned>(audience));
    }

    std::uint8_t m_bits = 0;
};

inline constexpr Audiences kStaff{Audience::Staff};
/// Who sees device events.
inline constexpr Audiences kDeviceAudiences{Audience::Bridge, Audience::Technician, Audience::Staff};
inline constexpr Audiences kPrinting{Audience::Kiosk, Audience::Bridge, Audience::Technician,
                                     Audience::Staff};
inline constexpr Audiences kEverybody{Audience::Display, Audience::Kiosk, Audience::Bridge,
                                      Audience::Technician, Audience::Staff};

} // namespace starqueue::queue
