#include <cli/checks/examination.h>

#include <cli/backup/database_file.h>
#include <cli/backup/key_backup.h>
#include <cli/data/local_time.h>

#include <cli/backup/verification.h>

#include <db/chain/holdings.h>
#include <db/journal/journal_head.h>
#include <db/people/customers.h>
#include <db/people/erasures.h>
#include <db/people/key_copies.h>
#include <db/sqlite/hall_directory.h>
#include <db/tokens/tokens.h>
#include <db/users/users.h>
#include <files/posix_files.h>

#include <hall/settings/hall_settings.h>

#include <algorithm>
#include <fstream>

namespace starqueue::cli {

namespace {

namespace fs = std::filesystem;
using Grade = Finding::Grade;

Finding examineDatabase(const fs::path& file)
{
    const auto faults = integrityFaults(file);
    if (!faults)
        return {Grade::Bad, file.string(), faults.error()};
    if (!faults->empty())
        return {Grade::Bad, file.string(), "damaged: " + *faults};
    return {Grade::Well, file.string(), "whole"};
}

/// What the hall has had is there, and nobody else has changed its customers.
Finding examineHoldings(const fs::path& dir)
{
    const auto held = db::Holdings::of(dir, files::posix());
    if (!held)
        return {Grade::Bad, "holdings", held.error().detail};
    if (const std::string missing = held->missing(); !missing.empty())
        return {Grade::Bad, "holdings", missing};
    if (const auto customers = db::checkCustomers(dir); !customers)
        return {Grade::Bad, "customers", customers.error().detail};
    else if (*customers > 0)
        return {Grade::Bad, "customers", db::textOfUnknown(*customers, dir)};
    if (const std::string damage = reasonFileFault(dir); !damage.empty())
        return {Grade::Bad, "keys", damage};
    if (held->isEmpty())
        return {Grade::Note, "holdings",
                "not noted yet what the hall has: the service does it at its next start"};
    return {Grade::Well, "holdings", "all that the hall has had is there"};
}

Finding examineToken(const fs::path& file, db::TokenStore& tokens)
{
    std::error_code error;
    const fs::perms others = fs::perms::group_all | fs::perms::others_all;
    if ((fs::status(file, error).permissions() & others) != fs::perms::none)
        return {Grade::Bad, file.string(), "others may read it: chmod 600 " + file.string()};
    std::string secret;
    if (std::ifstream in(file); !std::getline(in, secret))
        return {Grade::Bad, file.string(), "can't be read"};
    const auto token = tokens.find(secret);
    if (!token)
        return {Grade::Bad, file.string(), token.error().detail};
    if (!*token)
        return {Grade::Bad, file.string(),
                "the hall doesn't know it: make a new one with `starqueue token add`"};
    return {Grade::Well, file.string(), std::string{formats::word((*token)->role)}};
}

std::string typedTells(const queue::Rules& rules)
{
    return rules.typedShows == queue::TypedShows::Ordinary
               ? "\"ordinary\": kiosk, paper and phone tell nothing of whose number was typed"
               : "\"personal\": whoever types somebody's number at a kiosk sees by its place and wait "
                 "whether they "
                 "have stars; \"ordinary\" tells nothing";
}

Finding keyCopyFinding(const fs::path& dir, const db::KeyCopy& noted, bool isLast)
{
    const fs::path& copy = noted.file;
    if (!isLast)
        return {Grade::Note, copy.string(),
                "an earlier copy of the keys: destroy it, and say so with `starqueue customer finish-erasure "
                "--destroyed " +
                    (noted.id.empty() ? "FILE" : noted.id) + "`"};
    if (const std::string fault = keyBackupFault(copy); !fault.empty())
        return {Grade::Bad, copy.string(), fault};
    if (isOnOneDisk(dir, copy))
        return {Grade::Note, copy.string(),
                "it is on the same disk as the hall: whatever takes one takes both"};
    return {Grade::Well, copy.string(), "a copy of the keys, on another disk"};
}

} // namespace

std::vector<Finding> examineCalendar(const fs::path& dir, Instant now)
{
    const auto settings = settings::readHallSettings(dir / "hall.toml");
    const auto year =
        settings ? settings::yearWithoutPublicDays(*settings, todayIn(*settings, now)) : std::nullopt;
    if (!year)
        return {};
    return {{Grade::Note, "[[calendar]]",
             "no public day of " + std::to_string(*year) +
                 " is known: once they are published, `starqueue calendar import FILE` writes them"}};
}

std::vector<Finding> examineHall(const fs::path& dir)
{
    std::vector<Finding> findings;
    const auto settings = settings::readServiceSettings(dir / "hall.toml");
    if (settings)
        findings.push_back({Grade::Well, (dir / "hall.toml").string(),
                            std::to_string(settings->rules.services.size()) + " services, " +
                                std::to_string(settings->rules.counters.size()) + " counters"});
    if (settings)
        findings.push_back(
            {settings->rules.typedShows == queue::TypedShows::Ordinary ? Grade::Well : Grade::Note,
             "[identity] typed_shows", typedTells(settings->rules)});
    else
        for (const formats::SettingProblem& problem : settings.error())
            findings.push_back({Grade::Bad, "setting", formats::errorMessage(problem)});
    if (const std::string why = db::whyNoHall(dir); !why.empty()) {
        findings.push_back({Grade::Bad, (dir / kDatabase).string(), why});
        return findings;
    }
    for (const char* name : {kDatabase, "customers.db"})
        findings.push_back(examineDatabase(dir / name));
    findings.push_back(examineHoldings(dir));
    if (const auto head = db::headOfLastDay(dir); head && *head)
        findings.push_back({Grade::Well, "journal",
                            "head of the day that was closed last: " + db::textOf(**head) +
                                "; keep it elsewhere, `starqueue verify --head` compares"});
    return findings;
}

std::vector<Finding> examineKeys(const fs::path& dir)
{
    const auto erased = db::erasedIn(dir);
    const auto copies = erased ? db::keyCopiesOf(dir, files::posix()) : tl::unexpected(erased.error());
    if (!copies)
        return {{Grade::Bad, "keys", copies.error().detail}};
    std::vector<Finding> findings;
    if (const std::string open = db::whyKeysAreOpen(dir); !open.empty())
        findings.push_back({Grade::Bad, "keys", open});
    for (const db::KeyCopy& copy : *copies)
        if (copy.erasures < erased->size())
            findings.push_back(
                {Grade::Bad, copy.file.string(), pendingText(dir, copy, erased->size() - copy.erasures)});
        else if (!db::isOwn(copy))
            findings.push_back(keyCopyFinding(dir, copy, copy == copies->back()));
    if (std::ranges::all_of(*copies, &db::isOwn))
        findings.push_back({Grade::Note, "keys",
                            "there is no copy of them, and without them no customer is known: "
                            "`starqueue backup --keys`"});
    return findings;
}

std::vector<Finding> examineTokens(const fs::path& dir)
{
    if (!db::whyNoHall(dir).empty()) // said with the databases; opening would make one
        return {};
    const auto tokens = db::TokenStore::open(dir);
    if (!tokens)
        return {{Grade::Bad, "tokens", tokens.error().detail}};
    std::vector<Finding> findings;
    std::error_code error;
    for (const auto& entry : fs::directory_iterator(dir / "tokens", error))
        findings.push_back(examineToken(entry.path(), **tokens));
    if (error)
        findings.push_back({Grade::Bad, (dir / "tokens").string(), error.message()});
    return findings;
}

std::vector<Finding> examineUsers(const fs::path& dir)
{
    const auto settings = settings::readHallSettings(dir / "hall.toml");
    if (!settings || !db::whyNoHall(dir).empty())
        return {};
    const auto users = db::UserStore::open(dir);
    const auto all = users ? (*users)->list() : tl::unexpected(users.error());
    if (!all)
        return {{Grade::Bad, "users", all.error().detail}};
    const bool isFactorDemanded = settings::isFactorDemanded(*settings, settings->listen.main);
    std::vector<Finding> findings;
    for (const db::User& user : *all) {
        if ((*users)->lacksPepper(user.name).value_or(false))
            findings.push_back(
                {Grade::Bad, user.name,
                 "can't log in, as the pepper is lost that the password was hashed with: bring "
                 "pepper.key back, or `starqueue user passwd " +
                     user.name + "`"});
        if (isFactorDemanded && user.role == db::Role::Admin && !user.disabled && !user.hasFactor)
            findings.push_back({Grade::Note, user.name,
                                "administers, and has no second factor, without which this hall lets no "
                                "administrator in: `starqueue user factor " +
                                    user.name + "`"});
    }
    return findings;
}

} // namespace starqueue::cli
