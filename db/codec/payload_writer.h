#pragma once

#include <db/codec/codec_names.h>
#include <time/timestamp.h>

#include <queue/events.h>
#include <queue/model/state.h>

#include <concepts>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace starqueue::db {

/// Writes one JSON object field by field; what the fields of a type are, describe() says.
///
/// Places become the ids that `rules` gives them, durations seconds, instants RFC 3339, no id and no word
/// null.
class PayloadWriter
{
public:
    /// `state` finds the numbers of tickets; either may be null.
    PayloadWriter(const queue::Rules* rules, const queue::State* state) : m_rules(rules), m_state(state) {}

    /// The object of `value`.
    template <class T> std::string object(const T& value)
    {
        put(value);
        return std::move(m_out);
    }

    template <class T> void field(std::string_view name, const T& value)
    {
        key(name);
        put(value);
    }
    /// Left out when it is `usual`.
    template <class T>
    void fieldOr(std::string_view name, const T& value, const std::type_identity_t<T>& usual)
    {
        if (!(value == usual))
            field(name, value);
    }
    /// A word that may be missing: empty is null.
    void word(std::string_view name, const std::string& value);
    /// A field for readers of the API; replay finds it out by itself.
    template <class T> void extra(std::string_view name, const T& value) { field(name, value); }
    /// "number" of `ticket`, where it is known.
    void number(std::string_view name, queue::TicketId ticket);
    /// "number" of a ticket written whole.
    void ownNumber(const queue::Ticket& ticket);
    /// From here on places are those of `rules`.
    void placesOf(const queue::Rules& rules) { m_rules = &rules; }

    [[nodiscard]] const queue::State* state() const { return m_state; }
    static constexpr bool kWrites = true;

private:
    void key(std::string_view name);

    void put(bool value) { m_out += value ? "true" : "false"; }
    template <std::integral T> void put(T value) { m_out += std::to_string(value); }
    void put(double value);
    void put(std::string_view value);
    void put(const std::string& value) { put(std::string_view{value}); }
    void put(const char* value) { put(std::string_view{value}); }
    void put(Instant value) { put(time::timestamp(value)); }
    void put(Date value) { put(time::dateText(value)); }
    void put(const queue::Bits128& value);
    void put(queue::ServiceIx place);
    void put(queue::CounterIx place);
    void put(queue::TierIx place) { put(place.value); }
    template <class Rep, class Period> void put(std::chrono::duration<Rep, Period> value)
    {
        if (value == value.max())
            m_out += "null";
        else
            seconds(std::chrono::duration_cast<Millis>(value));
    }
    template <class Tag> void put(queue::Id<Tag, std::uint64_t> id)
    {
        if (id.value == 0)
            m_out += "null";
        else
            put(std::to_string(id.value));
    }
    template <class Enum>
    requires std::is_enum_v<Enum>
    void put(Enum value)
    {
        const std::string_view name = kNames<Enum>.at(static_cast<std::size_t>(value));
        name.empty() ? void(m_out += "null") : put(name);
    }
    template <class T> void put(const std::optional<T>& value)
    {
        value ? put(*value) : void(m_out += "null");
    }
    template <class T> void put(const std::shared_ptr<T>& value)
    {
        value ? put(*value) : void(m_out += "null");
    }
    template <class T> void put(const std::vector<T>& values)
    {
        m_out += '[';
        for (std::size_t i = 0; i < values.size(); ++i) {
            if (i != 0)
                m_out += ',';
            put(values[i]);
        }
        m_out += ']';
    }
    template <class T>
    requires(std::is_class_v<T>) void put(const T& value)
    {
        m_out += '{';
        describe(*this, value);
        m_out += '}';
    }
    void seconds(Millis value);

    const queue::Rules* m_rules;
    const queue::State* m_state;
    std::string m_out;
};

} // namespace starqueue::db
