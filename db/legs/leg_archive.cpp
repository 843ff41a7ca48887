#include <db/legs/leg_archive.h>

#include <db/crypto/hashing.h>
#include <db/sqlite/statement.h>

#include <sqlite3.h>

#include <array>
#include <cstring>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

namespace starqueue::db {

namespace {

constexpr std::array<Migration, 3> kLegMigrations{
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
)sql",
    // Checksums; what was kept without is rebuilt.
    R"sql(
    ALTER TABLE block ADD COLUMN sum BLOB NOT NULL DEFAULT x'';
    ALTER TABLE mark ADD COLUMN sum BLOB NOT NULL DEFAULT x'';
    DELETE FROM block;
    DELETE FROM name;
    DELETE FROM mark;
)sql"};

std::string_view bytesAt(SQLite::Statement& row, int column)
{
    const auto cell = row.getColumn(column);
    return {static_cast<const char*>(cell.getBlob()), static_cast<std::size_t>(cell.getBytes())};
}

/// A checksum of `parts`.
std::string sumOf(std::initializer_list<std::string_view> parts)
{
    std::string all;
    for (const std::string_view part : parts)
        all += std::to_string(part.size()) + ' ' + std::string{part};
    const Hash256 sum = hashOf(all);
    return {sum.begin(), sum.end()};
}

// The pages of this file have no checksums, and a changed record may name what isn't in the table of names.
void expectSum(std::string_view found, const std::string& right)
{
    if (found != right)
        throw SQLite::Exception("a checksum in report.db is wrong", SQLITE_CORRUPT);
}

template <class T, class Take> void eachIn(std::string_view bytes, Take take)
{
    for (std::size_t at = 0; at + sizeof(T) <= bytes.size(); at += sizeof(T)) {
        T one;
        std::memcpy(&one, bytes.data() + at, sizeof(T));
        take(one);
    }
}

template <class T> std::string_view bytesOfAll(const std::vector<T>& values)
{
    return {reinterpret_cast<const char*>(values.data()), values.size() * sizeof(T)};
}

// SQLite would store a null pointer as NULL, so an empty text needs another one.
void bindBytes(SQLite::Statement& statement, int place, std::string_view bytes)
{
    statement.bind(place, static_cast<const void*>(bytes.empty() ? "" : bytes.data()),
                   static_cast<int>(bytes.size()));
}

std::string joined(const NameTable& names)
{
    std::string all;
    for (std::size_t place = 0; place < names.size(); ++place)
        all += names.name(static_cast<std::uint16_t>(place)) + '\0';
    return all;
}

/// Of all but the blocks themselves: `legs` and `calls` are how many they hold.
std::string sumOf(const LegArchive::Mark& mark, const NameTable& names, std::size_t legs, std::size_t calls)
{
    return sumOf({std::to_string(mark.seq), std::to_string(mark.dayOpenedAt.time_since_epoch().count()),
                  bytesOfAll(mark.open), joined(names), std::to_string(legs), std::to_string(calls)});
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

tl::expected<LegArchive, StorageError> LegArchive::openFile(const std::filesystem::path& file,
                                                            files::Files& files)
{
    return openDatabase(file, kLegMigrations, files).map([&](SQLite::Database database) {
        return LegArchive{std::move(database), file, files};
    });
}

tl::expected<LegArchive, StorageError> LegArchive::replace(LegArchive damaged)
{
    const auto file = damaged.m_file;
    files::Files& files = damaged.m_files;
    {
        const LegArchive closed = std::move(damaged);
    }
    removeDatabase(file, files);
    return openFile(file, files);
}

tl::expected<LegArchive, StorageError> LegArchive::open(const std::filesystem::path& dir, files::Files& files)
{
    const auto file = dir / "report.db";
    auto opened = openFile(file, files);
    if (opened || opened.error().fault == StorageFault::Full)
        return opened;
    removeDatabase(file, files);
    return openFile(file, files);
}

std::optional<LegArchive::Mark> LegArchive::load(LegStore& legs, CallStore& calls, NameTable& names)
{
    SQLite::Statement row{m_database, "SELECT seq, at, open, sum FROM mark"};
    if (!row.executeStep())
        return std::nullopt;
    Mark mark{static_cast<std::uint64_t>(row.getColumn(0).getInt64()), instantAt(row, 1), {}};
    eachIn<OpenLeg>(bytesAt(row, 2), [&](const OpenLeg& leg) { mark.open.push_back(leg); });
    SQLite::Statement name{m_database, "SELECT name FROM name ORDER BY place"};
    while (name.executeStep())
        names.place(textAt(name, 0));
    loadBlocks(legs, calls);
    expectSum(bytesAt(row, 3), sumOf(mark, names, legs.size(), calls.size()));
    return mark;
}

void LegArchive::loadBlocks(LegStore& legs, CallStore& calls)
{
    SQLite::Statement block{m_database, "SELECT legs, calls, sum FROM block ORDER BY id"};
    while (block.executeStep()) {
        expectSum(bytesAt(block, 2), sumOf({bytesAt(block, 0), bytesAt(block, 1)}));
        eachIn<Leg>(bytesAt(block, 0), [&](const Leg& leg) { legs.add(leg); });
        eachIn<Call>(bytesAt(block, 1), [&](const Call& call) { calls.add(call); });
    }
}

void LegArchive::keep(const Mark& mark, const Part<Leg>& legs, const Part<Call>& calls,
                      const NameTable& names)
{
    SQLite::Transaction whole{m_database, SQLite::TransactionBehavior::IMMEDIATE};
    const std::vector<Leg> legBlock = copyOf(legs);
    const std::vector<Call> callBlock = copyOf(calls);
    SQLite::Statement addBlock{m_database, "INSERT INTO block (legs, calls, sum) VALUES (?, ?, ?)"};
    bindBytes(addBlock, 1, bytesOfAll(legBlock));
    bindBytes(addBlock, 2, bytesOfAll(callBlock));
    bindBytes(addBlock, 3, sumOf({bytesOfAll(legBlock), bytesOfAll(callBlock)}));
    addBlock.exec();
    for (std::size_t place = 0; place < names.size(); ++place) {
        SQLite::Statement addName{m_database, "INSERT OR IGNORE INTO name (place, name) VALUES (?, ?)"};
        addName.bind(1, static_cast<std::int64_t>(place));
        addName.bind(2, names.name(static_cast<std::uint16_t>(place)));
        addName.exec();
    }
    SQLite::Statement setMark{m_database,
                              "INSERT OR REPLACE INTO mark (id, seq, at, open, sum) VALUES (1, ?, ?, ?, ?)"};
    setMark.bind(1, static_cast<std::int64_t>(mark.seq));
    setMark.bind(2, std::int64_t{mark.dayOpenedAt.time_since_epoch().count()});
    bindBytes(setMark, 3, bytesOfAll(mark.open));
    bindBytes(setMark, 4, sumOf(mark, names, legs.end, calls.end));
    setMark.exec();
    whole.commit();
}

void LegArchive::clear()
{
    m_database.exec("DELETE FROM block; DELETE FROM name; DELETE FROM mark");
}

} // namespace starqueue::db
