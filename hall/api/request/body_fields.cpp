#include <hall/api/request/body_fields.h>

#include <formats/nearest_name.h>

#include <nlohmann/json.hpp>

#include <set>
#include <string>

namespace starqueue::hall {

namespace {

using Names = std::set<std::string>;

Names namesIn(std::string_view allowed)
{
    Names names;
    while (!allowed.empty()) {
        const std::string_view name = allowed.substr(0, allowed.find(' '));
        names.emplace(name);
        allowed.remove_prefix(std::min(allowed.size(), name.size() + 1));
    }
    return names;
}

bool hasFieldsBelow(const Names& names, const std::string& object)
{
    const auto next = names.lower_bound(object + '.');
    return next != names.end() && next->starts_with(object + '.');
}

Problem unknown(const std::string& field, const Names& names)
{
    std::string detail = "This call takes no field \"" + field + "\"";
    if (const std::string nearest = formats::nearestName(field, names); !nearest.empty())
        detail += "; did you mean \"" + nearest + "\"?";
    else
        detail += '.';
    return {400, "unknown_field", std::move(detail), {}};
}

std::optional<Problem> unknownBelow(const nlohmann::json& object, const std::string& path, const Names& names)
{
    for (const auto& [key, value] : object.items()) {
        const std::string field = path + key;
        if (!names.contains(field))
            return unknown(field, names);
        if (value.is_object() && hasFieldsBelow(names, field))
            if (auto problem = unknownBelow(value, field + '.', names))
                return problem;
    }
    return {};
}

} // namespace

std::optional<Problem> unknownField(const nlohmann::json& body, std::string_view allowed)
{
    Names names = namesIn(allowed);
    names.emplace("requestId");
    return unknownBelow(body, {}, names);
}

} // namespace starqueue::hall
