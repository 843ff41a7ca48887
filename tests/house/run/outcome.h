#pragma once

#include <house/run/findings.h>
#include <house/run/options.h>

#include <cstdint>
#include <functional>
#include <map>
#include <string>

namespace starqueue::house {

/// How a run ended.
struct Outcome
{
    std::uint64_t hash = 0; ///< of all that was told, and when
    std::uint64_t steps = 0;
    std::map<std::string, Findings::Finding> findings;
    std::map<std::string, std::int64_t> sometimes;

    [[nodiscard]] bool isRed() const { return !findings.empty(); }
    /// For people: the findings, one a line, with their time in seconds.
    [[nodiscard]] std::string inWords() const;
};

using Run = std::function<Outcome(const Options&)>;

/// Carries `run` out in a process of its own, so that nothing of one run is left for the next, and a run that
/// ends the process is a finding ("process").
[[nodiscard]] Outcome runInChild(const Run& run, const Options& options);

} // namespace starqueue::house
