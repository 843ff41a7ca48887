#include <house/run/shortest_prefix.h>

#include <algorithm>

namespace starqueue::house {

namespace {

std::chrono::seconds firstFinding(const Outcome& outcome)
{
    auto first = std::chrono::nanoseconds::max();
    for (const auto& [name, finding] : outcome.findings)
        first = std::min(first, finding.at);
    return std::chrono::ceil<std::chrono::seconds>(first);
}

Options cutAt(Options options, std::chrono::seconds until)
{
    options.until = until;
    options.trace = false;
    return options;
}

} // namespace

Options shortestPrefix(const Run& run, const Options& red, const Outcome& outcome)
{
    std::chrono::seconds green{0};
    auto shortest = std::min(red.length(), firstFinding(outcome));
    if (!runInChild(run, cutAt(red, shortest)).isRed())
        return cutAt(red, red.length());
    while (shortest - green > std::chrono::seconds{1}) {
        const auto middle = green + (shortest - green) / 2;
        (runInChild(run, cutAt(red, middle)).isRed() ? shortest : green) = middle;
    }
    return cutAt(red, shortest);
}

} // namespace starqueue::house
