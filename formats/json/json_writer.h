#pragma once

#include <formats/json/json_string.h>

#include <array>
#include <charconv>
#include <concepts>
#include <string>
#include <string_view>
#include <utility>

namespace starqueue::formats {

/// Writes JSON text piece by piece, without spaces, for whatever is written often: a tree of nlohmann's costs
/// ten times as much. It allocates nothing but its text.
///
/// It sets the commas; that a key stands in an object and each begin has its end is up to the caller. A
/// value, on one thread.
class JsonWriter
{
public:
    void reserve(std::size_t bytes) { m_text.reserve(bytes); }

    void beginObject() { separated() += '{'; }
    void endObject() { m_text += '}'; }
    void beginArray() { separated() += '['; }
    void endArray() { m_text += ']'; }

    /// The name of the value that follows; it needs no escaping. Where it begins in the text.
    std::size_t key(std::string_view name)
    {
        separated() += '"';
        const std::size_t begin = m_text.size() - 1;
        m_text.append(name).append("\":", 2);
        return begin;
    }

    void null() { separated() += "null"; }
    void boolean(bool value) { separated() += value ? "true" : "false"; }
    void string(std::string_view value) { appendJsonString(separated(), value); }
    /// The shortest text that reads back as the same number; it must be finite.
    template <class Number>
    requires(std::integral<Number> || std::floating_point<Number>) void number(Number value)
    {
        std::array<char, 40> digits{};
        const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
        separated().append(digits.data(), end);
    }
    /// `json` is a JSON value already.
    void raw(std::string_view json) { separated() += json; }

    [[nodiscard]] std::size_t size() const { return m_text.size(); }
    /// The whole text; nothing may be added any more.
    [[nodiscard]] std::string take() { return std::move(m_text); }

private:
    // Nothing but a begin or a key ends in one of these: a text ends in its quote.
    std::string& separated()
    {
        const char last = m_text.empty() ? '[' : m_text.back();
        if (last != '{' && last != '[' && last != ':')
            m_text += ',';
        return m_text;
    }

    std::string m_text;
};

} // namespace starqueue::formats
