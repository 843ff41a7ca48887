#include <db/journal/journal_head.h>

#include <db/journal/rows.h>
#include <db/sqlite/hall_database.h>

#include <charconv>

namespace starqueue::db {

namespace {

constexpr std::size_t kDigits = 16;
constexpr auto kAtSeq = "SELECT seq, chain FROM journal WHERE seq = ?";
constexpr auto kLastDay =
    "SELECT seq, chain FROM journal WHERE name = 'day_closed' ORDER BY seq DESC LIMIT 1";

tl::expected<std::optional<JournalHead>, StorageError>
headWhere(const std::filesystem::path& dir, const char* sql, std::optional<std::uint64_t> seq)
{
    auto journal = openReader(hallDatabase(dir));
    if (!journal)
        return tl::unexpected{std::move(journal.error())};
    try {
        SQLite::Statement line{*journal, sql};
        if (seq)
            line.bind(1, wide(*seq));
        Hash128 hash{};
        if (!line.executeStep() || !blobAt(line, 1, hash))
            return std::optional<JournalHead>{};
        return journalHead(seqAt(line, 0), hash);
    } catch (const SQLite::Exception& error) {
        return tl::unexpected{storageError(error, *journal)};
    }
}

} // namespace

JournalHead journalHead(std::uint64_t seq, const Hash128& chain)
{
    return {seq, hexOf(chain).substr(0, kDigits)};
}

std::string textOf(const JournalHead& head)
{
    return std::to_string(head.seq) + ':' + head.hash;
}

std::optional<JournalHead> journalHeadIn(std::string_view text)
{
    JournalHead head;
    const char* const end = text.data() + text.size();
    const auto [stopped, error] = std::from_chars(text.data(), end, head.seq);
    if (error != std::errc{} || stopped == end || *stopped != ':')
        return std::nullopt;
    head.hash.assign(stopped + 1, end);
    const bool isHex = head.hash.find_first_not_of("0123456789abcdef") == std::string::npos;
    return isHex && head.hash.size() == kDigits ? std::optional{std::move(head)} : std::nullopt;
}

tl::expected<std::optional<JournalHead>, StorageError> journalHeadAt(const std::filesystem::path& dir,
                                                                     std::uint64_t seq)
{
    return headWhere(dir, kAtSeq, seq);
}

tl::expected<std::optional<JournalHead>, StorageError> headOfLastDay(const std::filesystem::path& dir)
{
    return headWhere(dir, kLastDay, {});
}

} // namespace starqueue::db
