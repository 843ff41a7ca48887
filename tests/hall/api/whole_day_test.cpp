#include <hall/api/support/full_day.h>

#include <gtest/gtest.h>
#include <yaml-cpp/yaml.h>

#include <set>

namespace starqueue::hall::test {

namespace {

using Fields = std::map<std::string, std::set<std::string>>;

// None can be made to happen from outside, or not within a minute.
const std::set<std::string> kNeverInAWalk{"clock_doubted",       "clock_stepped", "day_corrected",
                                          "fairness_violated",   "hall_restored", "number_doubled",
                                          "promises_calibrated", "rules_set",     "ticket_rated_late",
                                          "rating_explained",    "slip_created"};

/// Of a case about a visit that is days ago, which LateRating.* makes.
const std::set<std::string> kOfALateCase{"service", "counter", "date", "finishedAt"};

/// All that the walk's events hold, by name.
Fields fieldsSeen(const std::vector<Seen>& events)
{
    Fields fields;
    for (const Seen& event : events)
        for (const auto& [field, value] : event.data.items())
            fields[event.name].insert(field);
    return fields;
}

Fields fieldsDescribed(const std::string& audience)
{
    Fields fields;
    for (const auto& event : YAML::LoadFile(STARQUEUE_OPENAPI)["x-events"]) {
        std::set<std::string> audiences;
        for (const auto& one : event.second["audiences"])
            audiences.insert(one.as<std::string>());
        const auto name = event.first.as<std::string>();
        if (!audiences.contains(audience) || kNeverInAWalk.contains(name))
            continue;
        fields[name] = {"seq", "at"};
        for (const std::string& part : {std::string("everybody"), audience})
            for (const auto& field : event.second[part])
                if (name != "case_opened" || !kOfALateCase.contains(field.first.as<std::string>()))
                    fields[name].insert(field.first.as<std::string>());
    }
    return fields;
}

std::vector<Seen> allEvents(RunningHall& hall, const std::string& face)
{
    Follower follower = hall.follow(face, 0);
    follower.until("day_opened", [](const json& data) { return data.at("date") == "2099-01-01"; });
    return follower.seen();
}

void expectNothingPrivate(const std::string& text, const std::string& where)
{
    for (const char* word :
         {"\"stars\"", "\"why\"", "\"clerk\"", "\"identity\"", "\"customerRef\"", "\"keyContact\"",
          "\"statutory\"", "\"statutoryName\"", "\"score\"", "\"reason\"", "\"skipRating\"", "\"reference\""})
        EXPECT_EQ(text.find(word), std::string::npos) << word << " in " << where << ": " << text;
    for (const char* word : {kClerkWord, kReasonWord, kPhoneOfFive, kCaseNumber})
        EXPECT_EQ(text.find(word), std::string::npos) << word << " in " << where << ": " << text;
}

} // namespace

TEST(WholeDay, EveryCallWorksAndEveryEventBringsExactlyTheFieldsThatAreDescribed)
{
    RunningHall hall(hallOfFullDay());
    runFullDay(hall);
    EXPECT_EQ(fieldsSeen(allEvents(hall, "manager")), fieldsDescribed("staff"));
    EXPECT_EQ(fieldsSeen(allEvents(hall, "bridge")), fieldsDescribed("bridge"));
    EXPECT_EQ(fieldsSeen(allEvents(hall, "display")), fieldsDescribed("display"));
}

TEST(WholeDay, NoKioskAndNoDisplayEverHearsOfStarsReasonsClerksOrPersons)
{
    RunningHall hall(hallOfFullDay());
    runFullDay(hall);
    for (const std::string face : {"kiosk-1", "kiosk-2", "display"})
        for (const Seen& event : allEvents(hall, face))
            expectNothingPrivate(event.text, face + "'s events");
}

TEST(WholeDay, NoAnswerToAKioskOrADisplayTellsOfStarsReasonsClerksOrPersons)
{
    RunningHall hall;
    hall.open(1);
    Face& kiosk = hall.as("kiosk-1");
    const Said issued = kiosk.post(
        "/tickets", {{"service", "account"}, {"identity", {{"kind", "phone"}, {"value", kPhoneOfFive}}}});
    const std::string id = issued.body.at("id");
    hall.as("counter-1").post("/counters/1/next");
    expectNothingPrivate(issued.raw.body, "the issue");
    expectNothingPrivate(kiosk.get("/tickets/" + id).raw.body, "the ticket");
    for (const char* path : {"/board", "/services"}) {
        expectNothingPrivate(kiosk.get(path).raw.body, path);
        expectNothingPrivate(hall.as("display").get(path).raw.body, path);
    }
    expectNothingPrivate(kiosk.post("/tickets/" + id + "/cancel").raw.body, "the cancelled ticket");
}

TEST(WholeDay, ACustomerOfFiveStarsGetsTheSameAnswerAsSomebodyUnknown)
{
    RunningHall hall;
    Face& kiosk = hall.as("kiosk-1");
    const auto fieldsOf = [&](const char* phone) {
        const Said said = kiosk.post(
            "/tickets", {{"service", "account"}, {"identity", {{"kind", "phone"}, {"value", phone}}}});
        EXPECT_EQ(said.status, 201) << said.raw.body;
        std::set<std::string> fields;
        for (const auto& [field, value] : said.body.items())
            fields.insert(field);
        return fields;
    };
    EXPECT_EQ(fieldsOf(kPhoneOfFive), fieldsOf("13811111111"));
}

} // namespace starqueue::hall::test
