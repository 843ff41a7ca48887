#include <db/chain/chain.h>

#include <db/sqlite/statement.h>

#include <array>
#include <span>

namespace starqueue::db {

namespace {

void putNumber(std::string& to, std::uint64_t number)
{
    std::array<char, 8> bytes{};
    for (char& byte : bytes) {
        byte = static_cast<char>(number & 0xFFU);
        number >>= 8;
    }
    to.append(bytes.data(), bytes.size());
}

// With its length, so that nothing can move from one field into the next.
void putText(std::string& to, std::string_view text)
{
    putNumber(to, text.size());
    to += text;
}

std::string_view blobTextAt(SQLite::Statement& row, int column)
{
    const auto cell = row.getColumn(column);
    return {static_cast<const char*>(cell.getBlob()), static_cast<std::size_t>(cell.getBytes())};
}

std::uint64_t numberAt(SQLite::Statement& row, int column)
{
    return static_cast<std::uint64_t>(row.getColumn(column).getInt64());
}

ChainedLine chainedLineAt(SQLite::Statement& row)
{
    return {numberAt(row, 0), instantAt(row, 1), textAt(row, 2),     textAt(row, 3),
            numberAt(row, 4), textAt(row, 5),    blobTextAt(row, 6), blobTextAt(row, 7)};
}

std::string changed(std::uint64_t seq)
{
    return "journal line " + std::to_string(seq) +
           " or one before it isn't what this program wrote: their hash differs";
}

} // namespace

ChainPoint chainOf(const Hash128& life)
{
    return {0, hashAfter(life, {})};
}

Hash128 hashAfter(const Hash128& before, const ChainedLine& line)
{
    static thread_local std::string bytes; // a start hashes each line of the day
    bytes.clear();
    putNumber(bytes, line.seq);
    putNumber(bytes, static_cast<std::uint64_t>(line.at.time_since_epoch().count()));
    putText(bytes, line.name);
    putText(bytes, line.payload);
    putNumber(bytes, line.lastSeq);
    putText(bytes, line.token);
    putText(bytes, line.request);
    putText(bytes, line.body);
    return chainedHashOf(bytes, before);
}

std::string ChainCheck::add(SQLite::Statement& row)
{
    const ChainedLine line = chainedLineAt(row);
    if (line.seq != m_seq + 1)
        return "the journal lacks what lies between seq " + std::to_string(m_seq) + " and " +
               std::to_string(line.seq);
    m_seq = line.seq;
    if (line.at < m_at)
        return "the journal's time goes back at seq " + std::to_string(m_seq);
    m_at = line.at;
    if (line.lastSeq == 0 && !row.getColumn(4).isNull()) // hashed as if it were NULL
        return changed(m_seq);
    if (m_hash)
        m_hash = hashAfter(*m_hash, line);
    Hash128 written{};
    if (!blobAt(row, 8, written)) {
        if (m_isChained)
            return changed(m_seq);
        return {}; // older than the chain, or changed: the next line with a hash tells
    }
    m_isChained = true;
    if (m_hash.value_or(written) != written)
        return changed(m_seq);
    m_hash = written;
    return {};
}

tl::expected<ChainPoint, std::string> checkLines(SQLite::Database& journal, const Hash128& life)
{
    const Hash128 begin = chainOf(life).hash;
    ChainCheck check{0, begin};
    SQLite::Statement rows{journal, std::string{"SELECT "} + kChainedColumns + " FROM journal ORDER BY seq"};
    while (rows.executeStep())
        if (const std::string fault = check.add(rows); !fault.empty())
            return tl::unexpected{fault};
    return ChainPoint{check.seq(), check.hash().value_or(begin)};
}

} // namespace starqueue::db
