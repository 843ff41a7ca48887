#include <house/journal/journal_checkers.h>

#include <house/faults/disk_faults.h>
#include <house/journal/random_desk.h>

#include <db/pages/checksum_vfs.h>

#include <SQLiteCpp/SQLiteCpp.h>

#include <algorithm>

namespace starqueue::house {

namespace {

/// The journal as another program would read it.
SQLite::Database journalIn(const JournalProgram& hall)
{
    return SQLite::Database{hall.database().string(), SQLite::OPEN_READWRITE, 0, db::checksumVfs()};
}

std::string contentOf(std::int64_t at, const std::string& name, const std::string& payload)
{
    return std::to_string(at) + ' ' + name + ' ' + payload;
}

} // namespace

void ToldIsInTheJournal::onFact(const Fact& fact)
{
    if (fact.is("hall", "published")) {
        m_lastTold = fact.number("seq");
        m_lines[m_lastTold] = contentOf(fact.number("at"), fact.text("name"), fact.text("payload"));
    } else if (fact.is("hall", "answered")) {
        m_lastTold = std::max(m_lastTold, fact.number("seq"));
    } else if (fact.is("hall", "up")) {
        onUp();
    }
}

// Lines after the last one told were committed when the hall died: from now on they are told too.
void ToldIsInTheJournal::onUp()
{
    SQLite::Database journal = journalIn(m_hall);
    SQLite::Statement line{journal, "SELECT seq, at, name, payload FROM journal ORDER BY seq"};
    std::map<std::int64_t, std::string> lines;
    while (line.executeStep())
        lines[line.getColumn(0).getInt64()] = contentOf(
            line.getColumn(1).getInt64(), line.getColumn(2).getString(), line.getColumn(3).getString());
    for (const auto& [seq, content] : m_lines) {
        const auto stored = lines.find(seq);
        if (stored == lines.end())
            found("line " + std::to_string(seq) + " is lost: " + content);
        else if (stored->second != content)
            found("line " + std::to_string(seq) + " was " + content + " and is " + stored->second);
    }
    if (!lines.contains(m_lastTold) && m_lastTold > 0)
        found("line " + std::to_string(m_lastTold) + " was told, and is lost");
    m_lines = std::move(lines);
    m_lastTold = m_lines.empty() ? 0 : m_lines.rbegin()->first;
}

void OneRequestOneCommand::onFact(const Fact& fact)
{
    if (fact.is("hall", "answered") && fact.text("what") == "accepted" && fact.number("events") > 0)
        onAccepted(fact);
    else if (fact.is("hall", "answered") && fact.text("what") == "reused")
        found("a request was taken for another one: " + fact.line());
    else if (fact.is("hall", "up"))
        onUp();
}

void OneRequestOneCommand::onAccepted(const Fact& fact)
{
    const auto first = fact.number("seq") - fact.number("events") + 1;
    const auto [known, isNew] = m_firstSeq.emplace(fact.number("request"), first);
    if (!isNew)
        found("a request was carried out at line " + std::to_string(known->second) +
              " and again: " + fact.line());
}

void OneRequestOneCommand::onUp()
{
    SQLite::Database journal = journalIn(m_hall);
    SQLite::Statement twice{journal, "SELECT min(seq), max(seq) FROM journal WHERE request IS NOT NULL "
                                     "GROUP BY request HAVING count(*) > 1"};
    while (twice.executeStep())
        found("lines " + twice.getColumn(0).getString() + " and " + twice.getColumn(1).getString() +
              " are of one request");
    SQLite::Statement line{journal, "SELECT request FROM journal WHERE seq = ?"};
    for (const auto& [request, seq] : m_firstSeq) {
        line.reset();
        line.bind(1, seq);
        const auto wanted = keyOf(static_cast<std::uint32_t>(request)).request;
        if (!line.executeStep() || line.getColumn(0).getString() != std::string(wanted.begin(), wanted.end()))
            found("line " + std::to_string(seq) + " isn't of the answered request " +
                  std::to_string(request));
    }
}

void CalmAnswersAll::onFact(const Fact& fact)
{
    if (fact.is("desk", "sent"))
        m_open[fact.number("request")] = m_house.agenda().now();
    else if (fact.is("hall", "answered"))
        m_open.erase(fact.number("request"));
}

void CalmAnswersAll::onCalmEnds()
{
    for (const auto& [request, sent] : m_open)
        if (m_house.agenda().now() - sent > std::chrono::seconds{30})
            found("request " + std::to_string(request) + " has no answer");
}

void furnishWithJournal(House& house)
{
    auto& hall = house.add<JournalProgram>(house);
    house.add<RandomDesk>(house, hall);
    house.add<Crash>(house);
    house.add<PowerCut>(house);
    house.add<DiskFull>(house);
    house.add<SyncFails>(house);
    house.add<SlowDisk>(house);
    house.add<ToldIsInTheJournal>(hall);
    house.add<OneRequestOneCommand>(hall);
    house.add<ReplayIsLife>();
    house.add<CalmAnswersAll>(house);
}

} // namespace starqueue::house
