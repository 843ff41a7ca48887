#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

namespace starqueue::time {

/// A POSIX TZ rule, which applies after a zone file's last transition: "CST-8", "CET-1CEST,M3.5.0,M10.5.0/3".
/// Private to time/.
class PosixZoneRule
{
public:
    /// Throws std::runtime_error if `text` is invalid.
    static PosixZoneRule parse(std::string_view text);

    /// Seconds east of UTC.
    [[nodiscard]] std::int32_t standardOffset() const { return m_standard; }
    /// The transitions of `year` (seconds since 1970) in order, each with the offset from then on.
    [[nodiscard]] std::vector<std::pair<std::int64_t, std::int32_t>> changesIn(int year) const;

private:
    enum class DayForm { MonthWeekDay, JulianWithoutLeapDay, ZeroBased };

    struct Moment
    {
        DayForm form = DayForm::MonthWeekDay;
        int month = 0;
        int week = 0; ///< 5: the last of the month
        int day = 0;  ///< of the week from Sunday, or of the year
        std::int32_t time = 7200;
    };

    friend class PosixZoneParser;

    [[nodiscard]] static std::int64_t localSeconds(const Moment& moment, int year);

    std::int32_t m_standard = 0;
    std::int32_t m_summer = 0;
    std::optional<std::pair<Moment, Moment>> m_moments; ///< summer time begins, ends
};

} // namespace starqueue::time
