#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace starqueue::cli {

/// One thing that the doctor looked at.
struct Finding
{
    enum class Grade {
        Well,
        Note, ///< may be as it should: a device that isn't plugged in here, a service that doesn't run
        Bad
    };

    Grade grade = Grade::Well;
    std::string about;
    std::string detail;
};

/// hall.toml and the databases.
[[nodiscard]] std::vector<Finding> examineHall(const std::filesystem::path& dir);
/// tokens/: each readable by its owner alone and known to the hall.
[[nodiscard]] std::vector<Finding> examineTokens(const std::filesystem::path& dir);
/// Each port that bridge.toml names: there, a terminal, and ours to open.
[[nodiscard]] std::vector<Finding> examinePorts(const std::filesystem::path& dir);
/// Whether the service answers at the address that hall.toml names.
[[nodiscard]] std::vector<Finding> examineService(const std::filesystem::path& dir);

} // namespace starqueue::cli
