#include <house/record/record.h>

#include <db/codec/event_codec.h>
#include <db/pages/checksum_vfs.h>
#include <queue/decide.h>

#include <SQLiteCpp/SQLiteCpp.h>

#include <algorithm>

namespace starqueue::house {

namespace {

constexpr auto kLines =
    "SELECT seq, at, name, payload, request, last_seq FROM journal WHERE seq > ? ORDER BY seq";

/// Valid until the next row.
std::string_view viewAt(SQLite::Statement& row, int column)
{
    const SQLite::Column cell = row.getColumn(column);
    const void* const bytes = cell.getBlob();
    return {static_cast<const char*>(bytes), static_cast<std::size_t>(cell.getBytes())};
}

Record::Line lineAt(SQLite::Statement& row)
{
    return {std::string{viewAt(row, 2)}, std::string{viewAt(row, 3)}, std::string{viewAt(row, 4)},
            static_cast<std::uint64_t>(row.getColumn(5).getInt64()),
            Instant{Millis{row.getColumn(1).getInt64()}}};
}

bool isSame(const Record::Line& line, SQLite::Statement& row)
{
    return line.name == viewAt(row, 2) && line.payload == viewAt(row, 3) && line.request == viewAt(row, 4);
}

} // namespace

std::vector<std::string> Record::refresh(bool all)
{
    std::vector<std::string> wrong;
    try {
        SQLite::Database journal{m_database.string(), SQLite::OPEN_READWRITE, 0, db::checksumVfs()};
        SQLite::Statement row{journal, kLines};
        row.bind(1, static_cast<std::int64_t>(all ? 0 : m_lines.size()));
        std::uint64_t seq = all ? 0 : m_lines.size();
        while (row.executeStep()) {
            if (static_cast<std::uint64_t>(row.getColumn(0).getInt64()) != ++seq)
                wrong.push_back("line " + std::to_string(seq) + " is missing");
            if (seq > m_lines.size())
                take(seq, lineAt(row), wrong);
            else if (!isSame(m_lines[seq - 1], row))
                wrong.push_back("line " + std::to_string(seq) + " was " + m_lines[seq - 1].payload +
                                " and is " + lineAt(row).payload);
        }
        if (seq < m_lines.size())
            wrong.push_back("lines after " + std::to_string(seq) + " are lost, up to " +
                            std::to_string(m_lines.size()));
    } catch (const SQLite::Exception& error) {
        wrong.push_back(std::string{"the journal can't be read: "} + error.what());
    }
    return wrong;
}

void Record::take(std::uint64_t seq, Line line, std::vector<std::string>& wrong)
{
    const auto event = db::decodeEvent(line.name, line.payload, m_state.rules.get());
    if (!event) {
        wrong.push_back("line " + std::to_string(seq) + " isn't understood: " + event.error());
    } else {
        if (const auto* const call = std::get_if<queue::TicketCalled>(&*event); call != nullptr && onCall)
            onCall(m_state, *call, line.at);
        queue::apply(m_state, *event, line.at);
    }
    if (line.name == "day_opened")
        m_day = seq;
    line.day = m_day;
    line.ahead = m_state.clock.ahead;
    if (!line.request.empty() && !m_requests.emplace(line.request, seq).second)
        wrong.push_back("lines " + std::to_string(m_requests[line.request]) + " and " + std::to_string(seq) +
                        " are of one request");
    m_lines.push_back(std::move(line));
    if (afterLine)
        afterLine(m_state, seq);
}

std::uint64_t Record::seqOf(const std::string& request) const
{
    const auto found = m_requests.find(request);
    return found == m_requests.end() ? 0 : found->second;
}

std::string bytesOfUuid(const std::string& uuid)
{
    std::string digits = uuid;
    std::erase(digits, '-');
    std::string bytes;
    for (std::size_t i = 0; i + 1 < digits.size(); i += 2)
        bytes += static_cast<char>(std::stoi(digits.substr(i, 2), nullptr, 16));
    return bytes;
}

} // namespace starqueue::house
