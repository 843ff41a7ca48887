#include <db/codec/payload_reader.h>

#include <charconv>

namespace starqueue::db {

namespace {

template <class Ix, class Rules> Ix placeOf(const Rules& rules, const std::string& id, const char* what)
{
    const auto found = std::ranges::find(
        rules, id, [](const auto& rule) -> const auto& { return rule.id; });
    if (found == rules.end())
        throw std::runtime_error(std::string{"the rules in force know no "} + what + " \"" + id + "\"");
    return Ix{static_cast<decltype(Ix::value)>(found - rules.begin())};
}

std::uint8_t nibble(char digit)
{
    if (digit >= '0' && digit <= '9')
        return static_cast<std::uint8_t>(digit - '0');
    if (digit >= 'a' && digit <= 'f')
        return static_cast<std::uint8_t>(digit - 'a' + 10);
    throw std::runtime_error("not a hexadecimal digit");
}

} // namespace

PayloadReader::Json PayloadReader::parse(std::string_view text)
{
    static thread_local simdjson::dom::parser parser;
    return parser.parse(text.data(), text.size());
}

std::optional<PayloadReader::Json> PayloadReader::find(std::string_view name) const
{
    const simdjson::dom::object fields = m_object.get_object().value();
    if (!m_next)
        m_next.emplace(fields.begin());
    const auto last = *m_next;
    const auto isFoundBefore = [&](const simdjson::dom::object::iterator& end) {
        while (*m_next != end && !m_next->key_equals(name))
            ++*m_next;
        return *m_next != end;
    };
    if (!isFoundBefore(fields.end())) {
        m_next.emplace(fields.begin());
        if (!isFoundBefore(last))
            return std::nullopt;
    }
    const Json found = m_next->value();
    ++*m_next;
    return found;
}

PayloadReader::Json PayloadReader::at(std::string_view name) const
{
    const auto found = find(name);
    if (!found)
        throw std::runtime_error("field \"" + std::string{name} + "\" is missing");
    return *found;
}

void PayloadReader::ownNumber(queue::FieldName name, queue::Ticket& ticket)
{
    const auto text = textOf(at(name.text));
    const auto digits = text.find_first_of("0123456789");
    const char* const end = text.data() + text.size();
    if (digits == std::string::npos || std::from_chars(text.data() + digits, end, ticket.number).ptr != end)
        throw std::runtime_error("\"" + text + "\" is not a ticket's number");
}

void PayloadReader::take(const Json& from, Instant& value)
{
    const auto text = textOf(from);
    const auto parsed = time::parseElapsed(text);
    if (!parsed)
        throw std::runtime_error("\"" + text + "\" is not an instant");
    value = *parsed;
}

void PayloadReader::take(const Json& from, Date& value)
{
    const auto text = textOf(from);
    const auto parsed = time::parseDate(text);
    if (!parsed)
        throw std::runtime_error("\"" + text + "\" is not a date");
    value = *parsed;
}

void PayloadReader::take(const Json& from, queue::Bits128& value)
{
    value = {};
    if (from.is_null())
        return;
    const auto text = textOf(from);
    if (text.size() != 2 * value.size())
        throw std::runtime_error("\"" + text + "\" is not 128 bits");
    for (std::size_t i = 0; i < value.size(); ++i)
        value[i] = static_cast<std::uint8_t>(nibble(text[2 * i]) << 4 | nibble(text[2 * i + 1]));
}

void PayloadReader::take(const Json& from, queue::ServiceIx& place) const
{
    if (!m_rules)
        throw std::runtime_error("no rules are in force yet");
    place = placeOf<queue::ServiceIx>(m_rules->services, textOf(from), "service");
}

void PayloadReader::take(const Json& from, queue::CounterIx& place) const
{
    place = queue::kNoCounter;
    if (from.is_null())
        return;
    if (!m_rules)
        throw std::runtime_error("no rules are in force yet");
    place = placeOf<queue::CounterIx>(m_rules->counters, textOf(from), "counter");
}

void PayloadReader::take(const Json& from, queue::GroupIx& place) const
{
    place = queue::kNoGroup;
    if (from.is_null())
        return;
    if (!m_rules)
        throw std::runtime_error("no rules are in force yet");
    place = placeOf<queue::GroupIx>(m_rules->groups, textOf(from), "statutory group");
}

} // namespace starqueue::db
