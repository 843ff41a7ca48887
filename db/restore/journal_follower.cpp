#include <db/restore/journal_follower.h>

#include <db/chain/hall_head.h>
#include <db/sqlite/database.h>
#include <db/sqlite/file_error.h>
#include <db/sqlite/hall_database.h>
#include <db/sqlite/statement.h>
#include <files/posix_files.h>

#include <algorithm>
#include <vector>

namespace starqueue::db {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t kFull = std::size_t{1} << 20U; // bytes; packed some 100 kB
constexpr auto kAnotherSet = "; follow into a new directory";

fs::path baseOf(const fs::path& set)
{
    return set / "base";
}

fs::path segmentsOf(const fs::path& set)
{
    return set / "segments";
}

/// In the order of their lines.
std::string nameOfSegment(std::uint64_t firstSeq)
{
    const std::string digits = std::to_string(firstSeq);
    return std::string(20 - digits.size(), '0') + digits;
}

std::vector<fs::path> segmentFiles(const fs::path& set)
{
    std::vector<fs::path> files;
    std::error_code error;
    for (const auto& entry : fs::directory_iterator(segmentsOf(set), error))
        if (entry.path().extension() != ".new") // of a copy that was killed
            files.push_back(entry.path());
    std::ranges::sort(files);
    return files;
}

StorageError unusable(const fs::path& file, const std::string& why, const std::string& advice)
{
    return {StorageFault::Unreadable, file.string() + ": " + why + advice};
}

tl::expected<ChainAnchor, StorageError> anchorIn(const fs::path& dir)
{
    const ChainAnchorFile file{dir, files::posix()};
    if (auto anchor = file.read())
        return std::move(*anchor);
    return tl::unexpected{unusable(file.file(), "it is missing or damaged", kAnotherSet)};
}

/// What of a set that ends with `end` was lost; empty: nothing. Before the first copy there is no anchor.
std::string whatIsMissing(const fs::path& set, const ChainPoint& end)
{
    const auto noted = ChainAnchorFile{set, files::posix()}.read();
    if (!noted && noted.error() == ChainAnchorFile::Trouble::Missing && segmentFiles(set).empty())
        return {};
    if (!noted)
        return "the set's chain.anchor is missing or damaged";
    return noted->point.seq > end.seq ? "the lines up to " + std::to_string(noted->point.seq) + " are missing"
                                      : "";
}

/// A read of the hash that a journal has at `seq`.
std::optional<Hash128> hashAtLine(SQLite::Database& journal, std::uint64_t seq)
{
    SQLite::Statement line{journal, "SELECT chain FROM journal WHERE seq = ?"};
    line.bind(1, static_cast<std::int64_t>(seq));
    Hash128 hash{};
    return line.executeStep() && blobAt(line, 0, hash) ? std::optional{hash} : std::nullopt;
}

} // namespace

class JournalFollower::Parts
{
public:
    Parts(fs::path set, SQLite::Database journal, ChainAnchor base)
        : m_set(std::move(set)), m_journal(std::move(journal)), m_life(base.life), m_begin(base.point),
          m_end(base.point), m_anchor(m_set, files::posix())
    {}

    /// Where the segments that are there end.
    tl::expected<void, StorageError> takeUp()
    {
        for (const fs::path& file : segmentFiles(m_set)) {
            const auto content = files::posix().read(file);
            const auto head = content ? segmentHead(*content) : tl::unexpected{content.error().detail};
            if (!head || head->before != m_end)
                return tl::unexpected{
                    unusable(file, head ? "a segment before it is missing" : head.error(), kAnotherSet)};
            m_begin = head->before;
            m_end = head->after;
        }
        if (m_end.seq != 0 && hashAtLine(m_journal, m_end.seq) != m_end.hash)
            return tl::unexpected{unusable(m_set, "the hall has another history than this set", kAnotherSet)};
        m_anchor.writeDurably({m_life, m_end}); // before the first segment
        return {};
    }

    tl::expected<std::uint64_t, StorageError> copy()
    {
        while (hasMore())
            if (auto written = writeSegment(); !written)
                return tl::unexpected{std::move(written.error())};
        return m_end.seq;
    }

private:
    bool hasMore()
    {
        const auto last = m_journal.execAndGet("SELECT coalesce(max(seq), 0) FROM journal").getInt64();
        return static_cast<std::uint64_t>(last) > m_end.seq;
    }

    tl::expected<void, StorageError> writeSegment()
    {
        const Segment segment = segmentOf(m_journal, m_life, m_begin, kFull);
        const fs::path file = segmentsOf(m_set) / nameOfSegment(m_begin.seq + 1);
        if (const auto written = files::posix().replace(file, segment.content, files::Readers::OwnerAlone);
            !written)
            return tl::unexpected{storageError(written.error(), "what was copied before stays whole")};
        m_end = segment.head.after;
        m_anchor.writeDurably({m_life, m_end});
        if (segment.bytes >= kFull)
            m_begin = m_end;
        return {};
    }

    const fs::path m_set;
    SQLite::Database m_journal;
    const std::string m_life;
    ChainPoint m_begin; ///< of the segment that grows
    ChainPoint m_end;   ///< what is copied
    ChainAnchorFile m_anchor;
};

JournalFollower::JournalFollower(std::unique_ptr<Parts> parts) : m_parts(std::move(parts)) {}
JournalFollower::~JournalFollower() = default;

tl::expected<std::unique_ptr<JournalFollower>, StorageError> JournalFollower::begin(const fs::path& hall,
                                                                                    const fs::path& set)
{
    auto base = anchorIn(baseOf(set));
    if (!base)
        return tl::unexpected{std::move(base.error())};
    auto journal = openReader(hallDatabase(hall));
    if (!journal)
        return tl::unexpected{std::move(journal.error())};
    if (const auto made = files::posix().makeDirectory(segmentsOf(set)); !made)
        return tl::unexpected{storageError(made.error(), "check that its parent belongs to this user")};
    try {
        const auto head = headOf(*journal);
        if (!head || hexOf(head->life) != base->life)
            return tl::unexpected{
                unusable(set, "it is of another life of this hall, or of another hall", kAnotherSet)};
        auto parts = std::make_unique<Parts>(set, std::move(*journal), std::move(*base));
        if (auto taken = parts->takeUp(); !taken)
            return tl::unexpected{std::move(taken.error())};
        return std::unique_ptr<JournalFollower>{new JournalFollower{std::move(parts)}};
    } catch (const SQLite::Exception& error) {
        return tl::unexpected{
            StorageError{StorageFault::Unreadable, hallDatabase(hall).string() + ": " + damageIn(error)}};
    }
}

tl::expected<std::uint64_t, StorageError> JournalFollower::copy()
{
    try {
        return m_parts->copy();
    } catch (const SQLite::Exception& error) {
        return tl::unexpected{
            StorageError{StorageFault::Unreadable, "the hall's journal: " + damageIn(error)}};
    }
}

bool isFollowedSet(const fs::path& dir)
{
    std::error_code error;
    return fs::is_directory(baseOf(dir), error);
}

tl::expected<std::uint64_t, StorageError> appendSegments(const fs::path& set, const fs::path& dir)
{
    const std::vector<fs::path> files = segmentFiles(set);
    auto end = anchorIn(baseOf(set)).map([](const ChainAnchor& anchor) { return anchor.point; });
    auto journal = openDatabase(hallDatabase(dir), kHallMigrations, files::posix());
    if (!end || !journal)
        return tl::unexpected{!end ? std::move(end.error()) : std::move(journal.error())};
    for (const fs::path& file : files) {
        const auto content = files::posix().read(file);
        if (!content)
            return tl::unexpected{storageError(content.error(), "restore from another backup")};
        std::string fault;
        const auto appended = inTransaction(*journal, [&] {
            if (const auto reached = append(*journal, *content, *end))
                end = *reached;
            else
                fault = reached.error();
        });
        if (!appended || !fault.empty())
            return tl::unexpected{!appended ? appended.error()
                                            : unusable(file, fault, "; restore from another backup")};
    }
    if (const std::string missing = whatIsMissing(set, *end); !missing.empty())
        return tl::unexpected{unusable(segmentsOf(set), missing, "; restore from another backup")};
    // The anchor of the base is behind now.
    ChainAnchorFile{dir, files::posix()}.writeDurably({anchorIn(baseOf(set))->life, *end});
    return end->seq;
}

} // namespace starqueue::db
