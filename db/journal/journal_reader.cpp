#include <db/journal/journal_reader.h>

#include <db/journal/rows.h>

#include <utility>

namespace starqueue::db {

namespace {

constexpr auto kRead = "SELECT seq, at, name, payload FROM journal WHERE seq > ? ORDER BY seq LIMIT ?";
constexpr auto kSender = "SELECT token FROM journal WHERE seq = ? AND token IS NOT NULL";

} // namespace

JournalReader::JournalReader(SQLite::Database reading)
    : m_database(std::move(reading)), m_read(m_database, kRead), m_sender(m_database, kSender)
{}

tl::expected<std::vector<Recorded>, StorageError> JournalReader::read(std::uint64_t seq, std::size_t limit)
{
    const sync::Lock lock{m_mutex};
    try {
        std::vector<Recorded> lines;
        const Use use{m_read};
        m_read.bind(1, wide(seq));
        m_read.bind(2, static_cast<std::int64_t>(limit));
        while (m_read.executeStep())
            lines.push_back(recordedAt(m_read));
        return lines;
    } catch (const SQLite::Exception& error) {
        return tl::unexpected{storageError(error, m_database)};
    }
}

tl::expected<std::string, StorageError> JournalReader::senderOf(std::uint64_t seq)
{
    const sync::Lock lock{m_mutex};
    try {
        const Use use{m_sender};
        m_sender.bind(1, wide(seq));
        return m_sender.executeStep() ? std::string{textAt(m_sender, 0)} : std::string{};
    } catch (const SQLite::Exception& error) {
        return tl::unexpected{storageError(error, m_database)};
    }
}

} // namespace starqueue::db
