#include <hall/api/support/running_hall.h>
#include <hall/service/webhook/receiver.h>
#include <hall/settings/edited_hall.h>

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>

namespace starqueue::hall::test {

namespace {

using namespace std::chrono_literals;

constexpr auto kSecret = "a secret of more than sixteen";

std::string settingsTo(const std::string& url, const std::string& rating = {})
{
    return settings::test::edited("late_days = 0", "late_days = 3\n" + rating + "[webhook]\nurl = \"" + url +
                                                       "\"\nsecret_file = \"webhook.secret\"");
}

class Webhooks : public testing::Test
{
protected:
    Webhooks()
    {
        const auto file = hall.folder().path() / "webhook.secret";
        std::ofstream(file) << kSecret << '\n';
        std::filesystem::permissions(file, std::filesystem::perms::owner_read);
        hall.reload(settingsTo(receiver.url()));
        hall.open(1);
    }

    /// Serves a customer of kiosk 1 at counter 1; the path of the ticket's page.
    std::string serve(json finish = json::object(), json ticket = json::object())
    {
        const std::string url = hall.issueAtKiosk("account", std::move(ticket)).at("statusUrl");
        Face& clerk = hall.as("counter-1");
        EXPECT_EQ(clerk.post("/counters/1/next").status, 200);
        clerk.post("/counters/1/start");
        EXPECT_EQ(clerk.post("/counters/1/finish", std::move(finish)).status, 200);
        return url.substr(url.find("/t/"));
    }
    void press(int score)
    {
        const json session = hall.as("bridge").get("/rating-sessions?open").body.at(0);
        const json by{{"uid", "0001A2B3"}, {"epoch", 1}, {"seq", ++m_presses}, {"pressedAt", hall.elapsed()}};
        EXPECT_EQ(hall.as("bridge")
                      .post("/tickets/" + std::string(session.at("ticket")) + "/rating",
                            {{"session", session.at("session")}, {"score", score}, {"press", by}})
                      .status,
                  201);
    }
    json stateNow() { return call(hall.port(), "GET", "/healthz").body.at("webhook"); }
    /// Asks for the state until that is in it.
    json stateWhere(const char* key, const std::string& value)
    {
        json state = stateNow();
        for (int asked = 0; asked < 20'000 && state.at(key) != value; ++asked)
            state = stateNow();
        EXPECT_EQ(state.at(key), value);
        return state;
    }
    json stateOf(const std::string& word) { return stateWhere("state", word); }

    static std::vector<std::string> numbersIn(const std::vector<Receiver::Got>& all)
    {
        std::vector<std::string> numbers;
        for (const Receiver::Got& got : all)
            numbers.push_back(got.document().at("visit").at("number"));
        return numbers;
    }

    TestClock clock{kMonday};
    Receiver receiver;
    RunningHall hall{{}, clock.journalClock()};

private:
    int m_presses = 0;
};

using Numbers = std::vector<std::string>;

} // namespace

TEST_F(Webhooks, TellEachServiceAndItsRatingInOrderAndSigned)
{
    serve({{"reference", {{"case", "2026-117"}, {"item", "JY01"}}}});
    press(2);
    const auto got = receiver.waitFor(2);
    const json finished = got[0].document();
    const json rated = got[1].document();
    EXPECT_EQ(finished.at("event"), "service_finished");
    EXPECT_EQ(rated.at("event"), "service_rated");
    EXPECT_EQ(finished.at("visit").at("score"), nullptr);
    EXPECT_EQ(rated.at("visit").at("score"), 2);
    EXPECT_EQ(rated.at("visit").at("ratedBy"), "panel");
    for (const auto& one : got) {
        EXPECT_EQ(one.signature, signatureOf(one.body, kSecret));
        EXPECT_EQ(one.event, one.document().at("id"));
        EXPECT_EQ(one.document().at("visit").at("case"), "2026-117");
        EXPECT_EQ(one.document().at("visit").at("item"), "JY01");
        EXPECT_EQ(one.document().at("visit").at("clerk"), "clerk-1");
        EXPECT_EQ(one.document().at("visit").at("counter"), "1");
        EXPECT_FALSE(one.document().at("visit").contains("regulatorScore"));
    }
    const std::string life = hall.as("manager").get("/hall").body.at("life");
    EXPECT_EQ(got[0].event.substr(0, life.size() + 1), life + "-");
    EXPECT_EQ(stateWhere("lastDelivered", got[1].event).at("state"), "delivered");
}

TEST_F(Webhooks, TellWhyAVisitWasRatedSo)
{
    hall.reload(settingsTo(receiver.url(),
                           "reasons = [{ id = \"wait\", name = { zh = \"等候\", en = \"Wait\" } }]\n"));
    const std::string ticket = serve({{"reference", {{"case", "2026-117"}, {"item", "JY01"}}}});
    press(2);
    EXPECT_EQ(call(hall.port(), "POST", ticket + "/rating/reasons",
                   json{{"requestId", newRequestId()}, {"reasons", {"wait"}}}.dump())
                  .status,
              200);
    const json told = receiver.waitFor(3)[2].document();
    EXPECT_EQ(told.at("event"), "rating_explained");
    const json& visit = told.at("visit");
    EXPECT_EQ(visit.at("reasons"), (json{"wait"}));
    EXPECT_EQ(visit.at("score"), 2);
    EXPECT_EQ(visit.at("number"), "A001");
    EXPECT_EQ(visit.at("case"), "2026-117");
    EXPECT_EQ(visit.at("counter"), "1");
    EXPECT_EQ(visit.at("clerk"), "clerk-1");
    EXPECT_EQ(visit.at("finishedAt"), "2026-11-23T02:00:00.000Z");
}

TEST_F(Webhooks, AreSentAgainUntilTheyAreTakenAndTheNextOnesWait)
{
    receiver.answerWith(500);
    serve();
    serve();
    receiver.waitFor(2); // the first one, twice
    const json waiting = stateOf("waiting");
    EXPECT_EQ(waiting.at("lastError"), "the receiver answered 500");
    EXPECT_EQ(waiting.at("waitingSince"), "2026-11-23T02:00:00.000Z");
    receiver.answerWith(204);
    EXPECT_EQ(numbersIn(receiver.waitForTaken(2)), (Numbers{"A001", "A002"}));
    const auto all = receiver.waitFor(4);
    EXPECT_EQ(all[0].event, all[1].event) << "the idempotency key";
    EXPECT_EQ(stateOf("delivered").at("lastError"), nullptr);
}

TEST_F(Webhooks, LoseNothingOverARestartWhileTheReceiverIsDown)
{
    serve();
    receiver.waitForTaken(1);
    receiver.end();
    serve();
    serve();
    stateOf("waiting");
    hall.stop();
    hall.start();
    serve();
    receiver.begin();
    const auto taken = receiver.waitForTaken(4);
    EXPECT_EQ(numbersIn(taken), (Numbers{"A001", "A002", "A003", "A004"}));
}

TEST_F(Webhooks, TellARatingFromThePhoneOnALaterDay)
{
    const std::string page = serve({{"reference", {{"case", "2026-117"}}}});
    Follower follower = hall.follow("manager", hall.seq());
    clock.pass(26h);
    follower.until("day_opened");
    const json command{{"requestId", newRequestId()}, {"score", 1}};
    EXPECT_EQ(call(hall.port(), "POST", page + "/rating", command.dump()).status, 200);
    const json visit = receiver.waitForTaken(2)[1].document().at("visit");
    EXPECT_EQ(visit.at("number"), "A001");
    EXPECT_EQ(visit.at("date"), "2026-11-23");
    EXPECT_EQ(visit.at("score"), 1);
    EXPECT_EQ(visit.at("ratedBy"), "phone");
    EXPECT_EQ(visit.at("case"), "2026-117");
}

TEST_F(Webhooks, GoWhereTheSettingsSayFromAReloadOn)
{
    serve();
    receiver.waitForTaken(1);
    Receiver other;
    hall.reload(settingsTo(other.url()));
    serve();
    EXPECT_EQ(numbersIn(other.waitForTaken(1)), (Numbers{"A002"}));
    hall.reload({settings::test::edited("late_days = 0", "late_days = 3")});
    stateOf("off");
    serve();
    hall.reload(settingsTo(other.url()));
    serve();
    EXPECT_EQ(numbersIn(other.waitForTaken(2)), (Numbers{"A002", "A004"})) << "what wasn't wanted isn't owed";
    EXPECT_EQ(receiver.waitFor(1).size(), 1U);
}

TEST_F(Webhooks, HoldNothingOfThePerson)
{
    serve({}, {{"identity", {{"kind", "phone"}, {"value", "13900000005"}}}});
    press(5);
    for (const auto& one : receiver.waitForTaken(2))
        for (const char* word : {"139000", "stars", "customer", "secret", "statutory", "label", "tier"})
            EXPECT_EQ(one.body.find(word), std::string::npos) << word;
}

TEST(WebhookSecret, IsNeededAndTheServicesAlone)
{
    const HallFolder folder;
    const auto config = folder.path() / "hall.toml";
    std::ofstream(config) << settingsTo("https://cases.example.org/queue");
    const auto adviceNow = [&config] {
        const auto read = settings::readServiceSettings(config);
        return read ? std::string{} : formats::errorMessage(read.error());
    };
    const std::string line = ':' + std::to_string(settings::test::lineOf(settingsTo("x"), "secret_file")) +
                             ": webhook.secret_file";
    EXPECT_NE(adviceNow().find(line), std::string::npos) << adviceNow();
    std::ofstream(folder.path() / "webhook.secret") << "0123456789abcdef\n";
    std::filesystem::permissions(folder.path() / "webhook.secret", std::filesystem::perms{0640});
    EXPECT_NE(adviceNow().find("chmod 600"), std::string::npos) << adviceNow();
    std::filesystem::permissions(folder.path() / "webhook.secret", std::filesystem::perms{0600});
    EXPECT_EQ(settings::readServiceSettings(config)->webhook.secret, "0123456789abcdef");
    std::ofstream(folder.path() / "webhook.secret") << "short\n";
    EXPECT_NE(adviceNow().find("too short"), std::string::npos) << adviceNow();
}

TEST_F(Webhooks, TellByWhenACaseIsDueWhereTheHallHasDeadlines)
{
    hall.reload(settingsTo(receiver.url()) +
                "\n[cases]\ncontact_working_days = 1\nclose_working_days = 15\n");
    serve();
    press(1);
    const auto got = receiver.waitFor(3);
    EXPECT_EQ(got[1].document().at("event"), "service_rated");
    EXPECT_EQ(got[1].document().at("visit").at("contactDueOn"), nullptr) << "no case yet";
    const json opened = got[2].document();
    EXPECT_EQ(opened.at("event"), "case_opened");
    EXPECT_EQ(opened.at("visit").at("number"), got[1].document().at("visit").at("number"));
    EXPECT_EQ(opened.at("visit").at("score"), 1);
    EXPECT_EQ(opened.at("visit").at("contactDueOn"), "2026-11-24");
    EXPECT_EQ(opened.at("visit").at("mendedDueOn"), "2026-12-14");
    EXPECT_EQ(opened.at("visit").at("dueIsProvisional"), true);
}

} // namespace starqueue::hall::test
