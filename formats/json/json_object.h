#pragma once

#include <formats/json/json_string.h>

#include <array>
#include <charconv>
#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace starqueue::formats {

/// Writes one JSON object field by field, straight into its text. For what nearly every command answers with:
/// a tree of nlohmann's costs ten times as much.
///
/// Fields appear in the order in which they are added; a name must be added once only, and need no escaping.
class JsonObject
{
public:
    JsonObject() { m_text.reserve(kUsualBytes); }

    void add(std::string_view name, std::nullptr_t) { key(name) += "null"; }
    void add(std::string_view name, std::same_as<bool> auto value) { key(name) += value ? "true" : "false"; }
    void add(std::string_view name, std::string_view value) { appendJsonString(key(name), value); }
    void add(std::string_view name, const char* value) { add(name, std::string_view(value)); }
    void add(std::string_view name, const std::string& value) { add(name, std::string_view(value)); }
    template <class Number>
    requires(std::integral<Number> || std::floating_point<Number>) &&
        (!std::same_as<Number, bool>)void add(std::string_view name, Number value)
    {
        std::array<char, 40> digits{};
        const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
        key(name).append(digits.data(), end);
    }
    template <class T> void add(std::string_view name, const std::optional<T>& value)
    {
        value ? add(name, *value) : add(name, nullptr);
    }
    /// `json` is a JSON value already.
    void addJson(std::string_view name, std::string_view json) { key(name) += json; }

    /// The whole object; nothing may be added any more.
    [[nodiscard]] std::string take()
    {
        m_text += m_text.empty() ? "{}" : "}";
        return std::move(m_text);
    }

private:
    static constexpr std::size_t kUsualBytes = 1024;

    std::string& key(std::string_view name)
    {
        m_text += m_text.empty() ? "{\"" : ",\"";
        m_text += name;
        return m_text += "\":";
    }

    std::string m_text;
};

/// Adds `json`, a JSON value, to the text of an array that begins as "[" and is closed by the caller.
inline void appendItem(std::string& array, std::string_view json)
{
    if (array.size() > 1)
        array += ',';
    array += json;
}

} // namespace starqueue::formats
