#include <db/journal/sqlite_journal.h>

#include <db/chain/hall_head.h>
#include <db/sqlite/directory_lock.h>
#include <db/sqlite/hall_database.h>
#include <db/sqlite/schema_check.h>
#include <db/sqlite/statement.h>
#include <db/sqlite/wal_check.h>

namespace starqueue::db {

namespace {

constexpr auto kDays = "SELECT seq, at FROM journal WHERE name IN ('day_opened', 'rules_set') "
                       "AND name = 'day_opened' ORDER BY seq DESC";
constexpr auto kRequests =
    "SELECT seq, token, request FROM journal WHERE seq >= ? AND request IS NOT NULL ORDER BY seq";
constexpr auto kForeignSchema =
    "its tables, indexes or triggers aren't those that this program makes: one was dropped, changed or added";
constexpr auto kAdvice = "; restore it from a backup";
// In another directory, under another life and beyond the numbers that may be on paper.
constexpr auto kLossAdvice = "; restore it from a backup, or, to go on with what is left, make a hall of it: "
                             "starqueue restore NEW-DIRECTORY --from ";

std::uint64_t seqIn(SQLite::Statement& row, int column)
{
    return static_cast<std::uint64_t>(row.getColumn(column).getInt64());
}

StorageError damaged(const std::filesystem::path& file, const std::string& what)
{
    return {StorageFault::Unreadable, file.string() + ": " + what + kAdvice};
}

StorageError incomplete(const std::filesystem::path& file, const std::string& what)
{
    return {StorageFault::Unreadable,
            file.string() + ": " + what + kLossAdvice + file.parent_path().string()};
}

WalCheck logOf(const std::filesystem::path& database, files::Files& files)
{
    return checkWal(files.read(database.string() + "-wal").value_or(""));
}

/// What a power cut left of a transaction that nobody was told of goes, so that it never stands behind one
/// that is written later.
tl::expected<void, StorageError> dropTornTail(SQLite::Database& database, files::Files& files)
{
    return inTransaction(database, [&] {
        const WalCheck log = logOf(database.getFilename(), files);
        if (log.bytes > 0 && !log.isDamaged)
            cutLog(database, log.bytes);
    });
}

std::uint64_t lastSeqIn(SQLite::Database& hall)
{
    return static_cast<std::uint64_t>(
        hall.execAndGet("SELECT coalesce(max(seq), 0) FROM journal").getInt64());
}

/// The last restore journalled the life that it gave.
bool isLifeOfJournal(SQLite::Database& journal, const HallHead& head)
{
    SQLite::Statement last{journal, "SELECT json_extract(payload, '$.life') FROM journal "
                                    "WHERE name = 'hall_restored' ORDER BY seq DESC LIMIT 1"};
    return !last.executeStep() || textAt(last, 0) == hexOf(head.life);
}

tl::expected<SQLite::Database, StorageError> openWriting(const std::filesystem::path& file,
                                                         files::Files& files)
{
    if (logOf(file, files).isDamaged)
        return tl::unexpected{
            incomplete(file.string() + "-wal", "it is damaged, and later transactions follow")};
    auto database = openDatabase(file, kHallMigrations, files);
    if (!database || isReadOnly(*database))
        return database;
    if (auto dropped = dropTornTail(*database, files); !dropped)
        return tl::unexpected{std::move(dropped.error())};
    return database;
}

} // namespace

tl::expected<std::unique_ptr<Journal>, StorageError> Journal::open(const std::filesystem::path& dir,
                                                                   files::Files& files)
{
    auto lock = lockDirectory(dir, files);
    if (!lock)
        return tl::unexpected{std::move(lock.error())};
    auto reserve = std::make_unique<DiskReserve>(dir, files);
    auto writing = openWriting(hallDatabase(dir), files);
    if (!writing)
        return tl::unexpected{std::move(writing.error())};
    auto reading = openReader(hallDatabase(dir));
    if (!reading)
        return tl::unexpected{std::move(reading.error())};
    try {
        auto journal =
            std::make_unique<SqliteJournal>(std::move(*lock), std::move(*writing), std::move(*reading),
                                            ChainAnchorFile{dir, files}, std::move(reserve));
        sync::assumeCapability(writersThread); // nobody else has the journal yet
        journal->load();
        if (const std::string loss = journal->loss(); !loss.empty())
            return tl::unexpected{incomplete(hallDatabase(dir), loss)};
        if (!journal->hasOwnSchema())
            return tl::unexpected{damaged(hallDatabase(dir), kForeignSchema)};
        journal->keepAnchor();
        return journal;
    } catch (const SQLite::Exception& error) {
        return tl::unexpected{damaged(hallDatabase(dir), damageIn(error))};
    }
}

void SqliteJournal::load()
{
    SQLite::Statement days{m_writing, kDays};
    while (days.executeStep() &&
           m_days.addOlder(seqIn(days, 0), Instant{Millis{days.getColumn(1).getInt64()}})) {
    }
    loadRequests();
    loadChain();
}

void SqliteJournal::loadRequests()
{
    SQLite::Statement all{m_writing, kRequests};
    all.bind(1, static_cast<std::int64_t>(m_days.firstRemembered()));
    while (all.executeStep()) {
        RequestKey key{std::string{textAt(all, 1)}, {}, {}};
        blobAt(all, 2, key.request);
        m_requests.add(key, seqIn(all, 0));
    }
}

void SqliteJournal::loadChain()
{
    m_isFromBeforeChain = !headOf(m_writing);
    if (m_isFromBeforeChain) {
        SQLite::Transaction sealing{m_writing, SQLite::TransactionBehavior::IMMEDIATE};
        sealHall(m_writing);
        sealing.commit();
    }
    const HallHead head = headOf(m_writing).value_or(HallHead{});
    m_life = head.life;
    m_firstLife = head.firstLife;
    m_lastSeq = lastSeqIn(m_writing);
    const auto end = hashAt(m_lastSeq);
    if (!end)
        throw SQLite::Exception("journal line " + std::to_string(m_lastSeq) +
                                " isn't what this program wrote: it has no hash");
    m_chain = *end;
}

bool SqliteJournal::hasOwnSchema()
{
    return isSchemaOf(m_writing, kHallMigrations);
}

std::string SqliteJournal::whyNothingLeadsTo(std::uint64_t seq)
{
    if (seq <= 1 || hashAt(seq - 1))
        return {};
    SQLite::Statement before{m_writing, "SELECT count(*) FROM journal WHERE seq = ?"};
    before.bind(1, static_cast<std::int64_t>(seq - 1));
    const bool isThere = before.executeStep() && before.getColumn(0).getInt() == 1;
    // From the end: lines older than the chain are the only ones without a hash, and none before them has
    // one.
    SQLite::Statement hashed{
        m_writing, "SELECT 1 FROM journal WHERE seq < ? AND chain IS NOT NULL ORDER BY seq DESC LIMIT 1"};
    hashed.bind(1, static_cast<std::int64_t>(seq));
    if (isThere && !hashed.executeStep())
        return {};
    return "the journal lacks the line before seq " + std::to_string(seq) +
           ", or that line has lost its hash: nothing leads to the day that it opens";
}

std::optional<Hash128> SqliteJournal::hashAt(std::uint64_t seq)
{
    if (seq == 0)
        return chainOf(m_firstLife).hash;
    SQLite::Statement line{m_writing, "SELECT chain FROM journal WHERE seq = ?"};
    line.bind(1, static_cast<std::int64_t>(seq));
    Hash128 hash{};
    return line.executeStep() && blobAt(line, 0, hash) ? std::optional{hash} : std::nullopt;
}

ChainAnchor SqliteJournal::anchor() const
{
    return {hexOf(m_life), {m_lastSeq, m_chain}, m_hasHoldings};
}

std::string SqliteJournal::loss()
{
    const auto noted = m_anchorFile.read();
    const std::string file = m_anchorFile.file().string();
    if (!noted) { // a power cut may tear it, and nothing but a hand or a disk takes it away
        const bool isTorn = m_anchorFile.holdsBytes();
        return isTorn || m_isFromBeforeChain
                   ? ""
                   : file + ", which says how far the journal went, is missing or empty";
    }
    m_hasHoldings = noted->holds;
    if (noted->life != hexOf(m_life))
        return "it isn't the database that " + file + " was written for";
    if (noted->point.seq > m_lastSeq)
        return "the journal ends with line " + std::to_string(m_lastSeq) + ", but lines up to " +
               std::to_string(noted->point.seq) +
               " were answered: its -wal was lost, or an older copy put in its place";
    if (hashAt(noted->point.seq) != noted->point.hash)
        return "journal line " + std::to_string(noted->point.seq) + " or one before it isn't what " + file +
               " vouches for";
    return {};
}

void SqliteJournal::keepUp()
{
    m_noRoom = isReadOnly(m_writing) ? m_writing.getFilename() +
                                           ": its disk was mounted read-only when the hall started; mount "
                                           "it for writing, and start the hall again"
                                     : m_reserve->keep();
    if (!m_refused.empty() && m_noRoom.empty())
        tryToWrite();
    keepAnchor();
}

// Of the same content, so that only the disk is tried.
void SqliteJournal::tryToWrite()
{
    try {
        SQLite::Transaction trial{m_writing, SQLite::TransactionBehavior::IMMEDIATE};
        m_writing.exec("UPDATE hall_head SET life = life");
        trial.commit();
        m_refused.clear();
    } catch (const SQLite::Exception&) { // stays as it is; another connection may also just be writing
    }
}

void SqliteJournal::keepAnchor()
{
    m_hasHoldings = m_hasHoldings || m_anchorFile.isBesideHoldings();
    const ChainAnchor now = anchor();
    if (m_anchored == now)
        return;
    m_anchorFile.write(now);
    m_anchored = now;
}

tl::expected<std::uint64_t, StorageError> checkJournal(const std::filesystem::path& dir)
{
    auto database = openReader(hallDatabase(dir));
    if (!database)
        return tl::unexpected{std::move(database.error())};
    try {
        const auto head = headOf(*database);
        if (!head)
            return tl::unexpected{damaged(hallDatabase(dir), "it has no head")};
        const auto end = checkLines(*database, head->firstLife);
        if (!end)
            return tl::unexpected{damaged(hallDatabase(dir), end.error())};
        if (!isSchemaOf(*database, kHallMigrations))
            return tl::unexpected{damaged(hallDatabase(dir), kForeignSchema)};
        if (!isLifeOfJournal(*database, *head))
            return tl::unexpected{
                damaged(hallDatabase(dir), "its life isn't the one that it was restored to")};
        return end->seq;
    } catch (const SQLite::Exception& error) {
        return tl::unexpected{storageError(error, *database)};
    }
}

} // namespace starqueue::db
