#include <db/legs/leg_archive.h>

#include <db/sqlite/statement.h>

#include <array>
#include <cstring>

namespace starqueue::db {

namespace {

constexpr std::array<Migration, 2> kLegMigrations{
    R"sql(
    CREATE TABLE block (id INTEGER PRIMARY KEY, legs BLOB NOT NULL) STRICT;
    CREATE TABLE name (place INTEGER PRIMARY KEY, name TEXT NOT NULL) STRICT;
    CREATE TABLE mark (
        id INTEGER PRIMARY KEY CHECK (id = 1),
        seq INTEGER NOT NULL,
        at INTEGER NOT NULL,
        open BLOB NOT NULL
    ) STRICT;
)sql",
    // Legs without their calls are useless: both are rebuilt.
    R"sql(
    ALTER TABLE block ADD COLUMN calls BLOB NOT NULL DEFAULT x'';
    DELETE FROM block;
    DELETE FROM name;
    DELETE FROM mark;
)sql"};

template <class T, class Take> void eachIn(SQLite::Statement& row, int column, Take take)
{
    const auto cell = row.getColumn(column);
    const auto* const bytes = static_cast<const std::uint8_t*>(cell.getBlob());
    for (std::size_t at = 0; at + sizeof(T) <= static_cast<std::size_t>(cell.getBytes()); at += sizeof(T)) {
        T one;
        std::memcpy(&one, bytes + at, sizeof(T));
        take(one);
    }
}

// SQLite would store a null pointer as NULL, so an empty vector needs another one.
template <class T> void bindAll(SQLite::Statement& statement, int place, const std::vector<T>& values)
{
    static constexpr char kNothing = 0;
    const void* const bytes = values.empty() ? static_cast<const void*>(&kNothing) : values.data();
    statement.bind(place, bytes, static_cast<int>(values.size() * sizeof(T)));
}

template <class Record> std::vector<Record> copyOf(const LegArchive::Part<Record>& part)
{
    std::vector<Record> records;
    for (std::size_t i = part.first; i < part.end; ++i)
        records.push_back(part.store.at(i));
    return records;
}

// The log goes first: SQLite would take one that is left for that of the next file of this name.
void removeDatabase(const std::filesystem::path& file, files::Files& files)
{
    for (const char* part : {"-wal", "-shm", ""})
        if (!files.remove(file.string() + part))
            return;
}

} // namespace

tl::expected<LegArchive, StorageError> LegArchive::open(const std::filesystem::path& dir, files::Files& files)
{
    const auto file = dir / "report.db";
    auto database = openDatabase(file, kLegMigrations, files);
    if (!database && database.error().fault != StorageFault::Full) {
        removeDatabase(file, files);
        database = openDatabase(file, kLegMigrations, files);
    }
    if (!database)
        return tl::unexpected{std::move(database.error())};
    return LegArchive{std::move(*database)};
}

std::optional<LegArchive::Mark> LegArchive::load(LegStore& legs, CallStore& calls, NameTable& names)
{
    SQLite::Statement row{m_database, "SELECT seq, at, open FROM mark"};
    if (!row.executeStep())
        return std::nullopt;
    Mark mark{static_cast<std::uint64_t>(row.getColumn(0).getInt64()), instantAt(row, 1), {}};
    eachIn<OpenLeg>(row, 2, [&](const OpenLeg& leg) { mark.open.push_back(leg); });
    SQLite::Statement name{m_database, "SELECT name FROM name ORDER BY place"};
    while (name.executeStep())
        names.place(textAt(name, 0));
    SQLite::Statement block{m_database, "SELECT legs, calls FROM block ORDER BY id"};
    while (block.executeStep()) {
        eachIn<Leg>(block, 0, [&](const Leg& leg) { legs.add(leg); });
        eachIn<Call>(block, 1, [&](const Call& call) { calls.add(call); });
    }
    return mark;
}

void LegArchive::keep(const Mark& mark, const Part<Leg>& legs, const Part<Call>& calls,
                      const NameTable& names)
{
    SQLite::Transaction whole{m_database, SQLite::TransactionBehavior::IMMEDIATE};
    const std::vector<Leg> legBlock = copyOf(legs);
    const std::vector<Call> callBlock = copyOf(calls);
    SQLite::Statement addBlock{m_database, "INSERT INTO block (legs, calls) VALUES (?, ?)"};
    bindAll(addBlock, 1, legBlock);
    bindAll(addBlock, 2, callBlock);
    addBlock.exec();
    for (std::size_t place = 0; place < names.size(); ++place) {
        SQLite::Statement addName{m_database, "INSERT OR IGNORE INTO name (place, name) VALUES (?, ?)"};
        addName.bind(1, static_cast<std::int64_t>(place));
        addName.bind(2, names.name(static_cast<std::uint16_t>(place)));
        addName.exec();
    }
    SQLite::Statement setMark{m_database,
                              "INSERT OR REPLACE INTO mark (id, seq, at, open) VALUES (1, ?, ?, ?)"};
    setMark.bind(1, static_cast<std::int64_t>(mark.seq));
    setMark.bind(2, std::int64_t{mark.dayOpenedAt.time_since_epoch().count()});
    bindAll(setMark, 3, mark.open);
    setMark.exec();
    whole.commit();
}

void LegArchive::clear()
{
    m_database.exec("DELETE FROM block; DELETE FROM name; DELETE FROM mark");
}

} // namespace starqueue::db
