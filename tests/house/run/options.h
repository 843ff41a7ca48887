#pragma once

#include <tl/expected.hpp>

#include <chrono>
#include <cstdint>
#include <optional>
#include <set>
#include <span>
#include <string>

namespace starqueue::house {

/// What a run is made from, besides the program itself. Equal options: equal runs.
struct Options
{
    std::uint64_t seed = 1;
    std::uint64_t seeds = 1; ///< from `seed` on, each in a process of its own
    double hours = 2;
    std::set<std::string> mix; ///< "none", "-crash", "clocks": see Weather
    bool trace = false;
    std::optional<std::chrono::seconds> until; ///< the storms end here, and after one calm the run
    std::string world = "journal";
    bool core = false;   ///< after the first storm all but a core is lost for ever
    bool hashes = false; ///< prints each seed's hash and nothing else

    [[nodiscard]] std::chrono::seconds length() const;
    /// "house 17 --hours 2 --until 345": starts the same run.
    [[nodiscard]] std::string line() const;
};

/// An error is a sentence for people.
[[nodiscard]] tl::expected<Options, std::string> parseOptions(std::span<const char* const> arguments);

inline constexpr auto kUsage =
    "usage: house SEED [--seeds N] [--hours H] [--mix WORD,WORD] [--trace] [--until SECONDS] [--world NAME]\n"
    "       [--core] [--hashes]\n"
    "  --mix    -FAULT leaves a fault out, none leaves all out, FAULT puts one in\n"
    "  --until  ends the storms so long after the start; one calm follows\n"
    "  --world  who lives in the house: journal or hall\n"
    "  --core   one storm; then all but the hall, a kiosk and a counter is lost for ever\n"
    "  --hashes prints the hash of each seed and nothing else\n";

} // namespace starqueue::house
