#include <db/chain/anchor_of_copy.h>

#include <db/chain/hall_head.h>
#include <db/sqlite/database.h>
#include <db/sqlite/hall_database.h>
#include <db/sqlite/statement.h>
#include <files/posix_files.h>

namespace starqueue::db {

ChainAnchor anchorAt(SQLite::Database& hall, std::uint64_t seq)
{
    const HallHead head = headOf(hall).value_or(HallHead{});
    ChainAnchor anchor{hexOf(head.life), {seq, chainOf(head.firstLife).hash}};
    SQLite::Statement line{hall, "SELECT chain FROM journal WHERE seq = ?"};
    line.bind(1, static_cast<std::int64_t>(seq));
    if (line.executeStep())
        blobAt(line, 0, anchor.point.hash);
    return anchor;
}

tl::expected<void, StorageError> anchorCopy(const std::filesystem::path& dir)
{
    auto hall = openDatabase(hallDatabase(dir), kHallMigrations, files::posix());
    if (!hall)
        return tl::unexpected{std::move(hall.error())};
    return inTransaction(*hall, [&] {
        if (!headOf(*hall))
            sealHall(*hall);
        const auto last = hall->execAndGet("SELECT coalesce(max(seq), 0) FROM journal").getInt64();
        ChainAnchorFile{dir, files::posix()}.writeDurably(anchorAt(*hall, static_cast<std::uint64_t>(last)));
    });
}

} // namespace starqueue::db
