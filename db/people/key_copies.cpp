#include <db/people/key_copies.h>

#include <db/crypto/summed_text.h>
#include <db/sqlite/file_error.h>

#include <algorithm>
#include <charconv>
#include <iterator>
#include <optional>
#include <string_view>

namespace starqueue::db {

namespace {

constexpr const char* kNoted = "key-backup"; // in the hall's directory
constexpr std::string_view kCopiesTitle = "StarQueue copies of keys 1";

/// Those of an earlier program have no sum, and begin with a count or a path.
std::optional<std::string> linesIn(const std::string& text)
{
    constexpr std::string_view kEarlier = "/0123456789";
    return !text.empty() && kEarlier.find(text.front()) != std::string_view::npos
               ? text
               : bodyWithSum(kCopiesTitle, text);
}

/// "3\tFILE"; of an earlier program, which knew one: "FILE".
KeyCopy copyIn(std::string_view line)
{
    std::size_t erasures = 0;
    const auto [end, error] = std::from_chars(line.data(), line.data() + line.size(), erasures);
    if (error != std::errc{} || end == line.data() + line.size() || *end != '\t')
        return {line, 0};
    return {line.substr(static_cast<std::size_t>(end - line.data()) + 1), erasures};
}

} // namespace

tl::expected<std::vector<KeyCopy>, StorageError> keyCopiesOf(const std::filesystem::path& dir,
                                                             files::Files& files)
{
    const auto text = files.read(dir / kNoted);
    if (!text && text.error().cause == files::Cause::Missing)
        return std::vector<KeyCopy>{};
    if (!text)
        return tl::unexpected(storageError(text.error(), "it says where copies of the keys are"));
    const auto lines = linesIn(*text);
    if (!lines)
        return tl::unexpected(
            StorageError{StorageFault::Unreadable,
                         (dir / kNoted).string() +
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
        text += std::to_string(copy.erasures) + '\t' + copy.file.string() + '\n';
    return files.replace(dir / kNoted, withSum(kCopiesTitle, text), files::Readers::Everybody)
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
