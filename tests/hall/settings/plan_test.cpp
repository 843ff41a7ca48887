#include <hall/settings/edited_hall.h>

#include <gmock/gmock.h>

using namespace starqueue;
using namespace starqueue::settings;
using namespace starqueue::settings::test;
using queue::PlannedSpan;
using testing::HasSubstr;
using testing::IsEmpty;

namespace {

std::string planned(const std::string& days, const std::string& spans)
{
    return "\n[[plan]]\ndays = \"" + days + "\"\nspans = { " + spans + " }\n";
}

std::string hallWithPlan(const std::string& plan)
{
    return std::string(defaultHall()) + plan;
}

/// The one problem of a hall with that plan, which is at `line` of the hall's text.
void expectRefused(const std::string& plan, const std::string& at, const std::string& advice)
{
    const std::string text = hallWithPlan(plan);
    const auto problems = refused(text);
    ASSERT_EQ(problems.size(), 1U) << errorMessage(problems);
    EXPECT_EQ(problems[0].line, 1 + lineOf(text, "\n" + at)); // not a comment
    EXPECT_THAT(problems[0].advice, HasSubstr(advice));
}

} // namespace

TEST(Plan, GivesEachKindOfDayItsSpansInOrder)
{
    const auto plan = accepted(hallWithPlan(planned("mon-fri", R"("12:00-13:30" = 3, "09:00-12:00" = 5)") +
                                            planned("sat", R"("10:00-12:00" = 2)") +
                                            planned("holidays", R"("10:00-11:00" = 0)")))
                          .plan;
    const std::vector<PlannedSpan> workday{{Minutes{540}, Minutes{720}, 5}, {Minutes{720}, Minutes{810}, 3}};
    EXPECT_EQ(plan.at(0), workday);
    EXPECT_EQ(plan.at(4), workday);
    EXPECT_EQ(plan.at(5), (std::vector<PlannedSpan>{{Minutes{600}, Minutes{720}, 2}}));
    EXPECT_THAT(plan.at(6), IsEmpty());
    EXPECT_EQ(plan.at(7), (std::vector<PlannedSpan>{{Minutes{600}, Minutes{660}, 0}}));
}

TEST(Plan, IsEmptyByDefault)
{
    EXPECT_EQ(accepted(std::string(defaultHall())).plan, queue::CounterPlan{});
}

TEST(Plan, RefusesDaysThatItDoesNotKnow)
{
    expectRefused(planned("mon-fry", R"("09:00-12:00" = 5)"), "days = \"mon-fry\"", "must be a day");
    expectRefused(planned("mon-fri", R"("09:00-12:00" = 5)") + planned("wed", R"("09:00-12:00" = 4)"),
                  "days = \"wed\"", "another [[plan]]");
}

TEST(Plan, RefusesSpansThatAreNone)
{
    expectRefused(planned("mon", R"("9-12" = 5)"), "spans = { \"9-12\"", "\"09:00-12:00\"");
    expectRefused(planned("mon", R"("09:00-24:30" = 5)"), "spans = { \"09:00-24:30\"", "\"09:00-12:00\"");
    expectRefused(planned("mon", R"("09:00-12:00" = 5, "11:30-13:00" = 3)"), "spans = { \"09:00-12:00\"",
                  "don't overlap");
    expectRefused("\n[[plan]]\ndays = \"sun\"\n", "[[plan]]\ndays = \"sun\"", "is missing");
}

TEST(Plan, RefusesMoreCountersThanThereAre)
{
    expectRefused(planned("mon", R"("09:00-12:00" = 7)"), "spans = { \"09:00-12:00\" = 7", "6 [[counter]]");
    expectRefused(planned("mon", R"("09:00-12:00" = -1)"), "spans = { \"09:00-12:00\" = -1", "0");
}
