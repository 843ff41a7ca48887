#include <hall/api/router.h>

#include <gtest/gtest.h>
#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <cctype>
#include <set>
#include <sstream>

namespace starqueue::hall {

namespace {

using Fields = std::set<std::string>;

const YAML::Node& describedApi()
{
    static const YAML::Node node = YAML::LoadFile(STARQUEUE_OPENAPI);
    return node;
}

/// Follows `$ref` within the description.
YAML::Node resolved(const YAML::Node& schema)
{
    if (!schema["$ref"])
        return schema;
    const auto path = schema["$ref"].as<std::string>(); // "#/components/schemas/Command"
    const auto slash = path.rfind('/');
    const auto before = path.rfind('/', slash - 1);
    return resolved(
        describedApi()["components"][path.substr(before + 1, slash - before - 1)][path.substr(slash + 1)]);
}

/// As Route::fields has them: "press press.uid"; an object that may hold anything is described without
/// properties.
void addFields(const YAML::Node& schema, const std::string& path, Fields& fields)
{
    const YAML::Node node = resolved(schema);
    for (const auto& part : node["allOf"])
        addFields(part, path, fields);
    for (const auto& property : node["properties"]) {
        const std::string field = path + property.first.as<std::string>();
        fields.insert(field);
        addFields(property.second, field + '.', fields);
    }
}

Fields fieldsDescribed(const Route& route)
{
    std::string method(route.method);
    std::ranges::transform(method, method.begin(), [](unsigned char c) { return std::tolower(c); });
    const YAML::Node operation = describedApi()["paths"]["/api/v1" + std::string(route.pattern)][method];
    Fields fields;
    if (operation["requestBody"])
        addFields(resolved(operation["requestBody"])["content"]["application/json"]["schema"], {}, fields);
    return fields;
}

Fields fieldsTaken(const Route& route)
{
    Fields fields{"requestId"};
    std::istringstream words{std::string(route.fields)};
    for (std::string word; words >> word;)
        fields.insert(word);
    return fields;
}

} // namespace

TEST(OpenApi, ACommandTakesExactlyTheDescribedFields)
{
    for (const Route& route : routes()) {
        const Fields taken = route.method == "GET" ? Fields{} : fieldsTaken(route);
        EXPECT_EQ(taken, fieldsDescribed(route)) << route.method << " " << route.pattern;
    }
}

} // namespace starqueue::hall
