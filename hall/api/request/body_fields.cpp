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

bool isParameter(std::string_view name)
{
    return name.starts_with(kParameterMark);
}

Problem unknown(const std::string& field, std::string_view allowed)
{
    std::set<std::string> names{std::string(kEverywhere)};
    anyName(allowed, [&](std::string_view name) {
        if (!isParameter(name))
            names.emplace(name);
        return false;
    });
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
        const auto isIt = [&](std::string_view name) { return !isParameter(name) && name == field; };
        if (field != kEverywhere && !anyName(allowed, isIt))
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

std::optional<Problem> unknownParameter(const std::vector<http::Field>& query, std::string_view allowed)
{
    std::set<std::string> names;
    anyName(allowed, [&](std::string_view name) {
        if (isParameter(name))
            names.emplace(name.substr(1));
        return false;
    });
    for (const http::Field& given : query) {
        if (names.contains(given.name))
            continue;
        const std::string hint = names.empty()
                                     ? "it takes none."
                                     : "did you mean \"" + formats::nearestName(given.name, names) + "\"?";
        return Problem{400,
                       "unknown_field",
                       "This call takes no parameter \"" + given.name + "\" in its query; " + hint,
                       {}};
    }
    return {};
}

} // namespace starqueue::hall
