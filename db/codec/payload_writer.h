#pragma once

#include <db/codec/event_sight.h>
#include <db/codec/rules_codec.h>
#include <time/timestamp.h>

#include <formats/json/json_writer.h>

#include <queue/events.h>
#include <queue/state/state.h>

#include <concepts>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace starqueue::db {

/// Writes one JSON object by describe(), which says what the fields of a type are (queue/schema/field.h).
///
/// Indices are written as the ids that `rules` gives them, durations as seconds, instants as RFC 3339; a
/// missing id or word is written as null.
class PayloadWriter
{
public:
    /// `state` finds the numbers of tickets; either may be null.
    PayloadWriter(const queue::Rules* rules, const queue::State* state) : m_rules(rules), m_state(state) {}

    /// The object of `value`.
    template <class T> std::string object(const T& value)
    {
        put(value);
        return m_json.take();
    }

    template <class T> void field(queue::FieldName name, const T& value)
    {
        const std::size_t begin = m_json.key(name.text);
        put(value);
        if (m_depth == 1 && !name.to.empty())
            m_seen.push_back(seenField(begin, m_json.size(), name.to));
    }
    /// Left out when it is `usual`.
    template <class T>
    void fieldOr(queue::FieldName name, const T& value, const std::type_identity_t<T>& usual)
    {
        if (!(value == usual))
            field(name, value);
    }
    /// A word that may be missing: empty is null.
    void word(queue::FieldName name, const std::string& value);
    template <class T> void extra(queue::FieldName name, const T& value) { field(name, value); }
    template <class Owner, class T> void known(queue::FieldName name, const Owner* owner, T Owner::*member)
    {
        if (owner)
            field(name, owner->*member);
    }
    void number(queue::FieldName name, queue::TicketId ticket);
    void ownNumber(queue::FieldName name, const queue::Ticket& ticket);
    void hash(queue::FieldName name, const std::shared_ptr<const queue::Rules>& rules);
    /// Indices are those of `rules` from here on.
    void useIndicesOf(const queue::Rules& rules) { m_rules = &rules; }

    template <class Id> [[nodiscard]] auto find(Id id) const { return m_state ? m_state->find(id) : nullptr; }

    /// The places of the fields that API clients may see.
    [[nodiscard]] std::vector<SeenField> takeSeen() { return std::move(m_seen); }

private:
    void put(bool value) { m_json.boolean(value); }
    template <std::integral T> void put(T value) { m_json.number(value); }
    void put(double value) { m_json.number(value); }
    void put(std::string_view value) { m_json.string(value); }
    void put(const std::string& value) { put(std::string_view{value}); }
    void put(const char* value) { put(std::string_view{value}); }
    void put(Instant value) { put(time::elapsedText(value)); }
    void put(Date value) { put(time::dateText(value)); }
    void put(const queue::Bits128& value);
    void put(queue::ServiceIx place);
    void put(queue::CounterIx place);
    void put(queue::GroupIx place);
    void put(queue::TierIx place) { put(place.value); }
    template <class Rep, class Period> void put(std::chrono::duration<Rep, Period> value)
    {
        if (value == value.max())
            m_json.null();
        else
            seconds(std::chrono::duration_cast<Millis>(value));
    }
    template <class Tag> void put(queue::Id<Tag, std::uint64_t> id)
    {
        if (id.value == 0)
            m_json.null();
        else
            put(std::to_string(id.value));
    }
    template <class Enum>
    requires std::is_enum_v<Enum>
    void put(Enum value) { put(queue::shownWord(value)); }
    template <class T> void put(const std::optional<T>& value) { value ? put(*value) : m_json.null(); }
    template <class T> void put(const std::shared_ptr<T>& value) { value ? put(*value) : m_json.null(); }
    template <class T> void put(const std::vector<T>& values)
    {
        m_json.beginArray();
        for (const T& value : values)
            put(value);
        m_json.endArray();
    }
    template <class T>
    requires(std::is_class_v<T>) void put(const T& value)
    {
        m_json.beginObject();
        ++m_depth;
        describe(*this, value);
        --m_depth;
        m_json.endObject();
    }
    /// The id of the rule at `place`; null when there is none.
    template <class Rule> void putId(const std::vector<Rule> queue::Rules::*list, std::size_t place);
    void seconds(Millis value);

    const queue::Rules* m_rules;
    const queue::State* m_state;
    formats::JsonWriter m_json;
    int m_depth = 0; ///< of objects
    std::vector<SeenField> m_seen;
};

} // namespace starqueue::db
