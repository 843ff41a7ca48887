#include <cli/backup/followed_set.h>

#include <db/crypto/hashing.h>
#include <db/crypto/summed_text.h>
#include <db/restore/journal_follower.h>
#include <files/posix_files.h>
#include <formats/encoding/lines.h>

#include <algorithm>
#include <optional>
#include <string_view>

namespace starqueue::cli {

namespace {

constexpr const char* kErased = "erased"; // in the set: a reference in hex a line
constexpr std::string_view kErasedTitle = "StarQueue erased 1";

using Refs = std::vector<queue::Bits128>;

std::string textOf(const Refs& refs)
{
    std::string lines;
    for (const queue::Bits128& ref : refs)
        lines += db::hexOf(ref) + '\n';
    return db::withSum(kErasedTitle, lines);
}

/// Empty: damaged.
std::optional<Refs> refsIn(const std::string& text)
{
    const auto lines = db::bodyWithSum(kErasedTitle, text);
    if (!lines)
        return std::nullopt;
    Refs refs;
    for (const std::string_view line : formats::linesOf(*lines)) {
        const auto ref = db::bitsOfHex(line);
        if (!ref)
            return std::nullopt;
        refs.push_back(*ref);
    }
    return refs;
}

tl::expected<Refs, std::string> readErased(const std::filesystem::path& file)
{
    const auto text = files::posix().read(file);
    if (!text && text.error().cause != files::Cause::Missing)
        return tl::unexpected(text.error().detail);
    auto refs = text ? refsIn(*text) : std::nullopt;
    if (refs)
        return std::move(*refs);
    return tl::unexpected(file.string() + (text ? " is damaged" : " is missing") +
                          ": it says who was erased since the set was begun. While the hall is there, remove "
                          "the file and let `starqueue backup --follow` write it anew; without the hall its "
                          "base alone can be restored, which is a backup of its own: then erase them again");
}

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
    auto refs = db::erasedIn(dir);
    if (!refs)
        return tl::unexpected(refs.error().detail);
    std::error_code error;
    if (std::filesystem::exists(set / kErased, error)) {
        const auto kept = readErased(set / kErased);
        if (!kept)
            return tl::unexpected(kept.error());
        // The hall's records may have been lost, or begun anew.
        refs->insert(refs->end(), kept->begin(), kept->end());
    }
    std::ranges::sort(*refs);
    refs->erase(std::unique(refs->begin(), refs->end()), refs->end());
    const std::string text = textOf(*refs);
    if (files::posix().read(set / kErased).value_or("") == text)
        return {};
    return files::posix()
        .replace(set / kErased, text, files::Readers::OwnerAlone)
        .map_error(&files::FileError::detail);
}

tl::expected<std::vector<queue::Bits128>, std::string> erasedSince(const std::filesystem::path& backup)
{
    return db::isFollowedSet(backup) ? readErased(backup / kErased) : Refs{};
}

} // namespace starqueue::cli
