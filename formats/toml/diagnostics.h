#pragma once

#include <formats/toml/setting_problem.h>

#include <toml++/toml.h>

#include <map>
#include <string>

namespace starqueue::formats {

/// What is wrong in a file of settings, and where each of its settings stands: collected while it is read.
struct Diagnostics
{
    struct Place
    {
        int line = 0;
        std::string value; ///< as written
    };

    std::string file;
    SettingProblems problems;
    std::map<std::string, Place> places; ///< of every key that was read and is there; by "tier[0].stars"
    std::map<std::string, std::string> names{}; ///< of tables that have an id: "counter[3]" is `counter "4"`

    /// `key` as people read it: with the id of the table it stands in, if that has one.
    [[nodiscard]] std::string named(const std::string& key) const;
};

/// A value as one line of a problem has it; empty for tables, of which the key says enough.
[[nodiscard]] std::string written(const toml::node& node);

} // namespace starqueue::formats
