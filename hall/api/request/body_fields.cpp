#include <hall/api/request/body_fields.h>

#include <formats/nearest_name.h>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <set>
#include <string>

namespace starqueue::hall {

namespace {

constexpr std::string_view kEverywhere = "requestId";

/// Calls `isIt` with each name until it is.
template <class IsIt> bool anyName(std::string_view allowed, IsIt isIt)
{
    while (!allowed.empty()) {
        const std::string_view name = allowed.substr(0, allowed.find(' '));
        if (isIt(name))
            return true;
        allowed.remove_prefix(std::min(allowed.size(), name.size() + 1));
    }
    return false;
}

Problem unknown(const std::string& field, std::string_view allowed)
{
    std::set<std::string> names{std::string(kEverywhere)};
    anyName(allowed, [&](std::string_view name) { return names.emplace(name).first == names.end(); });
    return {400,
            "unknown_field",
            "This call takes no field \"" + field + "\"; did you mean \"" +
                formats::nearestName(field, names) + "\"?",
            {}};
}

std::optional<Problem> unknownBelow(const nlohmann::json& object, const std::string& path,
                                    std::string_view allowed)
{
    for (const auto& [key, value] : object.items()) {
        const std::string field = path + key;
        const std::string below = field + '.';
        if (field != kEverywhere && !anyName(allowed, [&](std::string_view name) { return name == field; }))
            return unknown(field, allowed);
        const auto isBelow = [&](std::string_view name) { return name.starts_with(below); };
        if (value.is_object() && anyName(allowed, isBelow))
            if (auto problem = unknownBelow(value, below, allowed))
                return problem;
    }
    return {};
}

} // namespace

std::optional<Problem> unknownField(const nlohmann::json& body, std::string_view allowed)
{
    return unknownBelow(body, {}, allowed);
}

} // namespace starqueue::hall
