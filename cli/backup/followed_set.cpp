#include <cli/backup/followed_set.h>

#include <db/restore/journal_follower.h>

namespace starqueue::cli {

std::filesystem::path baseOf(const std::filesystem::path& backup)
{
    return db::isFollowedSet(backup) ? backup / "base" : backup;
}

tl::expected<void, std::string> addSegments(const std::filesystem::path& backup,
                                            const std::filesystem::path& copy)
{
    if (!db::isFollowedSet(backup))
        return {};
    return db::appendSegments(backup, copy).map([](const auto&) {}).map_error(&db::StorageError::detail);
}

} // namespace starqueue::cli
