#include <cli/command_line.h>

#include <cli/data/holiday_calendar.h>
#include <hall/settings/hall_settings.h>

#include <gmock/gmock.h>

#include <regex>

using namespace starqueue;
using namespace starqueue::cli;
using testing::HasSubstr;
using testing::Not;

namespace {

constexpr const char* kYear = R"({"year": 2026, "papers": [], "days": [
  {"name": "国庆节", "date": "2026-10-01", "isOffDay": true},
  {"name": "国庆节", "date": "2026-10-10", "isOffDay": false},
  {"name": "元旦", "date": "2026-01-04", "isOffDay": false}]})";

class CalendarImport : public test::CommandLine
{
protected:
    void SetUp() override
    {
        CommandLine::SetUp();
        makeHall();
        std::string text = settings();
        text.replace(text.find("path = []"), 9,
                     "path = []\nopens = { mon-thu = [\"09:00-17:00\"], fri = [\"09:00-16:00\"] }");
        std::ofstream(m_hall / "hall.toml") << text;
    }
    [[nodiscard]] std::string settings() const { return read(m_hall / "hall.toml"); }
    ExitStatus import(const std::string& json, const std::vector<std::string>& more = {})
    {
        std::ofstream(m_scratch / "2026.json") << json;
        std::vector<std::string> line{"calendar", "import", (m_scratch / "2026.json").string(), "--data",
                                      m_hall.string()};
        line.insert(line.end(), more.begin(), more.end());
        m_out.clear();
        m_err.clear();
        return run(line);
    }
    [[nodiscard]] settings::OpeningHours hours() const
    {
        return settings::readHallSettings(m_hall / "hall.toml").value().opens;
    }
};

constexpr Date october(unsigned day)
{
    return Date{std::chrono::year{2026}, std::chrono::October, std::chrono::day{day}};
}

} // namespace

TEST_F(CalendarImport, WritesHolidaysAndWorkedWeekendsAndChangesNothingElse)
{
    const std::string before = settings();
    ASSERT_EQ(import(kYear), ExitStatus::Well) << m_err;
    EXPECT_THAT(m_out, HasSubstr("2026: 1 days off, 2 worked at a weekend"));
    EXPECT_TRUE(settings().starts_with(before));
    EXPECT_TRUE(spansOn(hours(), october(1)).empty());
    EXPECT_EQ(dayKindOf(hours(), october(10)), queue::DayKind::Fri);
    EXPECT_EQ(dayKindOf(hours(), Date{std::chrono::year{2026}, std::chrono::January, std::chrono::day{4}}),
              queue::DayKind::Mon);
}

TEST_F(CalendarImport, OnceMoreReplacesItsOwnBlockAlone)
{
    ASSERT_EQ(import(kYear), ExitStatus::Well);
    const std::string once = settings();
    std::ofstream(m_hall / "hall.toml", std::ios::app) << "# a line of the technician\n";
    ASSERT_EQ(import(kYear), ExitStatus::Well);
    EXPECT_THAT(settings(), HasSubstr("# a line of the technician"));
    ASSERT_EQ(import(R"({"year": 2026, "days": [{"name": "x", "date": "2026-10-02", "isOffDay": true}]})"),
              ExitStatus::Well);
    EXPECT_THAT(settings(), Not(HasSubstr("2026-10-10")));
    EXPECT_THAT(settings(), HasSubstr("2026-10-02"));
}

TEST_F(CalendarImport, KeepsTheLineEndsOfAFileFromWindows)
{
    std::vector<Date> left;
    const PublicYear year{2026, {{Date{std::chrono::year{2026} / 1 / 1}, "元旦", false}}};
    const std::string plain = "name = \"hall\"\nid = \"h\"\n";
    const std::string windows = "name = \"hall\"\r\nid = \"h\"\r\n";
    std::string expected = withCalendar(plain, year, left);
    for (std::size_t at = expected.find('\n'); at != std::string::npos; at = expected.find('\n', at + 2))
        expected.insert(at, "\r");
    EXPECT_EQ(withCalendar(windows, year, left), expected);
    EXPECT_EQ(withCalendar(expected, year, left), expected) << "its own block is found again";
}

TEST_F(CalendarImport, LeavesADateThatTheFileNamesItself)
{
    std::ofstream(m_hall / "hall.toml", std::ios::app) << "[[calendar]]\ndate = \"2026-10-10\"\nopens = []\n";
    ASSERT_EQ(import(kYear), ExitStatus::Well) << m_err;
    EXPECT_THAT(m_out, HasSubstr("hall.toml names itself 2026-10-10"));
    EXPECT_TRUE(spansOn(hours(), october(10)).empty());
}

TEST_F(CalendarImport, WritesADateOfWhichTheFileNamesServicesAlone)
{
    std::ofstream(m_hall / "hall.toml", std::ios::app)
        << "[[calendar]]\ndate = \"2026-10-10\"\nservices = { sim = [\"09:00-10:00\"] }\n";
    ASSERT_EQ(import(kYear), ExitStatus::Well) << m_err;
    EXPECT_FALSE(spansOn(hours(), october(10)).empty()) << "a worked Saturday";
}

/// As in the lists of 2019 and 2023.
TEST_F(CalendarImport, TakesTheDaysOfDecemberThatGoWithNewYear)
{
    ASSERT_EQ(import(R"({"year": 2026, "days": [{"name": "元旦", "date": "2025-12-28", "isOffDay": false},
                                                {"name": "元旦", "date": "2025-12-31", "isOffDay": true},
                                                {"name": "元旦", "date": "2026-01-01", "isOffDay": true}]})"),
              ExitStatus::Well)
        << m_err;
    const auto december = [](unsigned day) {
        return Date{std::chrono::year{2025}, std::chrono::December, std::chrono::day{day}};
    };
    EXPECT_FALSE(spansOn(hours(), december(28)).empty()) << "a worked Sunday";
    EXPECT_TRUE(spansOn(hours(), december(31)).empty());
}

TEST_F(CalendarImport, ADryRunAndWhatDoesntFitChangeNothing)
{
    const std::string before = settings();
    EXPECT_EQ(import(kYear, {"--dry-run"}), ExitStatus::Well);
    for (const char* wrong :
         {"", "[]", "{", R"({"year": 2026})", R"({"year": 2027, "days": []})",
          R"({"year": 2026, "days": [{"name": "x", "date": "2025-11-30", "isOffDay": true}]})",
          R"({"year": 2026, "days": [{"name": "x", "date": "1 May", "isOffDay": true}]})",
          R"({"year": 2026, "days": [{"name": "x", "date": "2026-05-01"}]})",
          R"({"year": 2026, "days": [{"name": "x", "date": "2026-05-01", "isOffDay": true},
                                     {"name": "x", "date": "2026-05-01", "isOffDay": true}]})"}) {
        EXPECT_EQ(import(wrong), ExitStatus::Failed) << wrong;
        EXPECT_FALSE(m_err.empty());
    }
    EXPECT_EQ(settings(), before);
}

TEST_F(CalendarImport, ANameCantBreakTheFile)
{
    ASSERT_EQ(
        import(
            R"({"year": 2026, "days": [{"name": "a\nid = 1\u0000", "date": "2026-10-02", "isOffDay": true}]})"),
        ExitStatus::Well)
        << m_err;
    EXPECT_EQ(dayKindOf(hours(), october(2)), queue::DayKind::Holiday);
}

TEST_F(CalendarImport, DoctorSaysInNovemberThatNextYearIsMissing)
{
    ASSERT_EQ(import(kYear), ExitStatus::Well);
    m_out.clear();
    run({"doctor", "--data", m_hall.string()});
    EXPECT_THAT(m_out, HasSubstr("no public day of ")) << "the clock of these tests is past 2026's October";
}

TEST_F(CalendarImport, AListSaysWhichDatesAreWorkingDays)
{
    ASSERT_EQ(import(kYear), ExitStatus::Well) << m_err;
    const auto list = [&](const std::string& from, const std::string& to) {
        m_out.clear();
        EXPECT_EQ(run({"calendar", "list", "--data", m_hall.string(), "--from", from, "--to", to}),
                  ExitStatus::Well)
            << m_err;
        return std::regex_replace(m_out, std::regex{" +"}, " ");
    };
    const std::string october = list("2026-09-30", "2026-10-13");
    EXPECT_THAT(october, HasSubstr("2026-10-01 thu holidays off closed known\n"));
    EXPECT_THAT(october, HasSubstr("2026-10-10 sat fri working 09:00-16:00 known\n"));
    EXPECT_THAT(october, HasSubstr("2026-10-11 sun sun off closed known\n"));
    EXPECT_THAT(october, HasSubstr("\n9 working days.\n"))
        << "of nine weekdays one is off, and a Saturday is worked";
    const std::string january = list("2026-12-31", "2027-01-02");
    EXPECT_THAT(january, HasSubstr("2027-01-01 fri fri working 09:00-16:00 missing\n"));
    EXPECT_THAT(january, HasSubstr("2 working days; not certain"));
}
