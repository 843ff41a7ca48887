#pragma once

#include <formats/json/json_writer.h>

#include <concepts>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace starqueue::formats {

/// One JSON object field by field, on JsonWriter: the API's answers.
///
/// Fields appear in the order in which they are added; a name must be added once only, and need no escaping.
class JsonObject
{
public:
    JsonObject() : JsonObject(kUsualBytes) {}
    /// For a text of about so many bytes.
    explicit JsonObject(std::size_t bytes)
    {
        m_json.reserve(bytes);
        m_json.beginObject();
    }

    void add(std::string_view name, std::nullptr_t)
    {
        m_json.key(name);
        m_json.null();
    }
    void add(std::string_view name, std::same_as<bool> auto value)
    {
        m_json.key(name);
        m_json.boolean(value);
    }
    void add(std::string_view name, std::string_view value)
    {
        m_json.key(name);
        m_json.string(value);
    }
    void add(std::string_view name, const char* value) { add(name, std::string_view(value)); }
    void add(std::string_view name, const std::string& value) { add(name, std::string_view(value)); }
    template <class Number>
    requires(std::integral<Number> || std::floating_point<Number>) &&
        (!std::same_as<Number, bool>)void add(std::string_view name, Number value)
    {
        m_json.key(name);
        m_json.number(value);
    }
    template <class T> void add(std::string_view name, const std::optional<T>& value)
    {
        value ? add(name, *value) : add(name, nullptr);
    }
    /// An array of texts.
    void add(std::string_view name, const std::vector<std::string>& values)
    {
        m_json.key(name);
        m_json.beginArray();
        for (const std::string& value : values)
            m_json.string(value);
        m_json.endArray();
    }
    /// `json` is a JSON value already.
    void addJson(std::string_view name, std::string_view json)
    {
        m_json.key(name);
        m_json.raw(json);
    }

    /// The whole object; nothing may be added any more.
    [[nodiscard]] std::string take()
    {
        m_json.endObject();
        return m_json.take();
    }

private:
    static constexpr std::size_t kUsualBytes = 1024;

    JsonWriter m_json;
};

/// Adds `json`, a JSON value, to the text of an array that begins as "[" and is closed by the caller.
inline void appendItem(std::string& array, std::string_view json)
{
    if (array.size() > 1)
        array += ',';
    array += json;
}

} // namespace starqueue::formats
