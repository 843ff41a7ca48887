#include <db/tokens/reach.h>

#include <algorithm>

namespace starqueue::db {

namespace {

constexpr std::string_view kKioskLine = "kiosk ";
constexpr std::string_view kCounterLine = "counter ";

void addLine(Reach& reach, std::string_view line)
{
    if (line.starts_with(kKioskLine))
        reach.kiosks.emplace_back(line.substr(kKioskLine.size()));
    else if (line.starts_with(kCounterLine))
        reach.counters.emplace_back(line.substr(kCounterLine.size()));
}

} // namespace

bool Reach::hasKiosk(std::string_view id) const
{
    return std::ranges::find(kiosks, id) != kiosks.end();
}

bool Reach::hasCounter(std::string_view id) const
{
    return std::ranges::find(counters, id) != counters.end();
}

std::string textOf(const Reach& reach)
{
    std::string text;
    for (const std::string& kiosk : reach.kiosks)
        text.append(kKioskLine).append(kiosk).append("\n");
    for (const std::string& counter : reach.counters)
        text.append(kCounterLine).append(counter).append("\n");
    return text;
}

Reach reachIn(std::string_view text)
{
    Reach reach;
    while (!text.empty()) {
        const std::string_view line = text.substr(0, text.find('\n'));
        text.remove_prefix(std::min(text.size(), line.size() + 1));
        addLine(reach, line);
    }
    return reach;
}

} // namespace starqueue::db
