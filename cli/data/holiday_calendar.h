#pragma once

#include <time/instant.h>

#include <tl/expected.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace starqueue::cli {

/// A date that is no usual one: a public holiday, or a weekend day that is worked.
struct PublicDay
{
    Date date;
    std::string name;
    bool isOff = true;

    friend bool operator==(const PublicDay&, const PublicDay&) = default;
};

/// The public days of one year, by date.
struct PublicYear
{
    int year = 0;
    std::vector<PublicDay> days;
};

/// Reads `{"year": 2026, "days": [{"name": "…", "date": "2026-01-01", "isOffDay": true}]}`, the form in which
/// China's public holidays are published as open data (holiday-cn). The error says what doesn't fit.
[[nodiscard]] tl::expected<PublicYear, std::string> readPublicYear(std::string_view json);

/// hall.toml with the [[calendar]] of that year: a holiday opens like "holidays", a worked Saturday like a
/// Friday, a worked Sunday like a Monday. They stand in one block at the end of the file, in place of the
/// block that an earlier import made; the rest stays to the byte. Dates that the file names elsewhere are
/// left to it and put into `left`.
[[nodiscard]] std::string withCalendar(std::string_view settings, const PublicYear& year,
                                       std::vector<Date>& left);

} // namespace starqueue::cli
