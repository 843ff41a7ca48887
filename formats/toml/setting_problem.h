#pragma once

#include <string>
#include <vector>

namespace starqueue::formats {

/// One thing that is wrong in a file of settings, told so that whoever reads it can mend it at once.
struct SettingProblem
{
    std::string file;
    int line = 0;       ///< 1…; 0: the file as a whole
    std::string key;    ///< as a path: "tier[2].stars"
    std::string value;  ///< as it stands in the file; empty: nothing stands there
    std::string advice; ///< what would be right

    friend bool operator==(const SettingProblem&, const SettingProblem&) = default;
};

using SettingProblems = std::vector<SettingProblem>;

/// "hall.toml:12: guard.minutes = 2500: …", one line.
[[nodiscard]] std::string describe(const SettingProblem& problem);

/// One line a problem.
[[nodiscard]] std::string describe(const SettingProblems& problems);

} // namespace starqueue::formats
