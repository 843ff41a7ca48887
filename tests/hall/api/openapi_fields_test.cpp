#include <hall/api/request/body_fields.h>
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

/// The parameters of the query, with their mark.
void addParameters(const YAML::Node& list, Fields& fields)
{
    for (const auto& each : list) {
        const YAML::Node parameter = resolved(each);
        if (parameter["in"].as<std::string>() == "query")
            fields.insert(kParameterMark + parameter["name"].as<std::string>());
    }
}

Fields fieldsDescribed(const Route& route)
{
    std::string method(route.method);
    std::ranges::transform(method, method.begin(), [](unsigned char c) { return std::tolower(c); });
    const YAML::Node path = describedApi()["paths"]["/api/v1" + std::string(route.pattern)];
    const YAML::Node operation = path[method];
    Fields fields;
    addParameters(path["parameters"], fields);
    addParameters(operation["parameters"], fields);
    if (operation["requestBody"])
        addFields(resolved(operation["requestBody"])["content"]["application/json"]["schema"], {}, fields);
    return fields;
}

Fields fieldsTaken(const Route& route)
{
    Fields fields;
    if (route.method != "GET")
        fields.insert("requestId");
    std::istringstream words{std::string(route.fields)};
    for (std::string word; words >> word;)
        fields.insert(word);
    return fields;
}

} // namespace

TEST(OpenApi, ACallTakesExactlyTheDescribedFieldsAndParameters)
{
    for (const Route& route : routes())
        EXPECT_EQ(fieldsTaken(route), fieldsDescribed(route)) << route.method << " " << route.pattern;
}

} // namespace starqueue::hall
