#include <client/api/problem_code.h>
#include <client/api/read.h>
#include <client/api/requests.h>
#include <support/api_description.h>

#include <gtest/gtest.h>

#include <algorithm>
#include <type_traits>

using namespace starqueue::client;
using starqueue::test::ApiDescription;
using starqueue::test::enumWords;
using Words = std::set<std::string>;

namespace {

const ApiDescription& description()
{
    return ApiDescription::instance();
}

std::string typeOf(const YAML::Node& schema)
{
    return schema["type"] ? schema["type"].as<std::string>() : std::string();
}

template <typename Enum> Words wordsOf()
{
    Words words;
    for (const auto& known : api::kWords<Enum>)
        words.emplace(known.word);
    return words;
}

void expectProperties(const YAML::Node& schema, auto& value, const std::string& place);

/// `field` can hold what the description says stands there, and all of it.
template <typename T> void expectFits(const YAML::Node& schema, T& field, const std::string& place)
{
    SCOPED_TRACE(place);
    ASSERT_TRUE(schema.IsDefined()) << place << " isn't in the description";
    if constexpr (std::is_enum_v<T>) {
        EXPECT_EQ(typeOf(schema), "string");
        EXPECT_TRUE(std::ranges::includes(wordsOf<T>(), enumWords(schema))) << "a word isn't known";
    } else if constexpr (std::is_same_v<T, QString> || std::is_same_v<T, QDateTime> ||
                         std::is_same_v<T, QTimeZone> || std::is_same_v<T, QUuid>) {
        EXPECT_EQ(typeOf(schema), "string");
    } else if constexpr (std::is_same_v<T, bool>) {
        EXPECT_EQ(typeOf(schema), "boolean");
    } else if constexpr (std::is_integral_v<T>) {
        EXPECT_EQ(typeOf(schema), "integer");
    } else if constexpr (std::is_same_v<T, std::chrono::seconds> || std::is_same_v<T, double>) {
        EXPECT_TRUE(typeOf(schema) == "number" || typeOf(schema) == "integer") << typeOf(schema);
    } else if constexpr (std::is_same_v<T, api::MaySet>) {
        EXPECT_EQ(typeOf(schema), "array");
    } else if constexpr (requires { field.emplace(); }) {
        expectFits(schema, field.emplace(), place);
    } else if constexpr (requires { field.emplaceBack(); }) {
        EXPECT_EQ(typeOf(schema), "array");
        expectFits(description().items(schema), field.emplaceBack(), place + "[]");
    } else {
        EXPECT_EQ(typeOf(schema), "object");
        if (schema["properties"])
            expectProperties(schema, field, place);
    }
}

void expectProperties(const YAML::Node& schema, auto& value, const std::string& place)
{
    std::remove_reference_t<decltype(value)>::each(value, [&](const char* name, auto& field) {
        expectFits(description().property(schema, name), field, place + "." + name);
    });
}

template <typename T> void expectDescribed(const char* schema)
{
    T value;
    expectFits(description().schema(schema), value, schema);
}

/// A command's body has nothing that the description doesn't know, and all that it requires.
void expectTaken(const api::Command& command)
{
    const std::string place = command.path.toStdString();
    SCOPED_TRACE(place);
    const std::string method = command.method.toLower().toStdString();
    const YAML::Node schema = description().requestBody(method, place);
    ASSERT_TRUE(schema.IsDefined()) << "no such command";
    EXPECT_EQ(description().faults(command.body, schema, command.path).join("\n").toStdString(), "");
    for (const auto& name : schema["required"]) {
        const auto required = QString::fromStdString(name.as<std::string>());
        EXPECT_TRUE(required == "requestId" || command.body.contains(required)) << required.toStdString();
    }
}

/// Every field of a counter's command that the step takes.
api::CounterRequest wholeRequest(api::May step)
{
    using api::May;
    if (step == May::Transfer)
        return {.step = step, .reason = "a reason", .service = "sim", .counter = "4", .first = true};
    api::CounterRequest request{.step = step};
    if (step == May::Open || step == May::Handover)
        request.clerk = "7";
    if (step == May::Call || step == May::Park || step == May::Pause)
        request.reason = "a reason";
    if (step == May::Call)
        request.number = "A012";
    if (step == May::WalkIn)
        request.service = "sim";
    if (step == May::Unpark)
        request.ticket = "17";
    if (step == May::Finish || step == May::WalkIn)
        request.reference = api::Reference{"2026-117", "JY01"};
    return request;
}

bool isOfCounters(api::May step)
{
    return step < api::May::Cancel;
}

Words eventFields()
{
    Words fields{"seq"};
    for (const auto& event : description().events())
        for (const auto& part : event.second)
            if (part.first.as<std::string>() != "audiences")
                for (const auto& field : part.second)
                    fields.insert(field.first.as<std::string>());
    return fields;
}

} // namespace

TEST(ClientApi, ReadsOnlyWhatTheDescriptionHasInItsTypes)
{
    expectDescribed<api::Board>("Board");
    expectDescribed<api::Counter>("Counter");
    expectDescribed<api::PrintJob>("PrintJob");
    expectDescribed<api::HallNow>("HallNow");
    expectDescribed<api::RatingSession>("RatingSession");
    expectDescribed<api::Service>("Service");
    expectDescribed<api::Ticket>("Ticket");
}

TEST(ClientApi, KnowsExactlyTheEventsOfTheDescription)
{
    Words described;
    for (const auto& event : description().events())
        described.insert(event.first.as<std::string>());
    EXPECT_EQ(wordsOf<api::EventName>(), described);
}

TEST(ClientApi, ReadsOfAnEventOnlyWhatSomeEventHas)
{
    const Words described = eventFields();
    api::Event event;
    api::Event::each(
        event, [&described](const char* name, auto&) { EXPECT_TRUE(described.contains(name)) << name; });
}

TEST(ClientApi, KnowsNoWordThatTheDescriptionDoesNotHave)
{
    const auto words = [](const char* schema, const char* property) {
        return enumWords(description().property(description().schema(schema), property));
    };
    EXPECT_EQ(wordsOf<api::TicketState>(), words("Ticket", "state"));
    EXPECT_EQ(wordsOf<api::ClosedReason>(), words("Service", "closedReason"));
    EXPECT_EQ(wordsOf<api::PrintJobState>(), words("PrintJob", "state"));
    EXPECT_EQ(wordsOf<api::RatingState>(), words("RatingSession", "state"));
    EXPECT_EQ(wordsOf<api::IdentityKind>(), words("Identity", "kind"));
    EXPECT_EQ(wordsOf<api::CounterState>(), enumWords(description().schema("CounterState")));
    EXPECT_EQ(wordsOf<api::Language>(), enumWords(description().schema("Language")));
    EXPECT_EQ(wordsOf<api::PrintOutcome>(), enumWords(description().schema("PrintOutcome")));
    EXPECT_EQ(wordsOf<api::PaperEvent>(), enumWords(description().schema("PaperEvent")));
    EXPECT_EQ(wordsOf<api::TestOutcome>(), enumWords(description().schema("TestOutcome")));
    EXPECT_EQ(wordsOf<api::DeviceRequest>(), enumWords(description().schema("DeviceRequest")));
    EXPECT_EQ(wordsOf<api::DeviceKind>(), enumWords(description().schema("DeviceKind")));
    EXPECT_EQ(wordsOf<api::DeviceState>(), enumWords(description().schema("DeviceState")));
    EXPECT_EQ(wordsOf<api::May>(), enumWords(description().schema("Action")));
    EXPECT_EQ(wordsOf<api::WaitMethod>(), words("Range", "method"));
    EXPECT_EQ(wordsOf<api::AskReference>(), words("Counter", "askReference"));
    EXPECT_EQ(wordsOf<api::ProblemCode>(), enumWords(description().schema("ProblemCode")));
}

TEST(ClientApi, EveryWordOfMayIsACommandOfTheDescription)
{
    for (const auto& may : api::kWords<api::May>) {
        const std::string room = isOfCounters(may.value) ? "/counters/{id}/" : "/tickets/{id}/";
        EXPECT_TRUE(description().requestBody("post", room + std::string(may.word)).IsDefined()) << may.word;
    }
}

/// Asked for by the pages, or with more than a counter's request has.
const api::MaySet kOfNoFace{api::May::Verify, api::May::Profile, api::May::Services};

TEST(ClientApi, SendsCountersWhatTheDescriptionTakes)
{
    for (const auto& may : api::kWords<api::May>)
        if (isOfCounters(may.value) && !kOfNoFace.contains(may.value))
            expectTaken(api::atCounter("3", wholeRequest(may.value)));
}

TEST(ClientApi, SendsTheOthersWhatTheDescriptionTakes)
{
    expectTaken(api::issueTicket({.requestId = QUuid::createUuid(),
                                  .service = "sim",
                                  .identity = api::Identity{api::IdentityKind::Phone, "13800138000"},
                                  .statutory = "elderly",
                                  .language = api::Language::English,
                                  .kiosk = "1"}));
    expectTaken(
        api::issueTicket({.requestId = QUuid::createUuid(),
                          .service = "sim",
                          .identity = api::Identity{api::IdentityKind::Card, "6222000000001", true}}));
    expectTaken(api::postponeTicket("17"));
    expectTaken(api::forgoPaper("17"));
    expectTaken(api::takePrintJob("17"));
    expectTaken(api::endPrintJob("17", api::PrintOutcome::Unknown));
    expectTaken(api::reportPaper("17", api::PaperEvent::Retracted));
    expectTaken(api::endDeviceTest("printer-1", api::TestOutcome::Failed, "paperOut"));
    expectTaken(api::sendWireJournal("printer-1", "10:00 > 10 04 01"));
    expectTaken(api::ratingArmed("17"));
    expectTaken(api::ratingFailed("17", "noPanel"));
    expectTaken(
        api::rate("17", {.session = "4", .score = 5, .press = {"0001A2B3", 1, 2, 1'795'309'200'123}}));
    expectTaken(api::reportDevice("printer-1", {.kind = api::DeviceKind::Printer,
                                                .kiosk = "1",
                                                .counter = "3",
                                                .state = api::DeviceState::Fault,
                                                .fault = "paperOut",
                                                .details = {.port = "/dev/ttyUSB0"}}));
}
