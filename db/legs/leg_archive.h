#pragma once

#include <db/legs/leg_projector.h>
#include <db/sqlite/database.h>
#include <files/files.h>

#include <filesystem>
#include <functional>
#include <optional>
#include <utility>

namespace starqueue::db {

/// A cache of the legs, calls and visits of earlier days in `dir`/report.db, so that a start needn't read the
/// whole journal; it can be rebuilt from there. Private to db/; throws SQLite::Exception; one thread at a
/// time.
class LegArchive
{
public:
    /// Replaces a file that can't be opened: of another version, or damaged.
    static tl::expected<LegArchive, StorageError> open(const std::filesystem::path& dir, files::Files& files);

    /// An empty archive in place of one whose load() has thrown.
    static tl::expected<LegArchive, StorageError> replace(LegArchive damaged);

    /// The position in the journal up to which legs are kept: the row before a day_opened.
    struct Mark
    {
        std::uint64_t seq = 0;
        Instant dayOpenedAt{};
        LegProjector::Open open;
    };

    /// How many of each are kept: the first ones in memory.
    struct Kept
    {
        std::size_t legs = 0;
        std::size_t calls = 0;
        std::size_t visits = 0;
    };

    /// Throws where a record isn't as it was kept, with records added; empty: nothing is kept.
    [[nodiscard]] std::optional<Mark> load(ReportRecords& records);
    /// Appends the records in [`from`, `to`), and the new names.
    void keep(const Mark& mark, const ReportRecords& records, const Kept& from, const Kept& to);
    void clear();

private:
    LegArchive(SQLite::Database database, std::filesystem::path file, files::Files& files)
        : m_database(std::move(database)), m_file(std::move(file)), m_files(files)
    {}

    static tl::expected<LegArchive, StorageError> openFile(const std::filesystem::path& file,
                                                           files::Files& files);
    void loadBlocks(ReportRecords& records);
    void keepBlock(const ReportRecords& records, const Kept& from, const Kept& to);

    SQLite::Database m_database;
    std::filesystem::path m_file;
    std::reference_wrapper<files::Files> m_files;
};

} // namespace starqueue::db
