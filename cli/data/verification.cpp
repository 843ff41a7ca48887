#include <cli/data/verification.h>

#include <cli/data/database_file.h>
#include <cli/data/scratch_directory.h>

#include <db/journal/journal.h>

namespace starqueue::cli {

namespace {

constexpr std::size_t kLinesAtOnce = 4096;

using Done = tl::expected<void, std::string>;

Done pagesAreWhole(const std::filesystem::path& file)
{
    const auto faults = integrityFaults(file);
    if (!faults)
        return tl::unexpected(faults.error());
    if (!faults->empty())
        return tl::unexpected("the database is damaged (" + *faults + "); restore a backup");
    return {};
}

/// Checks the lines of a journal in order.
class JournalCheck
{
public:
    Done add(const db::Recorded& line)
    {
        if (line.seq != m_seq + 1)
            return tl::unexpected("the journal lacks what lies between seq " + std::to_string(m_seq) +
                                  " and " + std::to_string(line.seq));
        if (line.at < m_at)
            return tl::unexpected("the journal's time goes back at seq " + std::to_string(line.seq));
        m_seq = line.seq;
        m_at = line.at;
        return {};
    }
    [[nodiscard]] std::uint64_t seq() const { return m_seq; }

private:
    std::uint64_t m_seq = 0;
    Instant m_at{};
};

tl::expected<std::uint64_t, std::string> checkAll(db::Journal& journal)
{
    JournalCheck check;
    while (true) {
        const auto lines = journal.read(check.seq(), kLinesAtOnce);
        if (!lines)
            return tl::unexpected(lines.error().detail);
        if (lines->empty())
            return check.seq();
        for (const db::Recorded& line : *lines) {
            if (const Done added = check.add(line); !added)
                return tl::unexpected(added.error());
        }
    }
}

tl::expected<Verification, std::string> verifyJournal(db::Journal& journal)
{
    const auto events = checkAll(journal);
    if (!events)
        return tl::unexpected(events.error());
    sync::assumeRole(db::writersThread); // the only one: no writer has this journal
    const auto replayed = journal.replay();
    if (!replayed)
        return tl::unexpected("the last day can't be replayed: " + replayed.error().detail);
    if (replayed->lastSeq != *events)
        return tl::unexpected("replay ends at seq " + std::to_string(replayed->lastSeq) + " of " +
                              std::to_string(*events));
    return Verification{*events, replayed->state.tickets.size()};
}

} // namespace

tl::expected<Verification, std::string> verify(const std::filesystem::path& dir)
{
    const auto scratch = ScratchDirectory::make();
    if (!scratch)
        return tl::unexpected(scratch.error());
    const auto copy = scratch->path() / kDatabase;
    const Done copied = copyDatabase(dir / kDatabase, copy).and_then([&copy] { return pagesAreWhole(copy); });
    if (!copied)
        return tl::unexpected(copied.error());
    const auto journal = db::Journal::open(scratch->path());
    if (!journal)
        return tl::unexpected(journal.error().detail);
    return verifyJournal(**journal);
}

} // namespace starqueue::cli
