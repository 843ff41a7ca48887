#include <hall/settings/edited_hall.h>

#include <gmock/gmock.h>

#include <cstring>
#include <filesystem>
#include <fstream>

using namespace starqueue;
using namespace starqueue::settings;
using namespace starqueue::settings::test;
using testing::HasSubstr;

namespace {

/// The one problem that the changed hall must have.
formats::SettingProblem onlyProblem(const std::string& from, const std::string& to)
{
    const formats::SettingProblems problems = refused(edited(from, to));
    EXPECT_EQ(problems.size(), 1U) << errorMessage(problems);
    return problems.empty() ? formats::SettingProblem{} : problems.front();
}

struct Wrong
{
    const char* from;
    const char* to;
    const char* key;
    const char* value;
};

class WrongValue : public testing::TestWithParam<Wrong>
{};

} // namespace

TEST_P(WrongValue, IsNamedWithFileLineKeyAndValue)
{
    const std::string text = edited(GetParam().from, GetParam().to);
    const formats::SettingProblem problem = onlyProblem(GetParam().from, GetParam().to);
    EXPECT_EQ(problem.file, "hall.toml");
    EXPECT_EQ(problem.line, lineOf(text, GetParam().to)) << errorMessage(problem);
    EXPECT_EQ(problem.key, GetParam().key);
    EXPECT_EQ(problem.value, GetParam().value);
    EXPECT_FALSE(problem.advice.empty());
}

INSTANTIATE_TEST_SUITE_P(
    Settings, WrongValue,
    testing::Values(
        Wrong{"minutes = 25\n", "minutes = 2500\n", "guard.minutes", "2500"},
        Wrong{"minutes = 25\n", "minutes = \"25\"\n", "guard.minutes", "'25'"},
        Wrong{"day_starts = \"05:00\"", "day_starts = \"5 am\"", "hall.day_starts", "'5 am'"},
        Wrong{"time_zone = \"Asia/Shanghai\"", "time_zone = \"Asia/Nowhere\"", "hall.time_zone",
              "'Asia/Nowhere'"},
        Wrong{"# public_url = \"https://", "public_url = \"ftp://", "hall.public_url",
              "'ftp://q.example.com'"},
        Wrong{"discipline = \"head-start\"", "discipline = \"lifo\"", "hall.discipline", "'lifo'"},
        Wrong{"granted = [\"usher\"]", "granted = [\"porter\"]", R"(statutory_group "disabled".granted)",
              "[ 'porter' ]"},
        Wrong{"granted = [\"usher\"]", "granted = []", R"(statutory_group "disabled".granted)", "[]"},
        Wrong{"id = \"elderly\"", "id = \"none\"", R"(statutory_group "none".id)", "'none'"},
        Wrong{"drop_reason = true", "granted = \"usher\"", "statutory.granted", "'usher'"},
        Wrong{"drop_reason = true", "drop_reason = 1", "statutory.drop_reason", "1"},
        Wrong{"window_seconds = 30", "window_seconds = 1", "rating.window_seconds", "1"},
        Wrong{"late_days = 0", "late_days = 61", "rating.late_days", "61"},
        Wrong{"labels = \"telecom\"", "export_default = 6", "rating.export_default", "6"},
        Wrong{"# A hall", "webhook = { url = \"ftp://a\", secret_file = \"s\" } #", "webhook.url",
              "'ftp://a'"},
        Wrong{"# A hall", "webhook = { url = \"https://me:word@a\", secret_file = \"s\" } #", "webhook.url",
              "'https://me:word@a'"},
        Wrong{"# A hall", "webhook = { url = \"https://\", secret_file = \"s\" } #", "webhook.url",
              "'https://'"},
        Wrong{"# A hall", "webhook.url = \"https://a.example/queue\" #", "webhook.secret_file", ""},
        Wrong{"prefix = \"A\"", "prefix = \"a\"", R"(service "account".prefix)", "'a'"},
        Wrong{"id = \"hall-1\"", "id = \"hall 1\"", "hall.id", "'hall 1'"},
        Wrong{"stars = 6", "stars = 8", "tier[0].stars", "8"},
        Wrong{"key_contacts = true", "key_contacts = 1", "tier[0].key_contacts", "1"},
        Wrong{"dedicated_to_stars = 5", "dedicated_to_stars = 0", R"(counter "6".dedicated_to_stars)", "0"},
        Wrong{"# after_recalls = 3 ", "after_recalls = 0 ", "no_show.after_recalls", "0"},
        Wrong{"# A hall", "issue.most_per_identity = -1 #", "issue.most_per_identity", "-1"},
        Wrong{"# A hall", "issue.most_per_kiosk_minute = 0 #", "issue.most_per_kiosk_minute", "0"},
        Wrong{"# daily_tickets = 200", "last_ticket_minutes = 5 #",
              R"(service "account".last_ticket_minutes)", "5"},
        Wrong{"# daily_tickets = 200", "daily_tickets = 0", R"(service "account".daily_tickets)", "0"},
        Wrong{"earliest_seconds = 20", "earliest_seconds = -1", "no_show.earliest_seconds", "-1"},
        Wrong{"max_requeues = 3", "max_requeues = 2.5", "no_show.max_requeues", "2.5"},
        Wrong{"address = \"127.0.0.1:8470\"", "address = \"localhost\"", "listen.address", "'localhost'"},
        Wrong{"# in_clear = [\"address\"]", "in_clear = [\"adress\"]", "listen.in_clear", "[ 'adress' ]"},
        Wrong{"clerk_login = \"token\"", "clerk_login = \"none\"", "security.clerk_login", "'none'"}));

TEST(SettingProblems, OfAnUnknownKeyNameTheNearestKnownOne)
{
    const formats::SettingProblem problem = onlyProblem("day_starts = ", "day_start = ");
    EXPECT_EQ(problem.key, "hall.day_start");
    EXPECT_THAT(problem.advice, HasSubstr("\"day_starts\""));
}

TEST(SettingProblems, OfAnUnknownSectionNameTheNearestKnownOne)
{
    const formats::SettingProblem problem = onlyProblem("[rating]", "[ratings]");
    EXPECT_EQ(problem.key, "ratings");
    EXPECT_THAT(problem.advice, HasSubstr("\"rating\""));
}

TEST(SettingProblems, OfAMissingKeyNameThePlaceWhereItBelongs)
{
    const std::string text = edited("id = \"hall-1\"", "");
    const formats::SettingProblems problems = refused(text);
    ASSERT_EQ(problems.size(), 1U) << errorMessage(problems);
    EXPECT_EQ(problems[0].key, "hall.id");
    EXPECT_EQ(problems[0].line, lineOf(text, "[hall]"));
}

TEST(SettingProblems, OfACounterNameTheServiceThatDoesNotExist)
{
    const formats::SettingProblem problem =
        onlyProblem("services = [\"account\", ", "services = [\"acount\", ");
    EXPECT_EQ(problem.key, R"(counter "1".services)");
    EXPECT_THAT(problem.advice, HasSubstr("\"acount\""));
}

TEST(SettingProblems, OfRulesThatCannotKeepTheBoundNameTheBoundsLine)
{
    const std::string text = edited("bound_minutes = 25", "bound_minutes = 10");
    const formats::SettingProblems problems = refused(text);
    ASSERT_FALSE(problems.empty());
    EXPECT_EQ(problems[0].key, "fairness.bound_minutes");
    EXPECT_EQ(problems[0].value, "10");
    EXPECT_EQ(problems[0].line, lineOf(text, "bound_minutes = 10"));
}

TEST(SettingProblems, OfATierWithoutTheShareThatTheDisciplineNeedsNameTheTier)
{
    const auto check = [](const char* discipline, const char* share, const char* key) {
        std::string text = edited("\"head-start\"         #", std::string{"\""} + discipline + "\" #");
        text.replace(text.find(share), std::strlen(share), "");
        const formats::SettingProblems problems = refused(text);
        ASSERT_EQ(problems.size(), 1U) << errorMessage(problems);
        EXPECT_EQ(problems[0].key, key);
        EXPECT_EQ(problems[0].line, lineOf(text, "stars = 5") - 1) << "its [[tier]]";
    };
    check("accumulating", "rate = 6\n", "tier[1].rate");
    check("weighted", "weight = 3\n", "tier[1].weight");
    EXPECT_TRUE(refused(edited("rate = 6\n", "")).empty()) << "head-start needs none";
}

TEST(SettingProblems, OfACounterNameTheTierThatDoesNotExist)
{
    const formats::SettingProblem problem =
        onlyProblem("dedicated_to_stars = 5", "tiers = [5, 3]\ndedicated_to_stars = 5");
    EXPECT_EQ(problem.key, R"(counter "6".tiers)");
    EXPECT_THAT(problem.advice, HasSubstr("3"));
}

TEST(SettingProblems, OfAPrefixTakenTwiceNameTheSecond)
{
    const std::string text = edited("prefix = \"B\"", "prefix = \"A\" # again");
    const formats::SettingProblems problems = refused(text);
    ASSERT_FALSE(problems.empty());
    EXPECT_EQ(problems[0].line, lineOf(text, "prefix = \"A\" # again")) << errorMessage(problems);
    EXPECT_THAT(problems[0].advice, HasSubstr("service \"account\"")) << "the first";
}

TEST(SettingProblems, OfTiersOutOfOrderAreFound)
{
    EXPECT_FALSE(refused(edited("stars = 5\ntarget", "stars = 7\ntarget")).empty());
    EXPECT_FALSE(refused(edited("stars = 0\n", "stars = 1\n")).empty());
}

TEST(SettingProblems, AreToldAllAtOnce)
{
    std::string text = edited("minutes = 25\n", "minutes = 0\n");
    text.replace(text.find("window_seconds = 30"), 19, "window_seconds = 0 ");
    EXPECT_EQ(refused(text).size(), 2U);
}

TEST(SettingProblems, OfAFileThatIsNotTomlNameTheLine)
{
    const formats::SettingProblems problems = refused("[hall]\nid = hall-1\n");
    ASSERT_EQ(problems.size(), 1U);
    EXPECT_EQ(problems[0].line, 2);
}

TEST(SettingProblems, OfAMissingFileNameIt)
{
    const auto settings = readHallSettings("/nowhere/hall.toml");
    ASSERT_FALSE(settings);
    EXPECT_THAT(errorMessage(settings.error()), HasSubstr("/nowhere/hall.toml: can't be read"));
}

TEST(SettingProblems, OfAnEmptyFileAndOfAFolderSayWhatItIs)
{
    const auto folder = std::filesystem::temp_directory_path() / "starqueue-settings-empty";
    std::filesystem::create_directories(folder);
    std::ofstream(folder / "hall.toml") << "\n";
    EXPECT_THAT(errorMessage(readHallSettings(folder).error()), HasSubstr("is a folder"));
    EXPECT_THAT(errorMessage(readHallSettings(folder / "hall.toml").error()), HasSubstr("is empty"));
    std::filesystem::remove_all(folder);
}

TEST(SettingProblems, OfACounterWithOneUnknownServiceAreOneLine)
{
    std::string text = edited("services = [\"account\", ", "services = [\"acount\"] # ");
    EXPECT_EQ(refused(text).size(), 1U) << errorMessage(refused(text));
    text = edited("services = [\"account\", ", "services = \"account\" # ");
    EXPECT_EQ(refused(text).size(), 1U) << errorMessage(refused(text));
}

TEST(SettingProblems, OfAHallWithoutServicesOrTiersSayThatFirstAndNotOnceACounter)
{
    for (const std::string list : {"service", "tier"}) {
        std::string text{defaultHall()};
        const std::string head = "[[" + list + "]]";
        const std::size_t first = text.find(head);
        text.erase(first, text.find(list == "tier" ? "[[counter]]" : "[[tier]]") - first);
        const formats::SettingProblems problems = refused(text);
        ASSERT_EQ(problems.size(), 1U) << errorMessage(problems);
        EXPECT_THAT(errorMessage(problems), HasSubstr("at least one " + head));
    }
}

TEST(SettingProblems, ReadAsOneLineWithAllThatIsNeeded)
{
    EXPECT_EQ(errorMessage(formats::SettingProblem{"hall.toml", 12, "guard.minutes", "2500", "must be less"}),
              "hall.toml:12: guard.minutes = 2500: must be less");
}

TEST(SettingProblems, NeverThrowWhereverTheFileIsCutOff)
{
    const std::string text{defaultHall()};
    for (std::size_t length = 0; length < text.size(); length += 7)
        EXPECT_NO_THROW((void)parseHallSettings(std::string_view{text}.substr(0, length), "hall.toml"));
}
