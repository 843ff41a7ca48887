#include <db/people/key_copies.h>

#include <db/crypto/hashing.h>
#include <db/crypto/summed_text.h>
#include <db/sqlite/file_error.h>

#include <algorithm>
#include <charconv>
#include <iterator>
#include <optional>
#include <string_view>

namespace starqueue::db {

namespace {

constexpr std::string_view kCopiesTitle = "StarQueue copies of keys 1";
constexpr std::string_view kOwn = "own";

/// Those of an earlier program have no sum, and begin with a count or a path.
std::optional<std::string> linesIn(const std::string& text)
{
    constexpr std::string_view kEarlier = "/0123456789";
    return !text.empty() && kEarlier.find(text.front()) != std::string_view::npos
               ? text
               : bodyWithSum(kCopiesTitle, text);
}

/// What stands before the tab in "ID\tFILE".
std::string_view idIn(std::string_view text)
{
    const std::string_view id = text.substr(0, std::min(text.find('\t'), text.size()));
    return id.size() < text.size() && (bitsOfHex(id) || id == kOwn) ? id : std::string_view{};
}

/// "3\tID\tFILE"; of earlier programs: "3\tFILE" or, of the one that knew one only, "FILE".
KeyCopy copyIn(std::string_view line)
{
    std::size_t erasures = 0;
    const auto [end, error] = std::from_chars(line.data(), line.data() + line.size(), erasures);
    if (error != std::errc{} || end == line.data() + line.size() || *end != '\t')
        return {line, 0};
    const std::string_view rest = line.substr(static_cast<std::size_t>(end - line.data()) + 1);
    const std::string_view id = idIn(rest);
    return {rest.substr(id.empty() ? 0 : id.size() + 1), erasures, std::string{id}};
}

} // namespace

KeyCopy ownKeys(const std::filesystem::path& dir, std::size_t erasures)
{
    return {dir / "keys" / "persons.db-wal", erasures, std::string{kOwn}};
}

bool isOwn(const KeyCopy& copy)
{
    return copy.id == kOwn;
}

tl::expected<std::vector<KeyCopy>, StorageError> keyCopiesOf(const std::filesystem::path& dir,
                                                             files::Files& files)
{
    const auto text = files.read(dir / kKeyCopiesFile);
    if (!text && text.error().cause == files::Cause::Missing)
        return std::vector<KeyCopy>{};
    if (!text)
        return tl::unexpected(storageError(text.error(), "it says where copies of the keys are"));
    const auto lines = linesIn(*text);
    if (!lines)
        return tl::unexpected(
            StorageError{StorageFault::Unreadable,
                         (dir / kKeyCopiesFile).string() +
                             " is damaged: it says where copies of the keys are. Remove it, and name each "
                             "copy again with `starqueue backup --keys FILE`"});
    std::vector<KeyCopy> copies;
    for (std::string_view rest = *lines; !rest.empty();) {
        const std::string_view line = rest.substr(0, rest.find('\n'));
        rest.remove_prefix(std::min(rest.size(), line.size() + 1));
        if (!line.empty())
            copies.push_back(copyIn(line));
    }
    return copies;
}

tl::expected<void, StorageError> noteKeyCopies(const std::filesystem::path& dir,
                                               std::span<const KeyCopy> copies, files::Files& files)
{
    std::string text;
    for (const KeyCopy& copy : copies)
        text += std::to_string(copy.erasures) + '\t' + copy.id + (copy.id.empty() ? "" : "\t") +
                copy.file.string() + '\n';
    return files.replace(dir / kKeyCopiesFile, withSum(kCopiesTitle, text), files::Readers::Everybody)
        .map_error([](const files::FileError& error) {
            return storageError(error, "it says where copies of the keys are");
        });
}

std::vector<KeyCopy> copiesBehind(std::span<const KeyCopy> copies, std::size_t erasures)
{
    std::vector<KeyCopy> behind;
    std::ranges::copy_if(copies, std::back_inserter(behind),
                         [erasures](const KeyCopy& copy) { return copy.erasures < erasures; });
    return behind;
}

} // namespace starqueue::db
