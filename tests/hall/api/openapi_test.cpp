#include <hall/api/events/event_filter.h>
#include <hall/api/router.h>

#include <db/codec/event_codec.h>

#include <gtest/gtest.h>
#include <yaml-cpp/yaml.h>

#include <set>
#include <sstream>

namespace starqueue::hall {

namespace {

using Words = std::set<std::string>;
using Kind = Audience::Kind;

constexpr std::string_view kApi = "/api/v1";
const std::map<std::string, Kind> kAudiences{{"display", Kind::Display},
                                             {"kiosk", Kind::Kiosk},
                                             {"bridge", Kind::Bridge},
                                             {"technician", Kind::Technician},
                                             {"staff", Kind::Staff}};

const YAML::Node& description()
{
    static const YAML::Node node = YAML::LoadFile(STARQUEUE_OPENAPI);
    return node;
}

Words wordsIn(const YAML::Node& list)
{
    Words words;
    for (const auto& word : list)
        words.insert(word.as<std::string>());
    return words;
}

std::string upper(std::string text)
{
    for (char& c : text)
        c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
    return text;
}

bool isMethod(const std::string& key)
{
    return Words{"get", "put", "post", "delete"}.contains(key);
}

/// "GET /tickets/{id}: clerk kiosk …"
std::string line(const std::string& method, const std::string& path, const Words& roles)
{
    std::string text = method + " " + path + ":";
    for (const std::string& role : roles)
        text += " " + role;
    return text;
}

Words routesInCode()
{
    Words lines;
    for (const Route& route : routes()) {
        Words roles;
        for (const Role role : kAllRoles)
            if (route.roles.has(role))
                roles.emplace(db::roleName(role));
        lines.insert(line(std::string(route.method), std::string(route.pattern), roles));
    }
    return lines;
}

Words routesDescribed()
{
    Words lines;
    for (const auto& path : description()["paths"]) {
        const auto name = path.first.as<std::string>();
        for (const auto& operation : path.second)
            if (name.starts_with(kApi) && isMethod(operation.first.as<std::string>()))
                lines.insert(line(upper(operation.first.as<std::string>()), name.substr(kApi.size()),
                                  wordsIn(operation.second["x-roles"])));
    }
    return lines;
}

template <std::size_t... I> Words eventNames(std::index_sequence<I...>)
{
    return {std::string(db::eventName(queue::Event{std::variant_alternative_t<I, queue::Event>{}}))...};
}

Words namesOfAllEvents()
{
    return eventNames(std::make_index_sequence<std::variant_size_v<queue::Event>>{});
}

/// Every field that any event shows anyone, and those that nobody may ever see.
Words everyField()
{
    Words fields{"customerRef", "secret", "identity", "keyContact",  "tier",  "rules",
                 "carried",     "press",  "bridge",   "waitSeconds", "ahead", "takenBy"};
    for (const auto& event : description()["x-events"])
        for (const auto& part : event.second)
            if (part.first.as<std::string>() != "audiences")
                fields.merge(wordsIn(part.second));
    return fields;
}

/// What visibleTo() lets through of an event that has every field there is.
Words shown(const std::string& event, const std::string& audience)
{
    nlohmann::json payload;
    for (const std::string& field : everyField())
        payload[field] = "x";
    payload["kiosk"] = "1";
    const db::Recorded recorded{7, Instant{}, event, payload.dump()};
    const std::string text = visibleTo({kAudiences.at(audience), audience == "kiosk" ? "1" : ""}, recorded);
    if (text.empty())
        return {};
    const auto data = nlohmann::json::parse(text.substr(text.find("\ndata: ") + 7));
    Words fields;
    for (const auto& [field, value] : data.items())
        fields.insert(field);
    return fields;
}

Words described(const std::string& event, const std::string& audience)
{
    const YAML::Node node = description()["x-events"][event];
    if (!wordsIn(node["audiences"]).contains(audience))
        return {};
    Words fields{"seq", "at"};
    fields.merge(wordsIn(node["everybody"]));
    fields.merge(wordsIn(node[audience]));
    return fields;
}

} // namespace

TEST(OpenApi, DescribesExactlyTheCallsThatTheHallAnswersWithTheirRoles)
{
    EXPECT_EQ(routesDescribed(), routesInCode());
}

TEST(OpenApi, NamesExactlyTheActionsThatThereAreAndEachIsACommand)
{
    Words actions;
    Words commands;
    queue::Actions::all().forEach([&](queue::Action action) { actions.emplace(wordOf(action)); });
    for (const Role role : kAllRoles)
        actionsOf(role).forEach([&](queue::Action action) { commands.emplace(wordOf(action)); });
    EXPECT_EQ(wordsIn(description()["components"]["schemas"]["Action"]["enum"]), actions);
    EXPECT_EQ(commands, actions);
}

TEST(OpenApi, DescribesExactlyTheEventsOfTheJournal)
{
    Words names;
    for (const auto& event : description()["x-events"])
        names.insert(event.first.as<std::string>());
    EXPECT_EQ(names, namesOfAllEvents());
}

TEST(OpenApi, EachAudienceSeesExactlyTheDescribedFieldsOfEachEvent)
{
    for (const std::string& event : namesOfAllEvents())
        for (const auto& [audience, kind] : kAudiences)
            EXPECT_EQ(shown(event, audience), described(event, audience)) << event << " for " << audience;
}

TEST(OpenApi, AKioskHearsOfItsOwnPrintJobsAlone)
{
    for (const char* event : {"print_job_created", "print_job_taken", "print_job_ended"}) {
        const db::Recorded recorded{7, Instant{}, event, R"({"job":"1","ticket":"1","kiosk":"1"})"};
        EXPECT_NE(visibleTo({Kind::Kiosk, "1"}, recorded), "");
        EXPECT_EQ(visibleTo({Kind::Kiosk, "2"}, recorded), "");
    }
}

TEST(OpenApi, EveryCommandTakesARequestIdAndEveryCallTellsItsProblems)
{
    for (const auto& path : description()["paths"])
        for (const auto& operation : path.second) {
            const auto method = operation.first.as<std::string>();
            const auto name = path.first.as<std::string>();
            if (!isMethod(method) || !name.starts_with(kApi))
                continue;
            EXPECT_TRUE(operation.second["summary"]) << name;
            EXPECT_TRUE(operation.second["responses"]["default"]) << name;
            EXPECT_EQ(method != "get", operation.second["requestBody"].IsDefined()) << name;
        }
}

TEST(OpenApi, EveryCodeOfACallIsOneOfTheStableCodes)
{
    const Words codes = wordsIn(description()["components"]["schemas"]["ProblemCode"]["enum"]);
    for (const auto& path : description()["paths"])
        for (const auto& operation : path.second) {
            if (!isMethod(operation.first.as<std::string>()))
                continue;
            for (const std::string& code : wordsIn(operation.second["x-codes"]))
                EXPECT_TRUE(codes.contains(code)) << path.first.as<std::string>() << " " << code;
        }
}

} // namespace starqueue::hall
