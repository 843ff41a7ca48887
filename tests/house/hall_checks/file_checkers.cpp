#include <house/hall_checks/file_checkers.h>

namespace starqueue::house {

void SettingsAreWhole::onFact(const Fact& fact)
{
    const std::string name = fact.text("name");
    if (fact.is("editor", "saves") || (fact.is("hall", "reads") && m_mayBe.empty()))
        m_mayBe.insert(name);
    else if (fact.is("editor", "saved"))
        m_mayBe = {name};
    else if (fact.is("hall", "reads") && !m_mayBe.contains(name))
        found("it reads the settings of \"" + name + "\", which were replaced");
}

ReportCountsEachTicket::ReportCountsEachTicket(House& house, HallProgram& hall, Record& record)
    : Checker("the report counts each ticket"), m_house(house), m_hall(hall), m_record(record),
      m_manager(house, hall, "manager", "report")
{
    m_house.sometimes().expect("a report was held against the journal");
}

std::int64_t ReportCountsEachTicket::issued()
{
    for (const std::string& wrong : m_record.refresh(false))
        found(wrong);
    std::int64_t count = 0;
    for (std::uint64_t seq = 1; seq <= m_record.lastSeq(); ++seq)
        count += m_record.line(seq)->name == "ticket_issued" ? 1 : 0;
    return count;
}

void ReportCountsEachTicket::onCalmEnds()
{
    if (!m_hall.isUp() || !m_manager.isIdle())
        return;
    m_manager.ask("/reports/outcomes?from=2024-01-01&to=2033-01-01",
                  [this, before = issued()](const HallReply& answer) { compare(answer, before); });
}

void ReportCountsEachTicket::compare(const HallReply& answer, std::int64_t before)
{
    if (answer.status != 200)
        return;
    std::int64_t told = 0;
    for (const auto& row : answer.body)
        told += row["issued"].get<std::int64_t>();
    m_house.sometimes().saw("a report was held against the journal");
    if (told < before || told > issued())
        found("the report counts " + std::to_string(told) + " issued tickets, the journal had " +
              std::to_string(before) + " and has " + std::to_string(issued()));
}

} // namespace starqueue::house
