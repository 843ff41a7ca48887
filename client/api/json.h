#pragma once

#include <simdjson.h>

#include <cmath>
#include <optional>
#include <string_view>

namespace starqueue::client::api {

/// A value of a JSON text, or none. Whoever asks for another type than it has gets an empty one. Lives as
/// long as the text isn't parsed anew on this thread.
class Json
{
public:
    Json() = default;
    explicit Json(simdjson::dom::element element) : m_element(element) {}

    /// No value if the text isn't JSON.
    [[nodiscard]] static Json parsed(std::string_view text)
    {
        static thread_local simdjson::dom::parser parser;
        simdjson::dom::element root;
        return parser.parse(text.data(), text.size()).get(root) == simdjson::SUCCESS ? Json{root} : Json{};
    }

    [[nodiscard]] bool isObject() const { return m_element && m_element->is_object(); }
    [[nodiscard]] bool isNumber() const { return m_element && m_element->is_number(); }

    [[nodiscard]] Json operator[](std::string_view name) const
    {
        simdjson::dom::element found;
        return isObject() && m_element->at_key(name).get(found) == simdjson::SUCCESS ? Json{found} : Json{};
    }
    [[nodiscard]] std::string_view text() const
    {
        return as<std::string_view>().value_or(std::string_view{});
    }
    [[nodiscard]] std::optional<bool> flag() const { return as<bool>(); }
    [[nodiscard]] std::optional<double> number() const { return as<double>(); }
    /// Of a number without a fraction.
    [[nodiscard]] std::optional<std::int64_t> integer() const
    {
        constexpr double kExact = 9007199254740992; // doubles have all integers up to here
        if (const auto whole = as<std::int64_t>())
            return whole;
        const auto real = number();
        if (!real || std::trunc(*real) != *real || std::abs(*real) > kExact)
            return std::nullopt;
        return static_cast<std::int64_t>(*real);
    }
    /// Each element of an array.
    void each(auto&& take) const
    {
        if (const auto list = as<simdjson::dom::array>())
            for (const simdjson::dom::element element : *list)
                take(Json{element});
    }

    /// An object's fields, for whoever asks for them in the order in which they stand: each search begins
    /// behind the field that was found last.
    class Fields
    {
    public:
        explicit Fields(const Json& json) : m_object(json.as<simdjson::dom::object>())
        {
            if (m_object)
                m_next.emplace(m_object->begin());
        }

        [[nodiscard]] Json operator[](std::string_view name)
        {
            if (!m_object)
                return Json{};
            const auto last = *m_next;
            const auto isFound = [&](const simdjson::dom::object::iterator& end) {
                while (*m_next != end && !m_next->key_equals(name))
                    ++*m_next;
                return *m_next != end;
            };
            if (!isFound(m_object->end())) {
                m_next.emplace(m_object->begin());
                if (!isFound(last))
                    return Json{};
            }
            const Json found{m_next->value()};
            ++*m_next;
            return found;
        }

    private:
        std::optional<simdjson::dom::object> m_object;
        std::optional<simdjson::dom::object::iterator> m_next;
    };

private:
    template <typename T> [[nodiscard]] std::optional<T> as() const
    {
        T value;
        return m_element && m_element->get(value) == simdjson::SUCCESS ? std::optional{value} : std::nullopt;
    }

    std::optional<simdjson::dom::element> m_element;
};

} // namespace starqueue::client::api
