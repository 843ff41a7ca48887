#include <cli/backup/verification.h>

#include <cli/backup/backup.h>
#include <cli/backup/database_file.h>
#include <cli/backup/followed_set.h>
#include <cli/backup/scratch_directory.h>

#include <db/chain/holdings.h>
#include <db/journal/journal.h>
#include <db/people/customers.h>
#include <db/people/key_copies.h>
#include <db/reasons/reason_file.h>
#include <db/security/security_log.h>
#include <db/sqlite/database_copy.h>
#include <db/sqlite/wal_check.h>
#include <db/tokens/tokens.h>
#include <db/users/users.h>
#include <files/posix_files.h>

namespace starqueue::cli {

namespace {

using Done = tl::expected<void, std::string>;

// A log that is being written may look damaged for a moment.
Done logIsWhole(const std::filesystem::path& database)
{
    constexpr int kLooks = 3;
    for (int look = 0; look < kLooks; ++look)
        if (!db::checkWal(files::posix().read(database.string() + "-wal").value_or("")).isDamaged)
            return {};
    return tl::unexpected(database.string() +
                          "-wal is damaged, and later transactions follow; restore a backup");
}

Done pagesAreWhole(const std::filesystem::path& file)
{
    const auto faults = integrityFaults(file);
    if (!faults)
        return tl::unexpected(faults.error());
    if (!faults->empty())
        return tl::unexpected("the database is damaged (" + *faults + "); restore a backup");
    return {};
}

/// What `checked` every page of `file`, those that nobody reads too, came to.
Done sumsAreRight(const std::filesystem::path& file,
                  const tl::expected<db::Checksums, db::StorageError>& checked,
                  std::vector<std::string>& without)
{
    if (!checked)
        return tl::unexpected(checked.error().detail);
    if (*checked == db::Checksums::None)
        without.push_back(file.filename().string());
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

/// What is found besides faults.
struct Found
{
    std::vector<std::string> withoutChecksums;
    std::size_t withoutKey = 0;
};

Done customersAreWhole(const std::filesystem::path& dir, Found& found)
{
    for (const auto& file : {dir / "customers.db", dir / "keys" / "persons.db"}) {
        std::error_code error;
        if (!std::filesystem::exists(file, error))
            continue;
        if (const Done right = sumsAreRight(file, db::checkPages(file), found.withoutChecksums); !right)
            return right;
        if (const Done whole = logIsWhole(file).and_then([&file] { return pagesAreWhole(file); }); !whole)
            return tl::unexpected(file.string() + ": " + whole.error());
    }
    const auto checked = db::checkCustomers(dir);
    if (!checked)
        return tl::unexpected(checked.error().detail);
    found.withoutKey = *checked;
    return {};
}

Done securityLogIsWhole(const std::filesystem::path& copy)
{
    const auto log = db::SecurityLog::open(copy);
    const auto fault = log ? (*log)->check() : tl::unexpected(log.error());
    if (!fault)
        return tl::unexpected(fault.error().detail);
    return fault->empty() ? Done{} : Done{tl::unexpected(*fault)};
}

/// What a hall has had is there; a backup has its manifest.
Done allIsThere(const std::filesystem::path& base)
{
    const auto held = db::Holdings::of(base, files::posix());
    if (!held)
        return tl::unexpected(held.error().detail);
    const std::string missing = held->missing();
    return missing.empty() ? Done{} : Done{tl::unexpected(missing)};
}

Done reasonsAreWhole(const std::filesystem::path& base)
{
    const std::string fault = reasonFileFault(base);
    return fault.empty() ? Done{} : Done{tl::unexpected(fault)};
}

/// Who was erased, and where copies of the keys are.
Done listsAreWhole(const std::filesystem::path& dir)
{
    return erasedSince(dir).and_then([&dir](const auto&) {
        const auto copies = db::keyCopiesOf(baseOf(dir), files::posix());
        return copies ? Done{} : Done{tl::unexpected(copies.error().detail)};
    });
}

/// The copy isn't taken for one that has lost them.
Done copyHoldings(const std::filesystem::path& from, const std::filesystem::path& to)
{
    std::error_code error;
    const auto file = db::holdingsFile(from);
    if (std::filesystem::exists(file, error))
        std::filesystem::copy_file(file, db::holdingsFile(to), error);
    return error ? Done{tl::unexpected("can't copy " + file.string() + ": " + error.message())} : Done{};
}

Done copyAnchors(const std::filesystem::path& from, const std::filesystem::path& to)
{
    for (const std::string_view name : {std::string_view{kAnchor}, db::kSecurityAnchorHeld}) {
        std::error_code error;
        if (std::filesystem::exists(from / name, error))
            std::filesystem::copy_file(from / name, to / name, error);
        if (error)
            return tl::unexpected("can't copy " + (from / name).string() + ": " + error.message());
    }
    return copyHoldings(from, to);
}

Done holds(const std::filesystem::path& copy, const std::optional<db::JournalHead>& kept)
{
    if (!kept)
        return {};
    const auto now = db::journalHeadAt(copy, kept->seq);
    if (!now)
        return tl::unexpected(now.error().detail);
    if (*now == kept)
        return {};
    const std::string line = "line " + std::to_string(kept->seq) + " of the journal ";
    return tl::unexpected(
        line +
        (*now
             ? "has the head " + db::textOf(**now) + ", not " + db::textOf(*kept) + ": it or a line before it"
             : "is missing: lines up to it") +
        " were changed after that head was kept, or it is of another hall; compare a backup from that day");
}

tl::expected<Verification, std::string> verifyJournal(const std::filesystem::path& copy,
                                                      const std::optional<db::JournalHead>& kept)
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
    if (const Done whole = securityLogIsWhole(copy); !whole)
        return tl::unexpected(whole.error());
    sync::assumeCapability(db::writersThread); // the only one: no writer has this journal
    const auto replayed = (*journal)->replay();
    if (!replayed)
        return tl::unexpected("the last day can't be replayed: " + replayed.error().detail);
    if (const Done held = holds(copy, kept); !held)
        return tl::unexpected(held.error());
    return Verification{*events, replayed->state.tickets.size(), db::textOf((*journal)->head())};
}

/// What was found in a copy, said of the hall itself.
std::string saidOf(const std::filesystem::path& dir, std::string fault, const std::filesystem::path& copy)
{
    const std::string from = copy.string();
    for (auto at = fault.find(from); at != fault.npos; at = fault.find(from, at + dir.string().size()))
        fault.replace(at, from.size(), dir.string());
    return fault;
}

tl::expected<Verification, std::string> verifyAll(const std::filesystem::path& dir,
                                                  const std::optional<db::JournalHead>& kept)
{
    const auto scratch = ScratchDirectory::make();
    if (!scratch)
        return tl::unexpected(scratch.error());
    const auto copy = scratch->path() / kDatabase;
    const auto base = baseOf(dir);
    Found found;
    const Done agrees = agreesWithManifest(base)
                            .and_then([&] { return allIsThere(base); })
                            .and_then([&] { return customersAreWhole(base, found); })
                            .and_then([&] { return reasonsAreWhole(base); })
                            .and_then([&dir] { return listsAreWhole(dir); });
    if (!agrees)
        return tl::unexpected(agrees.error());
    // The anchor first: a running service may go on meanwhile, and the database must not be behind it.
    const Done copied =
        copyAnchors(base, scratch->path())
            .and_then([&] { return logIsWhole(base / kDatabase); })
            .and_then([&] {
                return sumsAreRight(base / kDatabase, db::copyDatabase(base / kDatabase, copy),
                                    found.withoutChecksums);
            })
            .and_then([&copy] { return holdsAJournal(copy); })
            .and_then([&copy] { return pagesAreWhole(copy); })
            .and_then([&] { return addSegments(dir, scratch->path()); });
    if (!copied)
        return tl::unexpected(saidOf(base, copied.error(), scratch->path()));
    auto verified = verifyJournal(scratch->path(), kept);
    if (!verified)
        return tl::unexpected(saidOf(base, std::move(verified.error()), scratch->path()));
    verified->withoutChecksums = std::move(found.withoutChecksums);
    verified->withoutKey = found.withoutKey;
    return verified;
}

} // namespace

tl::expected<Verification, std::string> verify(const std::filesystem::path& dir,
                                               const std::optional<db::JournalHead>& kept)
{
    auto verified = verifyAll(dir, kept);
    for (const char* name : {kDatabase, "customers.db", "keys/persons.db"})
        db::removeEmptyLog(baseOf(dir) / name); // nothing is left in a hall that is stopped
    return verified;
}

std::string reasonFileFault(const std::filesystem::path& dir)
{
    const auto file = dir / "keys" / "visit-reasons";
    const auto text = files::posix().read(file);
    if (!text && text.error().cause == files::Cause::Missing)
        return {};
    if (text && db::reasonFileIn(*text))
        return {};
    return file.string() +
           " is damaged: why those in the hall have priority isn't known any more; remove it to go on";
}

} // namespace starqueue::cli
