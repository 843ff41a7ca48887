#pragma once

#include <QJsonValue>
#include <QStringList>

#include <yaml-cpp/yaml.h>

#include <set>
#include <string>

namespace starqueue::test {

/// hall/openapi.yaml, for tests that hold something against it. Schemas come with `$ref` followed and
/// `allOf` merged.
class ApiDescription
{
public:
    /// Reads it once; a file that can't be read fails the test.
    [[nodiscard]] static const ApiDescription& instance();

    /// Below components/schemas; undefined when there is none.
    [[nodiscard]] YAML::Node schema(const std::string& name) const;
    /// What an operation takes, such as ("post", "/tickets/{id}/rating"); undefined when there is no such
    /// one.
    [[nodiscard]] YAML::Node requestBody(const std::string& method, const std::string& path) const;
    /// What it answers when all is well; undefined for 204 and for operations that aren't there.
    [[nodiscard]] YAML::Node answer(const std::string& method, const std::string& path, int status) const;
    /// The problem codes of all operations below that path: "/counters/".
    [[nodiscard]] std::set<std::string> codesBelow(const std::string& path) const;
    [[nodiscard]] YAML::Node events() const { return m_root["x-events"]; }

    /// One property with its reference followed; undefined when the schema doesn't have it.
    [[nodiscard]] YAML::Node property(const YAML::Node& schema, const std::string& name) const;
    [[nodiscard]] YAML::Node items(const YAML::Node& schema) const;
    [[nodiscard]] YAML::Node resolved(const YAML::Node& schema) const;

    /// What in `json` the schema doesn't have or has with another type, each with its place.
    /// Properties that are left out are no fault: a script says as little as its test needs.
    [[nodiscard]] QStringList faults(const QJsonValue& json, const YAML::Node& schema,
                                     const QString& place = {}) const;

private:
    ApiDescription();
    [[nodiscard]] YAML::Node referred(const YAML::Node& node) const;
    [[nodiscard]] YAML::Node operation(const std::string& method, const std::string& path) const;

    YAML::Node m_root;
};

/// The words of a schema's `enum`, without null.
[[nodiscard]] std::set<std::string> enumWords(const YAML::Node& schema);

} // namespace starqueue::test
