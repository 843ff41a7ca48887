#pragma once

#include <db/legs/leg_projector.h>
#include <db/sqlite/database.h>
#include <files/files.h>

#include <filesystem>
#include <optional>

namespace starqueue::db {

/// A cache of the legs and calls of earlier days in `dir`/report.db, so that a start needn't read the whole
/// journal; it can be rebuilt from there. Private to db/; throws SQLite::Exception; one thread at a time.
class LegArchive
{
public:
    /// Replaces a file of another version or a damaged one.
    static tl::expected<LegArchive, StorageError> open(const std::filesystem::path& dir, files::Files& files);

    /// The position in the journal up to which legs are kept: the row before a day_opened.
    struct Mark
    {
        std::uint64_t seq = 0;
        Instant dayOpenedAt{};
        std::vector<OpenLeg> open;
    };

    /// A range of the records in memory: [`first`, `end`).
    template <class Record> struct Part
    {
        const RecordStore<Record>& store;
        std::size_t first;
        std::size_t end;
    };

    [[nodiscard]] std::optional<Mark> load(LegStore& legs, CallStore& calls, NameTable& names);
    /// Appends these legs and calls, and the new names in `names`.
    void keep(const Mark& mark, const Part<Leg>& legs, const Part<Call>& calls, const NameTable& names);
    void clear();

private:
    explicit LegArchive(SQLite::Database database) : m_database(std::move(database)) {}

    SQLite::Database m_database;
};

} // namespace starqueue::db
