#include <db/codec/payload_writer.h>

#include <db/crypto/hashing.h>

#include <chrono>

namespace starqueue::db {

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

void PayloadWriter::put(const queue::Bits128& value)
{
    if (value == queue::Bits128{})
        m_json.null();
    else
        m_json.string(hexOf(value));
}

template <class Rule>
void PayloadWriter::putId(const std::vector<Rule> queue::Rules::*list, std::size_t place)
{
    if (m_rules && place < (m_rules->*list).size())
        put((m_rules->*list)[place].id);
    else
        m_json.null();
}

void PayloadWriter::put(queue::ServiceIx place)
{
    putId(&queue::Rules::services, place.value);
}

void PayloadWriter::put(queue::CounterIx place)
{
    putId(&queue::Rules::counters, place.value);
}

void PayloadWriter::put(queue::GroupIx place)
{
    putId(&queue::Rules::groups, place.value);
}

void PayloadWriter::seconds(Millis value)
{
    const auto whole = std::chrono::abs(value).count();
    std::string text = (value.count() < 0 ? "-" : "") + std::to_string(whole / 1000);
    if (const auto fraction = whole % 1000; fraction != 0)
        text += '.' + std::to_string(1000 + fraction).substr(1);
    m_json.raw(text);
}

} // namespace starqueue::db
