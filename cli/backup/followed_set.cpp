#include <cli/backup/followed_set.h>

#include <db/crypto/hashing.h>
#include <db/restore/journal_follower.h>
#include <files/posix_files.h>

#include <algorithm>

namespace starqueue::cli {

namespace {

constexpr const char* kErased = "erased"; // in the set: a reference in hex a line

} // namespace

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

tl::expected<void, std::string> keepErased(const std::filesystem::path& dir, const std::filesystem::path& set)
{
    const auto refs = db::erasedIn(dir);
    if (!refs)
        return tl::unexpected(refs.error().detail);
    std::string text;
    for (const queue::Bits128& ref : *refs)
        text += db::hexOf(ref) + '\n';
    if (files::posix().read(set / kErased).value_or("") == text)
        return {};
    return files::posix()
        .replace(set / kErased, text, files::Readers::OwnerAlone)
        .map_error(&files::FileError::detail);
}

tl::expected<std::vector<queue::Bits128>, std::string> erasedSince(const std::filesystem::path& backup)
{
    std::vector<queue::Bits128> refs;
    const auto text = files::posix().read(backup / kErased);
    if (!text && text.error().cause == files::Cause::Missing)
        return refs;
    if (!text)
        return tl::unexpected(text.error().detail);
    for (std::string_view rest = *text; !rest.empty();) {
        const std::string_view line = rest.substr(0, rest.find('\n'));
        rest.remove_prefix(std::min(rest.size(), line.size() + 1));
        const auto ref = db::bitsOfHex(line);
        if (!ref)
            return tl::unexpected((backup / kErased).string() +
                                  " is damaged: it holds a reference of 32 digits a line");
        refs.push_back(*ref);
    }
    return refs;
}

} // namespace starqueue::cli
