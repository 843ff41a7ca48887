#include <hall/settings/section_readers.h>

#include <algorithm>

namespace starqueue::settings {

namespace {

bool isId(const std::string& id)
{
    return !id.empty() && id.size() <= 32 &&
           std::ranges::all_of(id, [](unsigned char c) { return std::isalnum(c) || c == '-' || c == '_'; });
}

Millis readHeadStart(formats::TableReader& table)
{
    return fromMinutes<Millis>(table.number("head_start_minutes", {0, kDayMinutes}, 20.0));
}

void readGranted(formats::TableReader& table, queue::StatutoryGroup& group)
{
    const std::vector<std::string> places = table.texts("granted", {"usher"});
    const auto names = [&](std::string_view place) { return std::ranges::count(places, place) == 1; };
    group.atKiosk = names("kiosk");
    group.byUsher = names("usher");
    const auto known = (group.atKiosk ? 1U : 0U) + (group.byUsher ? 1U : 0U);
    if (!table.refused("granted") && (known == 0 || known != places.size()))
        table.refuse("granted", "must be [\"usher\"], [\"kiosk\"] or both");
}

/// What [statutory] says of all groups.
struct CommonSettings
{
    queue::CommonGrant grant;
    bool dropsReason = false; ///< after the visit
};

CommonSettings readCommon(formats::TableReader& file, bool hasGroups)
{
    CommonSettings common;
    file.section("statutory", [&](formats::TableReader& statutory) {
        common.dropsReason = statutory.yesNo("drop_reason", false);
        common.grant.headStart = readHeadStart(statutory);
        common.grant.atKiosk = statutory.choice("granted", {{"usher", false}, {"kiosk", true}}, false);
        for (const char* ofEach : {"head_start_minutes", "granted"})
            if (hasGroups && statutory.has(ofEach) && !statutory.refused(ofEach))
                statutory.refuse(ofEach,
                                 "must go where there are [[statutory_group]]: give it with each group");
    });
    return common;
}

void readGroup(formats::TableReader& table, queue::Rules& rules)
{
    queue::StatutoryGroup group;
    group.id = readId(table);
    if (group.id == "none")
        table.refuse("id", "must be another word: \"none\" takes a priority back");
    group.name = readName(table, "name");
    if (table.has("proof"))
        group.proof = readName(table, "proof");
    group.headStart = readHeadStart(table);
    readGranted(table, group);
    rules.groups.push_back(std::move(group));
}

} // namespace

std::string readId(formats::TableReader& table)
{
    const std::string id = table.text("id");
    if (!id.empty() && !isId(id))
        table.refuse("id", "must be 1 to 32 letters, digits, dashes or underscores");
    return id;
}

void readStatutoryGroups(formats::TableReader& file, queue::Rules& rules)
{
    const bool hasGroups = file.has("statutory_group");
    const CommonSettings common = readCommon(file, hasGroups);
    rules.groups.clear();
    file.eachOf("statutory_group", [&rules](formats::TableReader& group) { readGroup(group, rules); });
    if (!hasGroups)
        rules.groups = queue::classicGroups(common.grant);
    if (rules.groups.size() > queue::kMostGroups) {
        file.refuse("statutory_group", "stands there " + std::to_string(rules.groups.size()) +
                                           " times; give at most " + std::to_string(queue::kMostGroups) +
                                           " groups");
        rules.groups.resize(queue::kMostGroups); // what is computed of them ends
    }
    if (common.dropsReason)
        rules.groups = queue::withAnonymous(std::move(rules.groups));
}

} // namespace starqueue::settings
