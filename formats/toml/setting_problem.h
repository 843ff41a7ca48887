#pragma once

#include <string>
#include <vector>

namespace starqueue::formats {

/// One error in a file of settings: where it stands, what stands there and what would be right.
struct SettingProblem
{
    std::string file;
    int line = 0;       ///< 1…; 0: the file as a whole
    std::string key;    ///< as a path: "tier[2].stars", `counter "4".services`
    std::string value;  ///< as it stands in the file; empty: nothing stands there
    std::string advice; ///< what would be right
    int column = 0;     ///< 1…, in characters; 0: the line as a whole

    friend bool operator==(const SettingProblem&, const SettingProblem&) = default;
};

using SettingProblems = std::vector<SettingProblem>;

/// One line, as compilers write it: "hall.toml:12: guard.minutes = 2500: must be a number from 0 to 240".
[[nodiscard]] std::string errorMessage(const SettingProblem& problem);

/// One line a problem, without a line feed at the end.
[[nodiscard]] std::string errorMessage(const SettingProblems& problems);

} // namespace starqueue::formats
