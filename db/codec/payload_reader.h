#pragma once

#include <time/timestamp.h>

#include <queue/events.h>
#include <queue/state/state.h>

#include <simdjson.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <concepts>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace starqueue::db {

/// Reads what PayloadWriter has written, by the same describe(). Private to db/.
///
/// Throws std::exception with a sentence where the object doesn't fit.
class PayloadReader
{
public:
    using Json = simdjson::dom::element;

    /// An object's text, valid until this thread parses another one.
    [[nodiscard]] static Json parse(std::string_view text);

    /// `rules` turns ids into places; may be null where none occur.
    PayloadReader(Json object, const queue::Rules* rules) : m_object(object), m_rules(rules) {}

    template <class T> void read(T& value) { take(m_object, value); }

    template <class T> void field(queue::FieldName name, T& value) { take(at(name.text), value); }
    template <class T> void fieldOr(queue::FieldName name, T& value, const std::type_identity_t<T>& usual)
    {
        if (const auto found = find(name.text))
            take(*found, value);
        else
            value = usual;
    }
    void word(queue::FieldName name, std::string& value)
    {
        const Json found = at(name.text);
        value = found.is_null() ? std::string{} : textOf(found);
    }
    template <class T> void extra(queue::FieldName, const T&) {}
    template <class Owner, class T> void known(queue::FieldName, const Owner*, T Owner::*) {}
    void number(queue::FieldName, queue::TicketId) {}
    /// The digits at the end of "A012": the letters before them have no digit.
    void ownNumber(queue::FieldName name, queue::Ticket& ticket);
    void hash(queue::FieldName, const std::shared_ptr<const queue::Rules>&) {}
    void useIndicesOf(const queue::Rules& rules) { m_rules = &rules; }

    template <class Id>
    [[nodiscard]] auto find(Id id) const -> decltype(std::declval<const queue::State&>().find(id))
    {
        return nullptr;
    }

private:
    /// Fields stand in the order in which they are asked for: each search begins behind the last one found.
    [[nodiscard]] std::optional<Json> find(std::string_view name) const;
    [[nodiscard]] Json at(std::string_view name) const;
    [[nodiscard]] static std::string textOf(const Json& from)
    {
        return std::string{from.get_string().value()};
    }

    static void take(const Json& from, bool& value) { value = from.get_bool().value(); }
    template <std::integral T> static void take(const Json& from, T& value)
    {
        const auto wide = from.get_int64().value();
        if (!std::in_range<T>(wide))
            throw std::runtime_error(simdjson::to_string(from) + " is out of range");
        value = static_cast<T>(wide);
    }
    static void take(const Json& from, double& value) { value = from.get_double().value(); }
    static void take(const Json& from, std::string& value) { value = textOf(from); }
    static void take(const Json& from, Instant& value);
    static void take(const Json& from, Date& value);
    static void take(const Json& from, queue::Bits128& value);
    void take(const Json& from, queue::ServiceIx& place) const;
    void take(const Json& from, queue::CounterIx& place) const;
    void take(const Json& from, queue::GroupIx& place) const;
    void take(const Json& from, queue::TierIx& place) const { take(from, place.value); }
    template <class Rep, class Period>
    static void take(const Json& from, std::chrono::duration<Rep, Period>& value)
    {
        using Duration = std::chrono::duration<Rep, Period>;
        value = from.is_null() ? Duration::max()
                               : std::chrono::duration_cast<Duration>(
                                     Millis{std::llround(from.get_double().value() * 1000)});
    }
    template <class Tag> static void take(const Json& from, queue::Id<Tag, std::uint64_t>& id)
    {
        id.value = from.is_null() ? 0 : std::stoull(textOf(from));
    }
    template <class Enum>
    requires std::is_enum_v<Enum>
    static void take(const Json& from, Enum& value)
    {
        const auto name = from.is_null() ? std::nullopt : std::optional{from.get_string().value()};
        const auto known = queue::withShownWord<Enum>(name);
        if (!known)
            throw std::runtime_error(simdjson::to_string(from) + " is not one of the words known");
        value = *known;
    }
    template <class T> void take(const Json& from, std::optional<T>& value) const
    {
        value.reset();
        if (!from.is_null())
            take(from, value.emplace());
    }
    template <class T> void take(const Json& from, std::shared_ptr<const T>& value) const
    {
        value.reset();
        if (from.is_null())
            return;
        auto made = std::make_shared<T>();
        take(from, *made);
        value = std::move(made);
    }
    template <class T> void take(const Json& from, std::vector<T>& values) const
    {
        values.clear();
        for (const Json one : from.get_array())
            take(one, values.emplace_back());
    }
    template <class T>
    requires(std::is_class_v<T>) void take(const Json& from, T& value) const
    {
        PayloadReader inner{from, m_rules};
        describe(inner, value);
    }

    Json m_object;
    mutable std::optional<simdjson::dom::object::iterator> m_next; ///< where the next field is looked for
    const queue::Rules* m_rules;
};

} // namespace starqueue::db
