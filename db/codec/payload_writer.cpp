#include <db/codec/payload_writer.h>

#include <db/crypto/hashing.h>

#include <formats/json/json_string.h>

#include <array>
#include <charconv>

namespace starqueue::db {

std::size_t PayloadWriter::key(std::string_view name)
{
    if (m_out.back() != '{')
        m_out += ',';
    const std::size_t begin = m_out.size();
    m_out += '"';
    m_out += name;
    m_out += "\":";
    return begin;
}

void PayloadWriter::word(queue::FieldName name, const std::string& value)
{
    field(name, value.empty() ? std::nullopt : std::optional<std::string_view>{value});
}

void PayloadWriter::number(queue::FieldName name, queue::TicketId ticket)
{
    const queue::Ticket* const found = m_state ? m_state->find(ticket) : nullptr;
    if (found && m_rules)
        field(name, m_state->numberOf(*found));
}

void PayloadWriter::ownNumber(queue::FieldName name, const queue::Ticket& ticket)
{
    if (m_state && m_state->find(ticket.id))
        field(name, m_state->numberOf(ticket));
    else if (m_rules)
        field(name, queue::ticketNumber(*m_rules, ticket.numberedIn, ticket.number));
}

void PayloadWriter::hash(queue::FieldName name, const std::shared_ptr<const queue::Rules>& rules)
{
    if (rules)
        field(name, rulesHash(*rules));
}

void PayloadWriter::put(double value)
{
    std::array<char, 40> text{};
    const auto [end, error] = std::to_chars(text.data(), text.data() + text.size(), value);
    m_out.append(text.data(), end);
}

void PayloadWriter::put(std::string_view value)
{
    formats::appendJsonString(m_out, value);
}

void PayloadWriter::put(const queue::Bits128& value)
{
    if (value == queue::Bits128{}) {
        m_out += "null";
        return;
    }
    m_out.append("\"").append(hexOf(value)).append("\"");
}

void PayloadWriter::put(queue::ServiceIx place)
{
    if (m_rules && place.value < m_rules->services.size())
        put(m_rules->services[place.value].id);
    else
        m_out += "null";
}

void PayloadWriter::put(queue::CounterIx place)
{
    if (m_rules && place.value < m_rules->counters.size())
        put(m_rules->counters[place.value].id);
    else
        m_out += "null";
}

void PayloadWriter::seconds(Millis value)
{
    auto rest = value.count();
    if (rest < 0) {
        m_out += '-';
        rest = -rest;
    }
    m_out += std::to_string(rest / 1000);
    if (const auto fraction = rest % 1000; fraction != 0) {
        m_out += '.';
        m_out += std::to_string(1000 + fraction).substr(1);
    }
}

} // namespace starqueue::db
