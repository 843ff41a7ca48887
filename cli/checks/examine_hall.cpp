#include <cli/checks/examination.h>

#include <cli/backup/database_file.h>
#include <cli/backup/key_backup.h>
#include <cli/checks/hall_access.h>
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

#include <nlohmann/json.hpp>

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

Finding clockFinding(const std::string& health)
{
    const auto answer = nlohmann::json::parse(health, nullptr, false);
    const auto clock = answer.is_object() ? answer.value("clock", nlohmann::json::object()) : answer;
    if (!clock.is_object() || clock.value("believed", true))
        return {Grade::Well, "clock", "believed"};
    return {Grade::Bad, "clock",
            "in doubt. " + clock.value("detail", "") + " `starqueue clock confirm` does the latter."};
}

Finding storageFinding(const std::string& health)
{
    const auto answer = nlohmann::json::parse(health, nullptr, false);
    const auto storage = answer.is_object() ? answer.value("storage", nlohmann::json::object()) : answer;
    if (!storage.is_object() || storage.value("writable", true))
        return {Grade::Well, "disk", "takes commands"};
    return {Grade::Bad, "disk", "no command is taken: " + storage.value("detail", "")};
}

Finding webhookFinding(const std::string& health)
{
    const auto answer = nlohmann::json::parse(health, nullptr, false);
    const auto webhook = answer.is_object() ? answer.value("webhook", nlohmann::json::object()) : answer;
    const auto text = [&webhook](const char* key) {
        const auto found = webhook.find(key);
        return found != webhook.end() && found->is_string() ? found->get<std::string>() : std::string{};
    };
    if (!webhook.is_object() || text("state").empty() || text("state") == "off")
        return {Grade::Well, "webhook", "off"};
    if (text("state") == "waiting")
        return {Grade::Bad, "webhook",
                "what happened from " + text("waitingSince") +
                    " on waits, it is tried again and again: " + text("lastError")};
    const std::string last = text("lastDelivered");
    return {Grade::Well, "webhook",
            last.empty() ? "nothing to deliver since the start" : "delivered up to " + last};
}

Finding lookupsFinding(const std::string& health)
{
    const auto answer = nlohmann::json::parse(health, nullptr, false);
    const auto lookups = answer.is_object() ? answer.value("lookups", nlohmann::json::object()) : answer;
    if (!lookups.is_object() || !lookups.contains("unusual"))
        return {Grade::Note, "look-ups", "not told: the token isn't one of this service's, or it is older"};
    if (!lookups.value("unusual", false))
        return {Grade::Well, "look-ups", "of customers as usual"};
    return {Grade::Bad, "look-ups", lookups.value("detail", "")};
}

Finding useFinding(const std::string& health)
{
    const auto answer = nlohmann::json::parse(health, nullptr, false);
    const auto use = answer.is_object() ? answer.value("use", nlohmann::json::object()) : answer;
    const auto unusual = use.is_object() ? use.find("unusual") : use.end();
    if (unusual == use.end() || !unusual->is_array())
        return {Grade::Note, "use", "not told: the token isn't one of this service's, or it is older"};
    if (unusual->empty())
        return {Grade::Well, "use", "as usual"};
    std::string kinds;
    for (const auto& kind : *unusual)
        kinds.append(kinds.empty() ? "" : ", ").append(kind.is_string() ? kind.get<std::string>() : "?");
    return {Grade::Bad, "use", kinds + ": " + use.value("detail", "")};
}

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

std::vector<Finding> examineService(const fs::path& dir)
{
    const auto hall = hallIn(dir);
    if (!hall)
        return {{Grade::Note, "service", "can't be asked: " + hall.error()}};
    const auto healthy = fetch(*hall, "/healthz");
    if (!healthy)
        return {{Grade::Note, "service", healthy.error()}};
    return {{Grade::Well, "service", "answers at " + hall->url},
            clockFinding(*healthy),
            storageFinding(*healthy),
            webhookFinding(*healthy),
            lookupsFinding(*healthy),
            useFinding(*healthy)};
}

} // namespace starqueue::cli
