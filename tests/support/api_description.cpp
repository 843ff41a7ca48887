#include <support/api_description.h>

#include <QJsonArray>
#include <QJsonObject>

#include <gtest/gtest.h>

namespace starqueue::test {

using namespace Qt::StringLiterals;

namespace {

/// yaml-cpp's [] on a node that isn't const writes into it; this only looks.
YAML::Node at(const YAML::Node& node, const std::string& key)
{
    return node.IsDefined() && node.IsMap() ? node[key] : YAML::Node(YAML::NodeType::Undefined);
}

std::string textOf(const YAML::Node& node)
{
    return node.IsDefined() && node.IsScalar() ? node.as<std::string>() : std::string();
}

bool isTrue(const YAML::Node& node)
{
    return textOf(node) == "true";
}

/// "/counters/3/next" fits "/api/v1/counters/{id}/next".
bool fits(const std::string& path, const std::string& pattern)
{
    const auto given = QString::fromStdString("/api/v1" + path).split(u'/');
    const auto wanted = QString::fromStdString(pattern).split(u'/');
    if (given.size() != wanted.size())
        return false;
    for (qsizetype i = 0; i < given.size(); ++i)
        if (given.at(i) != wanted.at(i) && !wanted.at(i).startsWith(u'{'))
            return false;
    return true;
}

bool hasType(const QJsonValue& json, const std::string& type)
{
    if (type == "string")
        return json.isString();
    if (type == "boolean")
        return json.isBool();
    if (type == "integer")
        return json.isDouble() && json.toDouble() == static_cast<double>(json.toInteger());
    if (type == "number")
        return json.isDouble();
    if (type == "array")
        return json.isArray();
    return type != "object" || json.isObject();
}

} // namespace

std::set<std::string> enumWords(const YAML::Node& schema)
{
    std::set<std::string> words;
    for (const auto& word : at(schema, "enum"))
        if (!word.IsNull())
            words.insert(word.as<std::string>());
    return words;
}

ApiDescription::ApiDescription() : m_root(YAML::LoadFile(STARQUEUE_OPENAPI)) {}

const ApiDescription& ApiDescription::instance()
{
    static const ApiDescription description;
    return description;
}

YAML::Node ApiDescription::referred(const YAML::Node& node) const
{
    const std::string reference = textOf(at(node, "$ref"));
    if (reference.empty())
        return node;
    YAML::Node found(m_root);
    for (const QString& step : QString::fromStdString(reference).mid(2).split(u'/'))
        found.reset(at(found, step.toStdString()));
    EXPECT_TRUE(found.IsDefined()) << reference;
    return found;
}

YAML::Node ApiDescription::resolved(const YAML::Node& schema) const
{
    const YAML::Node node = referred(schema);
    if (!at(node, "allOf").IsDefined())
        return node;
    YAML::Node merged;
    const auto merge = [&merged](const YAML::Node& part) {
        for (const auto& entry : part) {
            const auto key = entry.first.as<std::string>();
            if (key == "properties")
                for (const auto& property : entry.second)
                    merged[key][property.first.as<std::string>()] = property.second;
            else if (key == "required")
                for (const auto& name : entry.second)
                    merged[key].push_back(name.as<std::string>());
            else if (key != "allOf")
                merged[key] = entry.second;
        }
    };
    for (const auto& part : node["allOf"])
        merge(resolved(part));
    merge(node);
    return merged;
}

YAML::Node ApiDescription::schema(const std::string& name) const
{
    const YAML::Node found = at(at(at(m_root, "components"), "schemas"), name);
    return found.IsDefined() ? resolved(found) : found;
}

YAML::Node ApiDescription::operation(const std::string& method, const std::string& path) const
{
    const YAML::Node paths = at(m_root, "paths");
    const YAML::Node exact = at(at(paths, "/api/v1" + path), method);
    if (exact.IsDefined())
        return exact;
    for (const auto& entry : paths) {
        const YAML::Node found = at(entry.second, method);
        if (fits(path, entry.first.as<std::string>()) && found.IsDefined())
            return found;
    }
    return exact;
}

std::set<std::string> ApiDescription::codesBelow(const std::string& path) const
{
    std::set<std::string> codes;
    for (const auto& one : at(m_root, "paths")) {
        if (!one.first.as<std::string>().starts_with("/api/v1" + path))
            continue;
        for (const auto& operation : one.second)
            for (const auto& code : at(operation.second, "x-codes"))
                codes.insert(code.as<std::string>());
    }
    return codes;
}

YAML::Node ApiDescription::requestBody(const std::string& method, const std::string& path) const
{
    const YAML::Node body = at(operation(method, path), "requestBody");
    if (!body.IsDefined())
        return body;
    const YAML::Node schema = at(at(at(referred(body), "content"), "application/json"), "schema");
    return schema.IsDefined() ? resolved(schema) : schema;
}

YAML::Node ApiDescription::answer(const std::string& method, const std::string& path, int status) const
{
    const YAML::Node responses = at(operation(method, path), "responses");
    const YAML::Node exact = at(responses, std::to_string(status));
    const YAML::Node response = referred(exact.IsDefined() ? exact : at(responses, "default"));
    const char* const type = status < 400 ? "application/json" : "application/problem+json";
    const YAML::Node schema = at(at(at(response, "content"), type), "schema");
    return schema.IsDefined() ? resolved(schema) : schema;
}

YAML::Node ApiDescription::property(const YAML::Node& schema, const std::string& name) const
{
    const YAML::Node found = at(at(schema, "properties"), name);
    return found.IsDefined() ? resolved(found) : found;
}

YAML::Node ApiDescription::items(const YAML::Node& schema) const
{
    const YAML::Node found = at(schema, "items");
    return found.IsDefined() ? resolved(found) : found;
}

QStringList ApiDescription::faults(const QJsonValue& json, const YAML::Node& schema,
                                   const QString& place) const
{
    if (json.isNull() && isTrue(at(schema, "nullable")))
        return {};
    const std::string type = textOf(at(schema, "type"));
    if (!hasType(json, type))
        return {place + " should be " + QString::fromStdString(type)};
    const auto words = enumWords(schema);
    if (!words.empty() && !words.contains(json.toString().toStdString()))
        return {place + " has no word " + json.toString()};
    QStringList found;
    const QJsonArray list = json.toArray();
    if (const std::string most = textOf(at(schema, "maxItems"));
        !most.empty() && list.size() > std::stoll(most))
        found << u"%1 has %2 items, more than %3"_s.arg(place)
                     .arg(list.size())
                     .arg(QString::fromStdString(most));
    for (qsizetype i = 0; i < list.size(); ++i)
        found += faults(list.at(i), items(schema), u"%1[%2]"_s.arg(place).arg(i));
    const QJsonObject object = at(schema, "properties").IsDefined() ? json.toObject() : QJsonObject();
    for (auto entry = object.begin(); entry != object.end(); ++entry) {
        const YAML::Node member = property(schema, entry.key().toStdString());
        const QString where = place + u'.' + entry.key();
        found += member.IsDefined() ? faults(entry.value(), member, where)
                                    : QStringList(where + " isn't in the description");
    }
    return found;
}

} // namespace starqueue::test
