#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

namespace starqueue::time {

/// What a zone does from its last recorded change on, as POSIX writes it in TZ: "CST-8",
/// "CET-1CEST,M3.5.0,M10.5.0/3". Inside db/ only.
class PosixZoneRule
{
public:
    /// Throws std::runtime_error where `text` is no such rule.
    static PosixZoneRule parse(std::string_view text);

    /// Seconds east of UTC.
    [[nodiscard]] std::int32_t standardOffset() const { return m_standard; }
    /// Instants (seconds since 1970) of `year` in order, each with the offset that holds from then on.
    [[nodiscard]] std::vector<std::pair<std::int64_t, std::int32_t>> changesIn(int year) const;

private:
    enum class DayForm { MonthWeekDay, JulianWithoutLeapDay, ZeroBased };

    struct Moment
    {
        DayForm form = DayForm::MonthWeekDay;
        int month = 0;
        int week = 0; ///< 5: the last
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
