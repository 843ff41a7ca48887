#pragma once

#include <tl/expected.hpp>

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <stop_token>
#include <string>

namespace starqueue::cli {

/// How `backup --follow` goes.
struct Following
{
    std::filesystem::path hall;
    std::filesystem::path set;                         ///< made, with a backup in it, if it is missing
    std::chrono::milliseconds pause;                   ///< between copies
    std::function<void(const std::string&)> onTrouble; ///< one that is to be tried again; each once
};

/// Copies the journal of a running hall until a stop is asked for; what was committed before it is copied.
/// Returns the seq that the set has come to. The error is one that trying again doesn't mend.
[[nodiscard]] tl::expected<std::uint64_t, std::string> follow(const Following& following,
                                                              std::stop_token ends);

} // namespace starqueue::cli
