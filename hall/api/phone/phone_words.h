#pragma once

#include <queue/rules/rules.h>

#include <nlohmann/json.hpp>

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

namespace starqueue::hall {

// The words of the customer's phone. All pages and the script take them from here.

/// The word of that name, such as "cancel". Throws std::out_of_range.
[[nodiscard]] std::string_view phoneWord(std::string_view name, queue::Language language);
/// Likewise, with what stands for {minutes} and the like.
[[nodiscard]] std::string phoneWord(std::string_view name, queue::Language language,
                                    std::initializer_list<std::pair<std::string_view, std::string>> values);

/// "8–14 分钟": the wait {p10, p90, method} in seconds, both ends rounded outwards to whole minutes, one
/// number where they meet; or words alone. The same on every face: tests/data/wait_cases.json.
[[nodiscard]] std::string waitText(const nlohmann::json& wait, queue::Language language);

/// The counter's name with what stands over it, from {sign, name}, or from null.
[[nodiscard]] std::string counterText(const nlohmann::json& counter, queue::Language language);

/// What the page says of a ticket's place, see Place in openapi.yaml; `until` is "10:25", of who has put the
/// call off.
struct PlaceWords
{
    std::string headline;
    std::string detail;
    std::string advice;
};
[[nodiscard]] PlaceWords wordsOf(const nlohmann::json& place, const std::string& until,
                                 queue::Language language);

} // namespace starqueue::hall
