#include <db/sqlite/wal_check.h>

#include <db/pages/pair_sum.h>

#include <sqlite3.h>

#include <algorithm>
#include <array>

namespace starqueue::db {

namespace {

constexpr std::size_t kHeader = 32;
constexpr std::size_t kFrameHeader = 24;
constexpr std::uint32_t kMagic = 0x377F0682; ///< its last bit: the checksums' words are big-endian

std::uint32_t bigAt(std::string_view bytes, std::size_t at)
{
    return wordAt(bytes, at, std::endian::big);
}

PairSum sumAt(std::string_view bytes, std::size_t at)
{
    return {bigAt(bytes, at), bigAt(bytes, at + 4)};
}

/// One log's frames, each judged by the checksum that stands in the one before it: so a bad frame doesn't
/// hide whole ones behind it.
class WalFrames
{
public:
    explicit WalFrames(std::string_view log)
        : m_log(log), m_order((bigAt(log, 0) & 1U) != 0 ? std::endian::big : std::endian::little)
    {
        const std::uint32_t page = bigAt(log, 8);
        m_frame = kFrameHeader + (page == 1 ? 65536 : page);
    }

    [[nodiscard]] bool hasWholeHeader() const
    {
        return (bigAt(m_log, 0) & ~1U) == kMagic && sumOf(m_log.substr(0, 24), m_order) == sumAt(m_log, 24);
    }
    [[nodiscard]] std::size_t count() const { return (m_log.size() - kHeader) / m_frame; }
    [[nodiscard]] std::size_t endOf(std::size_t frame) const { return placeOf(frame + 1); }
    /// Of this log, not left over from an earlier one.
    [[nodiscard]] bool isOfThisLog(std::size_t frame) const
    {
        return m_log.substr(placeOf(frame) + 8, 8) == m_log.substr(16, 8);
    }
    [[nodiscard]] bool isCommit(std::size_t frame) const { return bigAt(m_log, placeOf(frame) + 4) != 0; }
    [[nodiscard]] bool isWhole(std::size_t frame) const
    {
        const std::size_t at = placeOf(frame);
        const PairSum before = sumAt(m_log, frame == 0 ? 24 : placeOf(frame - 1) + 16);
        const PairSum head = sumOf(m_log.substr(at, 8), m_order, before);
        const PairSum sum = sumOf(m_log.substr(at + kFrameHeader, m_frame - kFrameHeader), m_order, head);
        return isOfThisLog(frame) && sum == sumAt(m_log, at + 16);
    }

private:
    [[nodiscard]] std::size_t placeOf(std::size_t frame) const { return kHeader + frame * m_frame; }

    std::string_view m_log;
    std::endian m_order;
    std::size_t m_frame;
};

/// Whether another transaction was written behind the one that frame `bad` belongs to.
bool goesOnBehind(const WalFrames& frames, std::size_t bad)
{
    bool isCommitted = frames.isOfThisLog(bad) && frames.isCommit(bad);
    for (std::size_t frame = bad + 1; frame < frames.count(); ++frame) {
        if (!frames.isCommit(frame) || !frames.isWhole(frame))
            continue;
        if (isCommitted)
            return true;
        isCommitted = true;
    }
    return false;
}

} // namespace

WalCheck checkWal(std::string_view log)
{
    if (log.size() < kHeader + kFrameHeader)
        return {};
    const WalFrames frames{log};
    if (!frames.hasWholeHeader()) // it was made durable before the first frame
        return {0, true};
    WalCheck found{kHeader, false};
    for (std::size_t frame = 0; frame < frames.count(); ++frame) {
        if (!frames.isWhole(frame)) {
            found.isDamaged = goesOnBehind(frames, frame);
            break;
        }
        if (frames.isCommit(frame))
            found.bytes = frames.endOf(frame);
    }
    return found;
}

namespace {

sqlite3_file* writeAheadLog(SQLite::Database& database)
{
    sqlite3_file* log = nullptr;
    sqlite3_file_control(database.getHandle(), "main", SQLITE_FCNTL_JOURNAL_POINTER, &log);
    return log != nullptr && log->pMethods != nullptr ? log : nullptr;
}

// After a failed fsync Linux marks the pages clean although they never came to the disk, so that a second
// fsync succeeds and writes nothing. Writing the same bytes makes the pages dirty again. This happens in
// place and so works on a full disk; a checkpoint would need room, and leave a log whose truncation isn't
// durable.
int writeAgain(sqlite3_file& file)
{
    std::array<char, 65536> part{};
    sqlite3_int64 size = 0;
    int result = file.pMethods->xFileSize(&file, &size);
    for (sqlite3_int64 at = 0; result == SQLITE_OK && at < size;) {
        const auto bytes = static_cast<int>(std::min<sqlite3_int64>(part.size(), size - at));
        result = file.pMethods->xRead(&file, part.data(), bytes, at);
        if (result == SQLITE_OK)
            result = file.pMethods->xWrite(&file, part.data(), bytes, at);
        at += bytes;
    }
    return result == SQLITE_OK && size > 0 ? file.pMethods->xSync(&file, SQLITE_SYNC_FULL) : result;
}

} // namespace

// The last connection that is closed copies the log into the database, which mends nothing if the log isn't
// durable: a power cut then leaves new pages beside an old log.
void keepLogAtClose(SQLite::Database& database, bool isKept)
{
    sqlite3_db_config(database.getHandle(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, isKept ? 1 : 0, nullptr);
}

void writeLogAgain(SQLite::Database& database)
{
    sqlite3_file* const log = writeAheadLog(database);
    sqlite3_int64 size = 0;
    if (log == nullptr || (log->pMethods->xFileSize(log, &size) == SQLITE_OK && size == 0))
        return;
    // The write lock keeps other programs from the log meanwhile.
    SQLite::Transaction locked{database, SQLite::TransactionBehavior::IMMEDIATE};
    if (const int result = writeAgain(*log); result != SQLITE_OK)
        throw SQLite::Exception("its write-ahead log can't be written again", result);
}

void leaveLog(SQLite::Database& database)
{
    keepLogAtClose(database, true);
}

void cutLog(SQLite::Database& database, std::uint64_t bytes)
{
    sqlite3_file* const log = writeAheadLog(database);
    sqlite3_int64 size = 0;
    int result = log == nullptr ? SQLITE_OK : log->pMethods->xFileSize(log, &size);
    if (result == SQLITE_OK && size > static_cast<sqlite3_int64>(bytes)) {
        result = log->pMethods->xTruncate(log, static_cast<sqlite3_int64>(bytes));
        if (result == SQLITE_OK)
            result = log->pMethods->xSync(log, SQLITE_SYNC_FULL);
    }
    if (result != SQLITE_OK)
        throw SQLite::Exception("its write-ahead log can't be cut", result);
}

} // namespace starqueue::db
