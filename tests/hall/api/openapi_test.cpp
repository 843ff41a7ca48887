#include <hall/api/events/event_filter.h>
#include <hall/api/router.h>

#include <db/codec/event_schema.h>
#include <db/people/customers.h>

#include <queue/model/device.h>
#include <queue/model/print_job.h>
#include <queue/model/why.h>

#include <nlohmann/json.hpp>

#include <gtest/gtest.h>
#include <yaml-cpp/yaml.h>

#include <cctype>
#include <map>
#include <set>

namespace starqueue::hall {

namespace {

using Words = std::set<std::string>;
using Kind = Subscriber::Kind;

constexpr std::string_view kApi = "/api/v1";

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
    return Words{"get", "put", "post", "patch", "delete"}.contains(key);
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
        for (const auto& [role, word, asNull] : queue::kWords<Role>)
            if (route.roles.has(role))
                roles.emplace(word);
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

Words namesOfAllEvents()
{
    Words names;
    for (const db::EventSchema& event : db::eventSchemas())
        names.emplace(event.name);
    return names;
}

/// A field's type with the words of an enum: "string sent printed".
std::string typeText(std::string_view type, const Words& words)
{
    std::string text(type);
    for (const std::string& word : words)
        text += " " + word;
    return text;
}

/// By field.
using Types = std::map<std::string, std::string>;

Types typesInCode(const db::EventSchema& event, Kind audience)
{
    Types types;
    for (const db::FieldSchema& field : event.fields)
        if (field.to.has(audience))
            types[std::string(field.name)] = typeText(field.type, {field.words.begin(), field.words.end()});
    return types;
}

/// "Id" stands below components/schemas, "string" for itself.
std::string typeDescribed(const std::string& type)
{
    if (!std::isupper(static_cast<unsigned char>(type.front())))
        return type;
    const YAML::Node schema = description()["components"]["schemas"][type];
    Words words;
    for (const auto& word : schema["enum"])
        if (!word.IsNull())
            words.insert(word.as<std::string>());
    return typeText(schema["type"].as<std::string>(), words);
}

Types typesDescribed(std::string_view event, const std::string& audience)
{
    const YAML::Node node = description()["x-events"][std::string(event)];
    Types types;
    for (const std::string& part : {std::string("everybody"), audience})
        for (const auto& field : node[part])
            types[field.first.as<std::string>()] = typeDescribed(field.second.as<std::string>());
    return types;
}

/// What visibleTo() shows of an event that has every field of its schema and one more; its fields in order.
std::vector<std::string> shown(const db::EventSchema& event, Kind audience)
{
    std::string payload = R"({"unheardOf":1)";
    for (const db::FieldSchema& field : event.fields)
        payload += ",\"" + std::string(field.name) + "\":" + (field.name == "kiosk" ? R"("1")" : "null");
    const db::Recorded recorded{7, Instant{}, std::string(event.name), payload + "}"};
    const std::string text = visibleTo({audience, audience == Kind::Kiosk ? "1" : ""}, recorded, {});
    if (text.empty())
        return {};
    const auto data = nlohmann::ordered_json::parse(text.substr(text.find("\ndata: ") + 7));
    std::vector<std::string> fields;
    for (const auto& [field, value] : data.items())
        fields.push_back(field);
    return fields;
}

std::vector<std::string> fieldsInCode(const db::EventSchema& event, Kind audience)
{
    if (!event.seenBy.has(audience))
        return {};
    std::vector<std::string> fields{"seq", "at"};
    for (const db::FieldSchema& field : event.fields)
        if (field.to.has(audience))
            fields.emplace_back(field.name);
    return fields;
}

template <class Enum> Words wordsInCode()
{
    constexpr auto kShown = queue::shownWordsOf<Enum>();
    return {kShown.begin(), kShown.end()};
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
    queue::Actions::all().forEach([&](queue::Action action) { actions.emplace(word(action)); });
    for (const Role role : kAllRoles)
        actionsOf(role).forEach([&](queue::Action action) { commands.emplace(word(action)); });
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

TEST(OpenApi, EachEventHasExactlyTheDescribedAudiences)
{
    for (const db::EventSchema& event : db::eventSchemas()) {
        Words audiences;
        for (const auto& [audience, word, asNull] : queue::kWords<Kind>)
            if (event.seenBy.has(audience))
                audiences.emplace(word);
        EXPECT_EQ(audiences, wordsIn(description()["x-events"][std::string(event.name)]["audiences"]))
            << event.name;
    }
}

TEST(OpenApi, EachAudienceSeesExactlyTheDescribedFieldsOfEachEventWithTheirTypes)
{
    for (const db::EventSchema& event : db::eventSchemas())
        for (const auto& [audience, word, asNull] : queue::kWords<Kind>) {
            if (!event.seenBy.has(audience))
                continue;
            EXPECT_EQ(typesInCode(event, audience), typesDescribed(event.name, std::string(word)))
                << event.name << " for " << word;
        }
}

TEST(OpenApi, AnAudienceIsSentExactlyTheFieldsThatTheEventsTypeGivesIt)
{
    for (const db::EventSchema& event : db::eventSchemas())
        for (const auto& [audience, word, asNull] : queue::kWords<Kind>)
            EXPECT_EQ(shown(event, audience), fieldsInCode(event, audience)) << event.name << " for " << word;
}

TEST(OpenApi, DescribesExactlyTheWordsOfEachEnum)
{
    const YAML::Node schemas = description()["components"]["schemas"];
    EXPECT_EQ(wordsIn(schemas["Role"]["enum"]), wordsInCode<Role>());
    EXPECT_EQ(wordsIn(schemas["Language"]["enum"]), wordsInCode<queue::Language>());
    EXPECT_EQ(wordsIn(schemas["DeviceKind"]["enum"]), wordsInCode<queue::DeviceKind>());
    EXPECT_EQ(wordsIn(schemas["DeviceState"]["enum"]), wordsInCode<queue::DeviceState>());
    EXPECT_EQ(wordsIn(schemas["PrintOutcome"]["enum"]), wordsInCode<queue::PrintOutcome>());
    EXPECT_EQ(wordsIn(schemas["Identity"]["properties"]["kind"]["enum"]), wordsInCode<db::IdentityKind>());
    EXPECT_EQ(wordsIn(schemas["Why"]["properties"]["rule"]["enum"]), wordsInCode<queue::Discipline>());
    EXPECT_EQ(wordsIn(schemas["Why"]["properties"]["test"]["enum"]), wordsInCode<queue::WhyRule>());
}

TEST(OpenApi, AKioskHearsOfItsOwnPrintJobsAlone)
{
    for (const char* event : {"print_job_created", "print_job_taken", "print_job_ended"}) {
        const db::Recorded recorded{7, Instant{}, event, R"({"job":"1","ticket":"1","kiosk":"1"})"};
        EXPECT_NE(visibleTo({Kind::Kiosk, "1"}, recorded, {}), "");
        EXPECT_EQ(visibleTo({Kind::Kiosk, "2"}, recorded, {}), "");
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
