#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace starqueue::db {

/// The kiosks and counters whose devices a bridge connects, fixed when its token is made. A bridge reaches
/// nothing beyond, whatever its devices report.
struct Reach
{
    std::vector<std::string> kiosks;
    std::vector<std::string> counters;

    [[nodiscard]] bool hasKiosk(std::string_view id) const;
    [[nodiscard]] bool hasCounter(std::string_view id) const;

    friend bool operator==(const Reach&, const Reach&) = default;
};

/// As it is stored: one line each, "kiosk 1". Ids are names of one line.
[[nodiscard]] std::string textOf(const Reach& reach);
/// Lines that aren't understood reach nothing.
[[nodiscard]] Reach reachIn(std::string_view text);

} // namespace starqueue::db
