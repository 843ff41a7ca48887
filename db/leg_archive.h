#pragma once

#include <db/database.h>
#include <db/leg_projector.h>

#include <filesystem>
#include <optional>

namespace starqueue::db {

/// The legs of earlier days in `dir`/report.db, so that a start needn't read the whole journal. Nothing in
/// it is the only copy. Inside db/ only; throws SQLite::Exception; one thread at a time.
class LegArchive
{
public:
    /// Makes a new one where the file is of another version or damaged.
    static tl::expected<LegArchive, StorageError> open(const std::filesystem::path& dir);

    /// Up to where legs are kept: the line before a day_opened.
    struct Mark
    {
        std::uint64_t seq = 0;
        queue::Instant dayOpenedAt{};
        std::vector<OpenLeg> open;
    };

    [[nodiscard]] std::optional<Mark> load(LegStore& legs, NameTable& names);
    /// Adds `legs` from `first` to before `end`, and what has come up in `names`.
    void keep(const Mark& mark, const LegStore& legs, std::size_t first, std::size_t end,
              const NameTable& names);
    void clear();

private:
    explicit LegArchive(SQLite::Database database) : m_database(std::move(database)) {}

    SQLite::Database m_database;
};

} // namespace starqueue::db
