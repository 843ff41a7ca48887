#include <cli/data/verification.h>

#include <cli/data/backup.h>
#include <cli/data/database_file.h>
#include <cli/data/scratch_directory.h>

#include <db/journal/journal.h>
#include <db/tokens/tokens.h>
#include <db/users/users.h>

namespace starqueue::cli {

namespace {

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

// Opening it would make one.
Done holdsAJournal(const std::filesystem::path& file)
{
    const auto has = hasTable(file, "journal");
    if (!has)
        return tl::unexpected(has.error());
    if (*has)
        return {};
    return tl::unexpected(file.filename().string() +
                          " holds no journal, as after a copy that was killed half-way; take a backup");
}

Done copyAnchor(const std::filesystem::path& from, const std::filesystem::path& to)
{
    std::error_code error;
    if (std::filesystem::exists(from / kAnchor, error))
        std::filesystem::copy_file(from / kAnchor, to / kAnchor, error);
    return error ? Done{tl::unexpected("can't copy " + (from / kAnchor).string() + ": " + error.message())}
                 : Done{};
}

tl::expected<Verification, std::string> verifyJournal(const std::filesystem::path& copy)
{
    const auto journal = db::Journal::open(copy);
    if (!journal)
        return tl::unexpected(journal.error().detail);
    const auto events = db::checkJournal(copy);
    if (!events)
        return tl::unexpected(events.error().detail);
    const auto tokens = db::TokenStore::open(copy);
    if (!tokens)
        return tl::unexpected(tokens.error().detail);
    if (const auto users = db::UserStore::open(copy); !users)
        return tl::unexpected(users.error().detail);
    sync::assumeRole(db::writersThread); // the only one: no writer has this journal
    const auto replayed = (*journal)->replay();
    if (!replayed)
        return tl::unexpected("the last day can't be replayed: " + replayed.error().detail);
    return Verification{*events, replayed->state.tickets.size()};
}

} // namespace

tl::expected<Verification, std::string> verify(const std::filesystem::path& dir)
{
    const auto scratch = ScratchDirectory::make();
    if (!scratch)
        return tl::unexpected(scratch.error());
    const auto copy = scratch->path() / kDatabase;
    if (const Done agrees = agreesWithManifest(dir); !agrees)
        return tl::unexpected(agrees.error());
    // The anchor first: a running service may go on meanwhile, and the database must not be behind it.
    const Done copied = copyAnchor(dir, scratch->path())
                            .and_then([&] { return copyDatabase(dir / kDatabase, copy); })
                            .and_then([&copy] { return holdsAJournal(copy); })
                            .and_then([&copy] { return pagesAreWhole(copy); });
    if (!copied)
        return tl::unexpected(copied.error());
    return verifyJournal(scratch->path());
}

} // namespace starqueue::cli
