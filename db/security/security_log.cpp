#include <db/security/security_log.h>

#include <db/chain/chain_anchor.h>
#include <db/chain/holdings.h>
#include <db/crypto/hashing.h>
#include <db/sqlite/hall_database.h>
#include <db/sqlite/statement.h>
#include <sync/mutex.h>

#include <array>
#include <limits>
#include <utility>

namespace starqueue::db {

namespace {

constexpr std::string_view kLog = "security-log"; ///< what its anchor is of, in the place of a life
constexpr auto kSecurityColumns = "seq, at, what, who, detail, chain";

/// Of a row as it is stored, and all before it. With lengths, so that nothing can move into the next field.
Hash128 hashOfLine(std::uint64_t seq, std::int64_t at, std::string_view what, std::string_view who,
                   std::string_view detail, const Hash128& before)
{
    std::string bytes = std::to_string(seq) + ' ' + std::to_string(at);
    for (const std::string_view text : {what, who, detail})
        bytes.append(" ").append(std::to_string(text.size())).append(" ").append(text);
    return chainedHashOf(bytes, before);
}

std::optional<SecurityEntry> entryAt(SQLite::Statement& row)
{
    const auto what = formats::withWord<SecurityEvent>(textAt(row, 2));
    if (!what)
        return {}; // a newer program's
    return SecurityEntry{static_cast<std::uint64_t>(row.getColumn(0).getInt64()),
                         time::WallTime{std::chrono::sys_time<Millis>{Millis{row.getColumn(1).getInt64()}}},
                         *what, std::string{textAt(row, 3)}, std::string{textAt(row, 4)}};
}

struct LogEnd
{
    std::uint64_t seq = 0;
    Hash128 chain{};

    friend bool operator==(const LogEnd&, const LogEnd&) = default;
};

} // namespace

class SecurityLog::Table
{
public:
    Table(SQLite::Database database, ChainAnchorFile anchor, bool mustBeAnchored)
        : m_database(std::move(database)), m_anchor(std::move(anchor)), m_mustBeAnchored(mustBeAnchored)
    {}

    tl::expected<void, StorageError> append(const SecurityEntry& entry)
    {
        const sync::Lock lock{m_mutex};
        ChainPoint written;
        const auto done = inTransaction(m_database, [&]() REQUIRES(m_mutex) {
            const LogEnd before = end();
            const std::uint64_t seq = before.seq + 1;
            const std::int64_t at{entry.at.utc.time_since_epoch().count()};
            const std::string what{formats::word(entry.what)};
            const Hash128 chain = hashOfLine(seq, at, what, entry.who, entry.detail, before.chain);
            SQLite::Statement insert{m_database,
                                     "INSERT INTO security_log (seq, at, what, who, detail, chain) "
                                     "VALUES (?, ?, ?, ?, ?, ?)"};
            insert.bind(1, static_cast<std::int64_t>(seq));
            insert.bind(2, at);
            insert.bind(3, what);
            insert.bind(4, entry.who);
            insert.bind(5, entry.detail);
            insert.bind(6, chain.data(), static_cast<int>(chain.size()));
            insert.exec();
            SQLite::Statement head{m_database, "UPDATE hall_head SET security = ?"};
            head.bind(1, chain.data(), static_cast<int>(chain.size()));
            head.exec();
            written = {seq, chain};
        });
        if (done) // only what is durable: the log is never behind it
            m_anchor.write({std::string(kLog), written});
        return done;
    }

    /// What the anchor outside the database says against the log; empty: nothing. Throws SQLite::Exception.
    std::string lossOfEnd()
    {
        const sync::Lock lock{m_mutex};
        return loss();
    }

    /// Of a log from before the anchor. False: the disk takes none. Throws SQLite::Exception.
    [[nodiscard]] bool anchorIfNew()
    {
        const sync::Lock lock{m_mutex};
        const LogEnd last = end();
        if (!m_mustBeAnchored)
            m_anchor.writeDurably({std::string(kLog), {last.seq, last.chain}});
        m_mustBeAnchored = m_mustBeAnchored || m_anchor.read().has_value();
        return m_mustBeAnchored;
    }

    tl::expected<std::vector<SecurityEntry>, StorageError> latest(std::uint64_t before, std::size_t most)
    {
        return read([&]() REQUIRES(m_mutex) {
            std::vector<SecurityEntry> entries;
            SQLite::Statement rows{m_database, std::string{"SELECT "} + kSecurityColumns +
                                                   " FROM security_log WHERE seq < ? ORDER BY seq DESC "
                                                   "LIMIT ?"};
            rows.bind(1, before == 0 ? std::numeric_limits<std::int64_t>::max()
                                     : static_cast<std::int64_t>(before));
            rows.bind(2, static_cast<std::int64_t>(most));
            while (rows.executeStep())
                if (auto entry = entryAt(rows))
                    entries.push_back(std::move(*entry));
            return entries;
        });
    }

    tl::expected<std::vector<SecurityEntry>, StorageError> concerning(const std::string& name)
    {
        return read([&]() REQUIRES(m_mutex) {
            std::vector<SecurityEntry> entries;
            SQLite::Statement rows{
                m_database,
                std::string{"SELECT "} + kSecurityColumns +
                    " FROM security_log WHERE seq > (SELECT max(seq) FROM security_log) - "
                    "20000 AND (who = ?1 OR substr(detail || ' ', 1, length(?1) + 1) = ?1 || ' ') "
                    "ORDER BY seq DESC LIMIT 200"};
            rows.bind(1, name);
            while (rows.executeStep())
                if (auto entry = entryAt(rows))
                    entries.push_back(std::move(*entry));
            return entries;
        });
    }

    tl::expected<std::string, StorageError> check()
    {
        return read([&]() REQUIRES(m_mutex) {
            LogEnd reached;
            SQLite::Statement rows{m_database, std::string{"SELECT "} + kSecurityColumns +
                                                   " FROM security_log ORDER BY seq"};
            while (rows.executeStep())
                if (!follows(rows, reached))
                    return "line " + std::to_string(reached.seq) +
                           " of the security log isn't what this program wrote, or the one before it lacks";
            if (std::string lost = loss(); !lost.empty())
                return lost;
            const auto written = headsChain();
            if (!written && m_mustBeAnchored && reached.seq > 0)
                return std::string{"hall_head has lost the hash of the security log's last line"};
            return written && *written != reached.chain ? "the security log's last lines after " +
                                                              std::to_string(reached.seq) + " were cut off"
                                                        : std::string{};
        });
    }

private:
    template <class Read> auto read(Read read) -> tl::expected<decltype(read()), StorageError>
    {
        const sync::Lock lock{m_mutex};
        try {
            return read();
        } catch (const SQLite::Exception& error) {
            return tl::unexpected{storageError(error, m_database)};
        }
    }

    /// Goes on to the row; false: it doesn't follow.
    static bool follows(SQLite::Statement& row, LogEnd& reached)
    {
        const auto seq = static_cast<std::uint64_t>(row.getColumn(0).getInt64());
        const Hash128 before = reached.chain;
        const bool isNext = seq == reached.seq + 1;
        reached.seq = seq;
        return blobAt(row, 5, reached.chain) && isNext &&
               reached.chain == hashOfLine(seq, row.getColumn(1).getInt64(), textAt(row, 2), textAt(row, 3),
                                           textAt(row, 4), before);
    }

    std::string loss() REQUIRES(m_mutex)
    {
        const auto noted = m_anchor.read();
        if (!noted && m_mustBeAnchored && !m_anchor.holdsBytes())
            return m_anchor.file().string() +
                   " is missing or empty, which vouches for the security log's last lines: restore a backup";
        if (!noted || noted->point.seq == 0) // a power cut tore it: there is nothing to compare with
            return {};
        SQLite::Statement row{m_database, "SELECT chain FROM security_log WHERE seq = ?"};
        row.bind(1, static_cast<std::int64_t>(noted->point.seq));
        Hash128 chain{};
        if (row.executeStep() && blobAt(row, 0, chain) && chain == noted->point.hash)
            return {};
        return "the security log isn't the one that " + m_anchor.file().string() +
               " vouches for up to line " + std::to_string(noted->point.seq) +
               ": lines were cut off or changed";
    }

    LogEnd end() REQUIRES(m_mutex)
    {
        LogEnd last;
        SQLite::Statement row{m_database, "SELECT seq, chain FROM security_log ORDER BY seq DESC LIMIT 1"};
        if (row.executeStep()) {
            last.seq = static_cast<std::uint64_t>(row.getColumn(0).getInt64());
            (void)blobAt(row, 1, last.chain);
        }
        return last;
    }

    /// Empty: there is no head yet, or nothing was logged with one.
    std::optional<Hash128> headsChain() REQUIRES(m_mutex)
    {
        Hash128 chain{};
        SQLite::Statement row{m_database, "SELECT security FROM hall_head"};
        return row.executeStep() && blobAt(row, 0, chain) ? std::optional{chain} : std::nullopt;
    }

    sync::Mutex m_mutex;
    SQLite::Database m_database GUARDED_BY(m_mutex);
    ChainAnchorFile m_anchor GUARDED_BY(m_mutex);
    bool m_mustBeAnchored GUARDED_BY(m_mutex);
};

tl::expected<std::unique_ptr<SecurityLog>, StorageError> SecurityLog::open(const std::filesystem::path& dir,
                                                                           files::Files& files, Beside beside)
{
    auto held = Holdings::of(dir, files);
    if (!held)
        return tl::unexpected{std::move(held.error())};
    auto database = openDatabase(hallDatabase(dir), kHallMigrations, files, beside);
    if (!database)
        return tl::unexpected{std::move(database.error())};
    const auto damaged = [&dir](std::string what) {
        return tl::unexpected{
            StorageError{StorageFault::Unreadable, hallDatabase(dir).string() + ": " + std::move(what)}};
    };
    try {
        auto table = std::make_unique<Table>(std::move(*database),
                                             ChainAnchorFile{dir, files, kSecurityAnchorHeld.data()},
                                             held->has(kSecurityAnchorHeld));
        if (std::string lost = table->lossOfEnd(); !lost.empty())
            return damaged(std::move(lost));
        if (table->anchorIfNew())
            if (auto noted = held->add(std::array{kSecurityAnchorHeld}); !noted)
                return tl::unexpected{std::move(noted.error())};
        return std::unique_ptr<SecurityLog>{new SecurityLog{std::move(table)}};
    } catch (const SQLite::Exception& error) {
        return damaged(damageIn(error));
    }
}

SecurityLog::SecurityLog(std::unique_ptr<Table> table) : m_table(std::move(table)) {}
SecurityLog::~SecurityLog() = default;

tl::expected<void, StorageError> SecurityLog::append(const SecurityEntry& entry)
{
    return m_table->append(entry);
}

tl::expected<std::vector<SecurityEntry>, StorageError> SecurityLog::latest(std::uint64_t before,
                                                                           std::size_t most)
{
    return m_table->latest(before, most);
}

tl::expected<std::vector<SecurityEntry>, StorageError> SecurityLog::concerning(const std::string& name)
{
    return m_table->concerning(name);
}

tl::expected<std::string, StorageError> SecurityLog::check()
{
    return m_table->check();
}

} // namespace starqueue::db
