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

constexpr std::array<Migration, 4> kLegMigrations{
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
)sql",
    // Visits, and outcomes in legs; what was kept without is rebuilt.
    R"sql(
    ALTER TABLE block ADD COLUMN visits BLOB NOT NULL DEFAULT x'';
    ALTER TABLE mark ADD COLUMN open_visits BLOB NOT NULL DEFAULT x'';
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
std::string archiveSum(std::initializer_list<std::string_view> parts)
{
    std::string all;
    for (const std::string_view part : parts)
        all += std::to_string(part.size()) + ' ' + std::string{part};
    const Hash256 sum = hashOf(all);
    return {sum.begin(), sum.end()};
}

// A file from before page checksums has none, and a changed record may name what isn't in the table of names.
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

/// Of all but the blocks themselves.
std::string archiveSum(const LegArchive::Mark& mark, const NameTable& names, const LegArchive::Kept& kept)
{
    return archiveSum({std::to_string(mark.seq), std::to_string(mark.dayOpenedAt.time_since_epoch().count()),
                       bytesOfAll(mark.open.legs), bytesOfAll(mark.open.visits), joined(names),
                       std::to_string(kept.legs), std::to_string(kept.calls), std::to_string(kept.visits)});
}

template <class Record>
std::vector<Record> copyOf(const RecordStore<Record>& store, std::size_t from, std::size_t to)
{
    std::vector<Record> records;
    for (std::size_t i = from; i < to; ++i)
        records.push_back(store.at(i));
    return records;
}

template <class Record> void addAll(RecordStore<Record>& store, std::string_view bytes)
{
    eachIn<Record>(bytes, [&](const Record& record) { store.add(record); });
}

template <class Record> std::vector<Record> valuesIn(std::string_view bytes)
{
    std::vector<Record> values;
    eachIn<Record>(bytes, [&](const Record& value) { values.push_back(value); });
    return values;
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

std::optional<LegArchive::Mark> LegArchive::load(ReportRecords& records)
{
    SQLite::Statement row{m_database, "SELECT seq, at, open, open_visits, sum FROM mark"};
    if (!row.executeStep())
        return std::nullopt;
    const Mark mark{
        static_cast<std::uint64_t>(row.getColumn(0).getInt64()),
        instantAt(row, 1),
        {valuesIn<OpenRecord<Leg>>(bytesAt(row, 2)), valuesIn<OpenRecord<VisitRecord>>(bytesAt(row, 3))}};
    SQLite::Statement name{m_database, "SELECT name FROM name ORDER BY place"};
    while (name.executeStep())
        records.names.place(textAt(name, 0));
    loadBlocks(records);
    expectSum(
        bytesAt(row, 4),
        archiveSum(mark, records.names, {records.legs.size(), records.calls.size(), records.visits.size()}));
    return mark;
}

void LegArchive::loadBlocks(ReportRecords& records)
{
    SQLite::Statement block{m_database, "SELECT legs, calls, visits, sum FROM block ORDER BY id"};
    while (block.executeStep()) {
        expectSum(bytesAt(block, 3), archiveSum({bytesAt(block, 0), bytesAt(block, 1), bytesAt(block, 2)}));
        addAll(records.legs, bytesAt(block, 0));
        addAll(records.calls, bytesAt(block, 1));
        addAll(records.visits, bytesAt(block, 2));
    }
}

void LegArchive::keepBlock(const ReportRecords& records, const Kept& from, const Kept& to)
{
    const auto legs = copyOf(records.legs, from.legs, to.legs);
    const auto calls = copyOf(records.calls, from.calls, to.calls);
    const auto visits = copyOf(records.visits, from.visits, to.visits);
    SQLite::Statement add{m_database, "INSERT INTO block (legs, calls, visits, sum) VALUES (?, ?, ?, ?)"};
    bindBytes(add, 1, bytesOfAll(legs));
    bindBytes(add, 2, bytesOfAll(calls));
    bindBytes(add, 3, bytesOfAll(visits));
    bindBytes(add, 4, archiveSum({bytesOfAll(legs), bytesOfAll(calls), bytesOfAll(visits)}));
    add.exec();
}

void LegArchive::keep(const Mark& mark, const ReportRecords& records, const Kept& from, const Kept& to)
{
    SQLite::Transaction whole{m_database, SQLite::TransactionBehavior::IMMEDIATE};
    keepBlock(records, from, to);
    for (std::size_t place = 0; place < records.names.size(); ++place) {
        SQLite::Statement addName{m_database, "INSERT OR IGNORE INTO name (place, name) VALUES (?, ?)"};
        addName.bind(1, static_cast<std::int64_t>(place));
        addName.bind(2, records.names.name(static_cast<std::uint16_t>(place)));
        addName.exec();
    }
    SQLite::Statement setMark{
        m_database,
        "INSERT OR REPLACE INTO mark (id, seq, at, open, open_visits, sum) VALUES (1, ?, ?, ?, ?, ?)"};
    setMark.bind(1, static_cast<std::int64_t>(mark.seq));
    setMark.bind(2, std::int64_t{mark.dayOpenedAt.time_since_epoch().count()});
    bindBytes(setMark, 3, bytesOfAll(mark.open.legs));
    bindBytes(setMark, 4, bytesOfAll(mark.open.visits));
    bindBytes(setMark, 5, archiveSum(mark, records.names, to));
    setMark.exec();
    whole.commit();
}

void LegArchive::clear()
{
    m_database.exec("DELETE FROM block; DELETE FROM name; DELETE FROM mark");
}

} // namespace starqueue::db
