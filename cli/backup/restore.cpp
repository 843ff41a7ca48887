#include <cli/backup/restore.h>

#include <cli/backup/backup.h>
#include <cli/backup/database_file.h>
#include <cli/backup/followed_set.h>
#include <cli/backup/key_backup.h>
#include <cli/backup/new_directory.h>
#include <cli/backup/verification.h>

#include <db/chain/holdings.h>
#include <db/people/customers.h>
#include <db/people/erasures.h>
#include <db/restore/resumed_copy.h>
#include <db/security/security_log.h>
#include <db/sqlite/database_copy.h>
#include <db/sqlite/hall_directory.h>
#include <files/posix_files.h>
#include <time/timestamp.h>

#include <algorithm>
#include <array>

namespace starqueue::cli {

namespace {

namespace fs = std::filesystem;
using Done = tl::expected<void, std::string>;

Done isABackup(const fs::path& base)
{
    if (!fs::exists(base / db::kBackupManifest))
        return tl::unexpected(base.string() + " is no backup: it has no " + db::kBackupManifest);
    return {};
}

/// As `init` makes it: in a backup from before page checksums there are none.
Done withChecksums(const fs::path& file)
{
    return db::addChecksums(file).map_error(&db::StorageError::detail);
}

Done copyWhatIsThere(const fs::path& base, const fs::path& to)
{
    for (const char* name : {kDatabase, "customers.db"})
        if (fs::exists(base / name))
            if (Done copied = copyDatabase(base / name, to / name).and_then([&, &file = name] {
                    return withChecksums(to / file);
                });
                !copied)
                return copied;
    std::error_code error;
    for (const char* name : {"hall.toml", "bridge.toml", kAnchor})
        if (!error && fs::exists(base / name))
            fs::copy_file(base / name, to / name, error);
    if (error)
        return tl::unexpected("can't copy from " + base.string() + ": " + error.message());
    return {};
}

/// Opening the customers forgets those whose erasure the backup knows. Records that have no key are dropped:
/// of whoever was erased after the backup, or imported after the copy of the keys. Their number.
Done bringKeys(const fs::path& keys, const fs::path& to, std::size_t& withoutKey)
{
    if (keys.empty())
        return {};
    const Done brought =
        restoreKeys(keys, to).and_then([&to] { return withChecksums(to / "keys" / "persons.db"); });
    if (!brought)
        return brought;
    const auto dropped = db::CustomerStore::acceptLoss(to);
    if (!dropped)
        return tl::unexpected(dropped.error().detail);
    withoutKey = *dropped;
    return {};
}

/// Of those who were erased after the backup was begun.
Done eraseAgain(const fs::path& backup, const fs::path& to)
{
    return erasedSince(backup).and_then([&to](const std::vector<queue::Bits128>& refs) {
        return db::eraseIn(to, refs).map_error(&db::StorageError::detail);
    });
}

std::vector<std::string> numbersInTheRoom(const queue::State& state)
{
    std::vector<std::string> numbers;
    for (const queue::Ticket& ticket : state.tickets)
        if (state.isInTheRoom(ticket))
            numbers.push_back(state.numberOf(ticket));
    return numbers;
}

std::vector<std::string> nextNumbers(const queue::State& state)
{
    std::vector<std::string> numbers;
    for (std::uint16_t i = 0; state.rules && i < state.rules->services.size(); ++i)
        if (!state.rules->services[i].retired)
            numbers.push_back(queue::ticketNumber(*state.rules, {i}, state.lastNumbers.at(i) + 1));
    return numbers;
}

/// A line for each hall that was made of it: the time, and the new life.
fs::path listOfRestored(const RestoreSource& source)
{
    return source.backup / "restored";
}

std::uint32_t restoredBefore(const RestoreSource& source)
{
    const std::string lines = files::posix().read(listOfRestored(source)).value_or("");
    return static_cast<std::uint32_t>(std::ranges::count(lines, '\n'));
}

/// Before it can be served. False: its medium can't be written.
bool noteRestored(const RestoreSource& source, const std::string& life, time::WallTime at)
{
    const auto file = listOfRestored(source);
    const std::string before = files::posix().read(file).value_or("");
    const std::string line = time::timestamp(at) + ' ' + life + '\n';
    return files::posix().replace(file, before + line, files::Readers::Everybody).has_value();
}

tl::expected<RestoredHall, std::string> goOn(const fs::path& to, const RestoreSource& source,
                                             const RestoredHall& brought, time::WallTime now)
{
    const time::WallTime at = source.at.value_or(now);
    const auto resumed =
        db::resumeCopy(to, {at, source.until, restoredBefore(source), brought.missed.answered});
    if (!resumed)
        return tl::unexpected(resumed.error().detail);
    return RestoredHall{resumed->seq,
                        resumed->last,
                        numbersInTheRoom(resumed->state),
                        nextNumbers(resumed->state),
                        noteRestored(source, resumed->life, at),
                        fs::exists(to / "keys"),
                        brought.withoutKey,
                        resumed->lost,
                        brought.missed};
}

/// From here on it is known what the hall has, and that its security log ends here.
Done noteWhatIsThere(const fs::path& to, const RestoredHall& brought, time::WallTime now)
{
    const auto log = db::SecurityLog::open(to);
    auto held = db::Holdings::of(to, files::posix());
    if (!log || !held)
        return tl::unexpected(!log ? log.error().detail : held.error().detail);
    if (!brought.missed.customers.empty())
        if (const auto noted = (*log)->append(
                {0, now, db::SecurityEvent::LossAccepted, "command line", "customers, of a hall restored"});
            !noted)
            return tl::unexpected(noted.error().detail);
    if (!fs::exists(to / "customers.db"))
        return {};
    return held->add(std::array{db::kCustomersHeld}).map_error(&db::StorageError::detail);
}

/// Of a hall that doesn't start nothing is whole but what is made of it.
Done isFit(const RestoreSource& source)
{
    if (const std::string begunAlone = db::whyUnfinished(source.backup); !begunAlone.empty())
        return tl::unexpected(begunAlone);
    if (!db::isHallItself(source.backup))
        return isABackup(baseOf(source.backup)).and_then([&] {
            return verify(source.backup).map([](const auto&) {});
        });
    if (source.keys.empty())
        return {};
    return tl::unexpected(source.backup.string() + " is a hall, whose own keys are taken: leave --keys out");
}

/// Notes in `brought` what is missing.
Done bring(const RestoreSource& source, const fs::path& to, RestoredHall& brought)
{
    const auto loss = source.acceptsLoss ? db::CustomerLoss::Accepted : db::CustomerLoss::Refused;
    if (db::isHallItself(source.backup))
        return db::copyLeftHall(source.backup, to, loss)
            .map([&brought](db::Missed missed) { brought.missed = std::move(missed); })
            .map_error(&db::StorageError::detail);
    const fs::path base = baseOf(source.backup);
    return copyWhatIsThere(base, to)
        .and_then([&] { return addSegments(source.backup, to); })
        .and_then([&] { return eraseAgain(source.backup, to); })
        .and_then([&] { return bringKeys(source.keys, to, brought.withoutKey); })
        .and_then([&] { return keepKeyCopies(base, source.keys, to); });
}

/// The locks are of those who wrote it.
void removeLocks(const fs::path& to)
{
    std::error_code error;
    fs::remove(to / "hall.lock", error);
}

} // namespace

tl::expected<RestoredHall, std::string> restore(const RestoreSource& source, const fs::path& target,
                                                time::WallTime now)
{
    if (const Done fit = isFit(source); !fit)
        return tl::unexpected(fit.error());
    const auto begun = beginDirectory(target, "a hall that is restored");
    if (!begun)
        return tl::unexpected(begun.error());
    RestoredHall brought;
    auto restored =
        bring(source, *begun, brought).and_then([&] { return goOn(*begun, source, brought, now); });
    if (restored)
        if (const Done noted = noteWhatIsThere(*begun, brought, now); !noted)
            restored = tl::unexpected(noted.error());
    if (restored)
        if (const auto verified = verify(*begun); !verified)
            restored = tl::unexpected(verified.error());
    removeLocks(*begun);
    if (restored)
        if (const Done finished = finishDirectory(target); !finished)
            restored = tl::unexpected(finished.error());
    if (!restored)
        abandonDirectory(target);
    return restored;
}

} // namespace starqueue::cli
