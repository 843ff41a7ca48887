#include <hall/settings/section_readers.h>

#include <formats/encoding/name_text.h>
#include <formats/encoding/pinyin.h>

#include <algorithm>
#include <utility>

namespace starqueue::settings {

namespace {

using queue::Rules;

constexpr std::size_t kLongestSign = 24;

std::vector<queue::ServiceIx> readServices(formats::TableReader& counter, std::string_view key,
                                           const Rules& rules, std::vector<std::string> otherwise)
{
    std::vector<queue::ServiceIx> places;
    const std::vector<std::string> ids = counter.texts(key, std::move(otherwise));
    if (rules.services.empty())
        return places; // that there is none is said once, for the file
    for (const std::string& id : ids) {
        const auto place = queue::findService(rules, id);
        if (!place)
            counter.refuse(key, "names \"" + id + "\", and no [[service]] has that id");
        else if (std::ranges::find(places, *place) != places.end())
            counter.refuse(key, "names \"" + id + "\" twice");
        else
            places.push_back(*place);
    }
    return places;
}

/// Those in `services`, at least one.
std::vector<queue::ServiceIx> readNamedServices(formats::TableReader& table, const Rules& rules,
                                                std::vector<std::string> otherwise)
{
    std::vector<queue::ServiceIx> services = readServices(table, "services", rules, std::move(otherwise));
    const bool named = !rules.services.empty() && !table.refused("services");
    if (table.has("services") && services.empty() && named)
        table.refuse("services", "must name at least one [[service]] by its id");
    return services;
}

std::vector<std::string> allServices(const Rules& rules)
{
    std::vector<std::string> ids;
    for (const queue::ServiceRule& service : rules.services)
        ids.push_back(service.id);
    return ids;
}

void readProfile(formats::TableReader& profile, Rules& rules)
{
    queue::ProfileRule rule;
    rule.id = readId(profile);
    if (profile.has("name"))
        rule.name = readName(profile, "name");
    if (!profile.has("services"))
        profile.refuse("services", "is missing; a profile names the services that a counter gives with it");
    rule.services = readNamedServices(profile, rules, {});
    if (queue::findProfile(rules, rule.id))
        profile.refuse("id", "stands twice: each [[profile]] needs its own");
    rules.profiles.push_back(std::move(rule));
}

void readTiersOf(formats::TableReader& counter, const Rules& rules, queue::CounterRule& rule)
{
    const std::vector<int> all = counter.wholes("tiers", {0, queue::kMostStars});
    if (rules.tiers.empty())
        return; // that there is none is said once, for the file
    for (const int stars : all) {
        if (std::ranges::find(rules.tiers, stars, &queue::TierRule::stars) == rules.tiers.end())
            counter.refuse("tiers",
                           "names " + std::to_string(stars) + ", and no [[tier]] begins at so many stars");
        else if (std::ranges::find(rule.tiers, stars) != rule.tiers.end())
            counter.refuse("tiers", "names " + std::to_string(stars) + " twice");
        else
            rule.tiers.push_back(stars);
    }
    if (counter.has("tiers") && rule.tiers.empty() && !counter.refused("tiers"))
        counter.refuse("tiers", "must name at least one [[tier]] by its stars, or be left out: all tiers");
}

void readDedication(formats::TableReader& counter, queue::CounterRule& rule)
{
    rule.dedicatedToStars = counter.wholeIfAny("dedicated_to_stars", {1, queue::kMostStars});
    const int after = counter.whole("help_others_after_seconds", {-1, 86400}, 0);
    rule.helpOthersAfter = after < 0 ? std::nullopt : std::optional<Millis>{std::chrono::seconds{after}};
    if (counter.has("help_others_after_seconds") && !rule.dedicatedToStars)
        counter.refuse("help_others_after_seconds", "says nothing without `dedicated_to_stars`");
}

/// Services of its own, or a profile's.
void readServicesOf(formats::TableReader& counter, const Rules& rules, queue::CounterRule& rule)
{
    rule.profile = counter.textIfAny("profile").value_or("");
    if (rule.profile.empty()) {
        rule.services = readNamedServices(counter, rules, allServices(rules));
        return;
    }
    if (counter.has("services"))
        counter.refuse("services", "can't stand beside `profile`, which names the services");
    static_cast<void>(counter.texts("services", {}));
    if (const queue::ProfileRule* profile = queue::findProfile(rules, rule.profile))
        rule.services = profile->services;
    else
        counter.refuse("profile", "names \"" + rule.profile + "\", and no [[profile]] has that id");
}

bool isAscii(std::string_view text)
{
    return std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

/// A hall's voice says every sign, or the file says how.
void checkSpoken(formats::TableReader& counter, const queue::CounterRule& rule)
{
    constexpr const char* kExample = "spoken = { zh = \"gui4 bin1 shi4\", en = \"the VIP room\" }";
    if (!rule.spoken.zh.empty() && !formats::isPinyin(rule.spoken.zh))
        counter.refuse("spoken",
                       std::string("says Chinese in pinyin, each syllable with its tone, and capital "
                                   "letters and digits: ") +
                           kExample);
    if (!isAscii(rule.spoken.en))
        counter.refuse("spoken", std::string("says English in English letters: ") + kExample);
    if (!counter.has("spoken") && !isAscii(rule.sign) && !formats::pinyinOf(rule.sign))
        counter.refuse("sign",
                       std::string("has characters of which the voice doesn't know how they are read; add ") +
                           kExample);
}

void readSign(formats::TableReader& counter, queue::CounterRule& rule)
{
    rule.sign = counter.textIfAny("sign").value_or("");
    if (const auto problem = formats::idProblem(rule.sign))
        counter.refuse("sign", *problem);
    if (rule.sign.size() > kLongestSign)
        counter.refuse("sign", "must be short enough for a display: at most 24 bytes");
    if (counter.has("spoken"))
        rule.spoken = readName(counter, "spoken");
    checkSpoken(counter, rule);
}

void readCounter(formats::TableReader& counter, Rules& rules)
{
    queue::CounterRule rule;
    rule.id = readId(counter);
    rule.name = readName(counter, "name");
    readSign(counter, rule);
    readServicesOf(counter, rules, rule);
    rule.prefers = readServices(counter, "prefer", rules, {});
    for (const queue::ServiceIx preferred : rule.prefers) {
        if (std::ranges::find(rule.services, preferred) == rule.services.end())
            counter.refuse("prefer", "must name only services that stand in `services`");
    }
    readTiersOf(counter, rules, rule);
    readDedication(counter, rule);
    rules.counters.push_back(std::move(rule));
}

} // namespace

void readCounters(formats::TableReader& file, Rules& rules)
{
    file.eachOf("profile", [&rules](formats::TableReader& profile) { readProfile(profile, rules); });
    file.eachOf("counter", [&rules](formats::TableReader& counter) { readCounter(counter, rules); });
}

} // namespace starqueue::settings
