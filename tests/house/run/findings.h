#pragma once

#include <chrono>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>

namespace starqueue::house {

/// What checkers found wrong: of each checker the first case and how many there were.
class Findings
{
public:
    struct Finding
    {
        std::chrono::nanoseconds at{}; ///< since the run's start
        std::string first;
        std::int64_t count = 0;
    };

    void add(std::string_view checker, std::string what, std::chrono::nanoseconds at)
    {
        Finding& finding = m_findings[std::string{checker}];
        if (finding.count++ == 0)
            finding = {at, std::move(what), 1};
    }
    [[nodiscard]] const std::map<std::string, Finding>& all() const { return m_findings; }

private:
    std::map<std::string, Finding> m_findings;
};

} // namespace starqueue::house
