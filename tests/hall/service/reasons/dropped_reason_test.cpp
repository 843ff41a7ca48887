#include <hall/service/conversation.h>
#include <hall/service/one_thread_hall.h>

#include <hall/settings/default_hall.h>

#include <files/posix_files.h>

#include <gmock/gmock.h>

#include <filesystem>
#include <map>

namespace starqueue::hall::test {

namespace {

using namespace std::chrono_literals;
using nlohmann::json;
using testing::HasSubstr;
using testing::Not;

/// 23 November, ten in the morning in Shanghai.
constexpr Instant kAtTen = Instant{std::chrono::sys_days{std::chrono::year{2026} / 11 / 23}} + 2h;
constexpr const char* kDropped = "priority:1200";

/// The content of each file in `folder` by its name.
std::map<std::string, std::string> filesIn(const std::filesystem::path& folder)
{
    std::map<std::string, std::string> files;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder))
        if (entry.is_regular_file())
            files[std::filesystem::relative(entry.path(), folder).string()] =
                files::posix().read(entry.path()).value_or("");
    return files;
}

/// The default hall, which drops the reason of a priority once the visit is over.
class DroppedReasonInTheHall : public testing::Test
{
protected:
    void SetUp() override { said.post("counter-1", "/counters/1/open", {{"clerk", "17"}}); }

    json issue(const std::string& group)
    {
        return said.post("usher", "/tickets", {{"service", "account"}, {"statutory", group}});
    }
    json at(const std::string& command) { return said.post("counter-1", "/counters/1/" + command); }
    void serve()
    {
        at("next");
        at("start");
        at("finish");
    }
    std::string reasonOf(const json& ticket)
    {
        return said.get("usher", "/tickets/" + std::string(ticket.at("id"))).value("statutory", "");
    }
    /// All that staff are told of what has happened.
    std::string events() { return hall.ask(hall.connect(), "manager", "GET", "/events?after=0"); }
    /// The machine is off for that long, so that nobody need simulate each second.
    void skip(std::chrono::milliseconds time) { hall.reboot(time, 0ms); }

    OneThreadHall hall{kAtTen};
    Conversation said{hall};
};

/// The default hall, but for that it keeps the reason.
std::string keepingHall()
{
    std::string text{settings::defaultHall()};
    const std::string drops = "drop_reason = true";
    return text.replace(text.find(drops), drops.size(), "drop_reason = false");
}

/// All that a hall leaves on the disk in which somebody was served with a priority for `reason`, and another
/// one was cancelled.
std::map<std::string, std::string> leftByAVisit(const std::string& reason, const std::string& settings = {})
{
    OneThreadHall hall(kAtTen, settings);
    Conversation said(hall);
    const json wish{{"service", "account"}, {"statutory", reason}};
    said.post("counter-1", "/counters/1/open", {{"clerk", "17"}});
    said.post("usher", "/tickets", wish);
    const json other = said.post("usher", "/tickets", {{"service", "account"}});
    said.post("usher", "/tickets/" + std::string(other.at("id")) + "/statutory", {{"statutory", reason}});
    for (const char* step : {"next", "start", "finish"})
        said.post("counter-1", std::string("/counters/1/") + step);
    const std::string heldApart = filesIn(hall.folder())["keys/visit-reasons"];
    EXPECT_EQ(heldApart.find(reason) != std::string::npos, settings.empty());
    said.post("usher", "/tickets/" + std::string(other.at("id")) + "/cancel");
    hall.pass(15s);
    hall.stop();
    return filesIn(hall.folder());
}

} // namespace

TEST_F(DroppedReasonInTheHall, IsToldToStaffUntilTheVisitIsOverAndThenTheFactAlone)
{
    const json ticket = issue("elderly");
    EXPECT_EQ(ticket.at("statutory"), "elderly");
    EXPECT_EQ(ticket.at("statutoryName").at("en"), "Elderly person");
    const json called = at("next");
    EXPECT_EQ(called.at("statutory"), "elderly");
    at("start");
    EXPECT_EQ(at("finish").at("statutory"), "elderly");
    EXPECT_EQ(reasonOf(ticket), "elderly") << "the finish may be taken back yet";
    hall.pass(15s);
    const json after = said.get("usher", "/tickets/" + std::string(ticket.at("id")));
    EXPECT_EQ(after.at("statutory"), kDropped);
    EXPECT_EQ(after.at("statutoryName").at("en"), "Priority by law");
    EXPECT_EQ(after.at("why"), called.at("why"));
}

TEST_F(DroppedReasonInTheHall, IsInTheEventStreamAsLongAsTheVisitLasts)
{
    const auto follower = hall.connect();
    hall.ask(follower, "manager", "GET", "/events");
    const json ticket = issue("elderly");
    said.post("usher", "/tickets/" + std::string(ticket.at("id")) + "/statutory",
              {{"statutory", "disabled"}});
    hall.pass(100ms);
    const std::string live = follower->take();
    for (const std::string& told : {live, events()}) {
        EXPECT_THAT(told, HasSubstr(R"("statutory":"elderly")")) << "the line of the issue";
        EXPECT_THAT(told, HasSubstr(R"("statutory":"disabled")")) << "the later line";
        EXPECT_THAT(told, Not(HasSubstr(kDropped)));
    }
    serve();
    hall.pass(15s);
    EXPECT_THAT(events(), Not(HasSubstr(R"("statutory":"elderly")")));
    EXPECT_THAT(events(), Not(HasSubstr(R"("statutory":"disabled")")));
    EXPECT_THAT(events(), HasSubstr(std::string(R"("statutory":")") + kDropped));
}

TEST_F(DroppedReasonInTheHall, OutlivesARestart)
{
    const json ticket = issue("elderly");
    skip(20min);
    EXPECT_EQ(reasonOf(ticket), "elderly");
    EXPECT_THAT(events(), HasSubstr(R"("statutory":"elderly")"));
    said.post("usher", "/tickets/" + std::string(ticket.at("id")) + "/cancel");
    skip(20s);
    EXPECT_EQ(reasonOf(ticket), kDropped) << "a hall that was off erases it at its start";
}

TEST_F(DroppedReasonInTheHall, OfANoShowLastsUntilTheDayIsOver)
{
    const json ticket = issue("elderly");
    at("next");
    hall.pass(21s);
    at("no-show");
    skip(1h);
    EXPECT_EQ(reasonOf(ticket), "elderly");
    EXPECT_EQ(said.post("usher", "/tickets/" + std::string(ticket.at("id")) + "/requeue").at("statutory"),
              "elderly");
}

TEST_F(DroppedReasonInTheHall, ComesBackWithADayThatIsTakenBack)
{
    const json ticket = issue("elderly");
    const json closed = said.post("duty-manager", "/day/close");
    EXPECT_EQ(said.stateOf(ticket), "unserved");
    hall.pass(1min);
    EXPECT_EQ(reasonOf(ticket), "elderly");
    said.post("duty-manager", "/undo", {{"event", closed.at("undo").at("event")}});
    EXPECT_EQ(said.stateOf(ticket), "waiting");
    EXPECT_EQ(reasonOf(ticket), "elderly");
    said.post("duty-manager", "/day/close");
    skip(11min);
    EXPECT_EQ(reasonOf(ticket), kDropped);
}

TEST_F(DroppedReasonInTheHall, GoesWithACustomerIntoTheNextDay)
{
    const json ticket = issue("elderly");
    at("next");
    at("start");
    skip(24h);
    ASSERT_EQ(said.stateOf(ticket), "serving");
    EXPECT_EQ(reasonOf(ticket), "elderly");
    at("finish");
    hall.pass(15s);
    EXPECT_EQ(reasonOf(ticket), kDropped);
}

TEST_F(DroppedReasonInTheHall, IsGrantedByTheBoardsNamesAlone)
{
    for (const json& group : said.board().at("groups"))
        EXPECT_THAT(std::string(group.at("id")), Not(HasSubstr(":")));
    EXPECT_EQ(issue(kDropped).value("code", ""), "bad_field");
}

TEST_F(DroppedReasonInTheHall, IsInNoHashOfARequest)
{
    const auto post = [this](const std::string& group) {
        const json body{{"requestId", "00000000-0000-4000-8000-00000000abcd"},
                        {"service", "account"},
                        {"statutory", group}};
        const std::string answer = hall.ask(hall.connect(), "usher", "POST", "/tickets", body.dump());
        return json::parse(answer.substr(answer.find("\r\n\r\n") + 4));
    };
    const json first = post("elderly");
    EXPECT_EQ(post("disabled").at("id"), first.at("id")) << "else the hash would tell them apart";
    EXPECT_EQ(post("none").value("code", ""), "request_id_reused") << "that there is one isn't hidden";
}

TEST(DroppedReason, LeavesTheSameBytesOnTheDiskWhateverItWas)
{
    const auto once = leftByAVisit("elderly");
    ASSERT_EQ(leftByAVisit("elderly"), once) << "chance differs: this test proves nothing";
    EXPECT_EQ(leftByAVisit("pregnant"), once);
    EXPECT_NE(leftByAVisit("elderly", keepingHall()), leftByAVisit("pregnant", keepingHall()))
        << "it would be seen";
    EXPECT_FALSE(once.contains("keys/visit-reasons"));
    EXPECT_THAT(once.at("hall.db"), HasSubstr(kDropped));
}

TEST(DroppedReason, IsKeptByAHallThatDoesntDropIt)
{
    OneThreadHall hall(kAtTen, keepingHall());
    Conversation said(hall);
    const json ticket = said.post("usher", "/tickets", {{"service", "account"}, {"statutory", "elderly"}});
    said.post("usher", "/tickets/" + std::string(ticket.at("id")) + "/cancel");
    hall.reboot(20min, 0ms);
    EXPECT_EQ(said.get("usher", "/tickets/" + std::string(ticket.at("id"))).at("statutory"), "elderly");
    EXPECT_FALSE(filesIn(hall.folder()).contains("keys/visit-reasons"));
}

} // namespace starqueue::hall::test
