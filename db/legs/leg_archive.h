#pragma once

#include <db/legs/leg_projector.h>
#include <db/sqlite/database.h>

#include <filesystem>
#include <optional>

namespace starqueue::db {

/// The legs and calls of earlier days in `dir`/report.db, so that a start needn't read the whole journal.
/// Nothing in it is the only copy. Inside db/ only; throws SQLite::Exception; one thread at a time.
class LegArchive
{
public:
    /// Makes a new one where the file is of another version or damaged.
    static tl::expected<LegArchive, StorageError> open(const std::filesystem::path& dir);

    /// Up to where legs are kept: the line before a day_opened.
    struct Mark
    {
        std::uint64_t seq = 0;
        Instant dayOpenedAt{};
        std::vector<OpenLeg> open;
    };

    /// Some of the records in memory: from `first` to before `end`.
    template <class Record> struct Part
    {
        const RecordStore<Record>& store;
        std::size_t first;
        std::size_t end;
    };

    [[nodiscard]] std::optional<Mark> load(LegStore& legs, CallStore& calls, NameTable& names);
    /// Adds these legs and calls, and what has come up in `names`.
    void keep(const Mark& mark, const Part<Leg>& legs, const Part<Call>& calls, const NameTable& names);
    void clear();

private:
    explicit LegArchive(SQLite::Database database) : m_database(std::move(database)) {}

    SQLite::Database m_database;
};

} // namespace starqueue::db
