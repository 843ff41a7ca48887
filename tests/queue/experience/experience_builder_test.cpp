#include <queue/experience/experience_builder.h>

#include <queue/support/hall_fixture.h>

namespace starqueue::queue::test {
namespace {

/// UTC is the hall's time.
time::LocalTime localTime(time::WallTime at)
{
    const auto day = std::chrono::floor<std::chrono::days>(at.utc);
    return {Date{day}, at.utc - day};
}

struct ExperienceBuilderTest : testing::Test
{
    Hall hall;
    ExperienceBuilder builder{localTime};

    /// Sends a command to the hall and its events to the builder.
    void must(const Command& command)
    {
        hall.must(command);
        read();
    }
    void read()
    {
        for (; m_read < hall.events.size(); ++m_read)
            builder.apply(hall.events[m_read], hall.now);
    }
    void serve(CounterIx counter, Millis time, ServiceIx service = kAccount)
    {
        must(IssueTicket{.service = service});
        must(CallNext{counter});
        must(StartService{counter});
        hall.pass(time);
        must(FinishService{counter, "asked not to"});
    }
    Belief belief(const std::vector<std::string>& clerks = {})
    {
        const time::LocalTime now = localTime({hall.now});
        return builder.experience().belief(*hall.state.rules, now, hall.now - now.minuteOfDay(), 2, clerks);
    }

private:
    std::size_t m_read = 0;
};

TEST_F(ExperienceBuilderTest, BeginsWithWhatTheRulesSay)
{
    read();
    const Belief believed = belief({"17"});
    ASSERT_EQ(believed.demand.services.size(), 3U);
    EXPECT_EQ(believed.demand.services[0].mean, Minutes{6});
    EXPECT_NEAR(believed.demand.services[0].cv, 0.7, 0.01);
    ASSERT_EQ(believed.demand.tiers.size(), 4U);
    EXPECT_GT(believed.demand.tiers[3].share, believed.demand.tiers[0].share);
    EXPECT_EQ(believed.pace, std::vector<double>{1});
    // Two counters, services of six minutes, busy four fifths of the time.
    EXPECT_NEAR(believed.arrivals.rateAt(hall.now), 0.8 * 2 / 6, 1e-9);
}

TEST_F(ExperienceBuilderTest, LearnsServiceTimesWithTheCallIncluded)
{
    hall.open(kFirst);
    for (int i = 0; i < 200; ++i)
        serve(kFirst, Minutes{2});
    const Belief believed = belief();
    EXPECT_NEAR(static_cast<double>(believed.demand.services[0].mean.count()) / 60'000, 2, 0.6);
    EXPECT_EQ(believed.demand.services[1].mean, Minutes{6}) << "nobody wanted that";
    EXPECT_GT(believed.demand.services[0].share, 10 * believed.demand.services[1].share);
}

TEST_F(ExperienceBuilderTest, LearnsWhichClerkTakesLonger)
{
    must(OpenCounter{kFirst, "quick"});
    must(OpenCounter{kSecond, "slow"});
    for (int i = 0; i < 100; ++i) {
        serve(kFirst, Minutes{3});
        serve(kSecond, Minutes{6});
    }
    const std::vector<double> pace = belief({"quick", "slow", "new"}).pace;
    EXPECT_LT(pace[0], 0.85);
    EXPECT_GT(pace[1], 1.15);
    EXPECT_EQ(pace[2], 1);
}

TEST_F(ExperienceBuilderTest, LearnsWhenCountersAreOpen)
{
    must(OpenCounter{kFirst, "17"});
    hall.pass(Minutes{60});
    must(PauseCounter{kFirst, "lunch"});
    hall.pass(Minutes{30});
    must(ResumeCounter{kFirst});
    hall.pass(Minutes{60});
    must(CloseCounter{kFirst});
    const time::LocalTime closed = localTime({hall.now});
    const Instant began = hall.now + std::chrono::hours{24} - Minutes{160};
    const auto later = std::chrono::sys_days{closed.date} - std::chrono::sys_days{kToday};
    const Millis sinceMidnight = closed.sinceMidnight + later - Minutes{160};
    const PresentHall tomorrow{*hall.state.rules, kTomorrow, sinceMidnight, began, {}};
    const Openings openings = builder.experience().openings(tomorrow, 1);
    ASSERT_FALSE(openings.empty());
    for (const std::vector<Shift>& way : openings) {
        ASSERT_EQ(way.size(), 2U);
        EXPECT_EQ(way[0].from, began + Minutes{10});
        EXPECT_EQ(way[0].until, began + Minutes{70});
        EXPECT_EQ(way[1].from, began + Minutes{100});
        EXPECT_EQ(way[1].until, began + Minutes{160});
    }
}

TEST_F(ExperienceBuilderTest, LeavesOutServicesThatSomebodyForgotToFinish)
{
    hall.open(kFirst);
    for (int i = 0; i < 50; ++i)
        serve(kFirst, Minutes{5});
    must(IssueTicket{.service = kAccount});
    must(CallNext{kFirst}); // from here on the services before it stand
    const Millis before = belief().demand.services[0].mean;
    must(StartService{kFirst});
    hall.pass(std::chrono::hours{3});
    must(FinishService{kFirst, "asked not to"});
    must(IssueTicket{.service = kAccount});
    must(CallNext{kFirst});
    EXPECT_EQ(belief().demand.services[0].mean, before);
}

TEST_F(ExperienceBuilderTest, LearnsNothingFromAStepThatIsTakenBack)
{
    hall.open(kFirst);
    for (int i = 0; i < 20; ++i) {
        must(IssueTicket{.service = kAccount});
        must(CallNext{kFirst});
        must(StartService{kFirst});
        hall.pass(Minutes{2});
        must(FinishService{kFirst, "asked not to"});
        must(UndoStep{kFirst});
        hall.pass(Minutes{10});
        must(FinishService{kFirst, "asked not to"});
    }
    EXPECT_GT(belief().demand.services[0].mean, Minutes{8}) << "each took twelve minutes, and none two";
}

TEST_F(ExperienceBuilderTest, LearnsHowManyDoNotCome)
{
    hall.open(kFirst);
    for (int i = 0; i < 40; ++i) {
        must(IssueTicket{.service = kAccount});
        must(CallNext{kFirst});
        if (i % 4 == 0) {
            hall.pass(Minutes{2});
            must(MarkNoShow{kFirst});
        } else {
            must(StartService{kFirst});
            must(FinishService{kFirst, "asked not to"});
        }
    }
    EXPECT_NEAR(belief().demand.noShowShare, (1 + 10.0) / (25 + 40.0), 0.01);
    EXPECT_NEAR(static_cast<double>(belief().demand.noShowCost.count()), 115'000, 5'000);
}

TEST_F(ExperienceBuilderTest, RemembersHowManyDoNotComeHoweverManyWereCalled)
{
    Experience experience;
    for (int i = 0; i < 40'000; ++i) {
        if (i % 20 == 0)
            experience.missed(Minutes{1});
        else
            experience.served("account", "", Minutes{4});
    }
    const Belief believed = experience.belief(*hall.state.rules, localTime({hall.now}), hall.now, 2, {});
    EXPECT_NEAR(believed.demand.noShowShare, 0.05, 0.01);
}

TEST_F(ExperienceBuilderTest, ComparesPromisesOfFirstLegsCalledInTurn)
{
    hall.open(kFirst);
    const auto promised = [&](int seconds) {
        IssueTicket issue{.service = kAccount};
        issue.promise = Promise{Seconds{seconds / 2}, Seconds{seconds}, Seconds{seconds * 2},
                                PromiseMethod::Simulation, 1};
        must(issue);
        return hall.state.lastTicket;
    };
    promised(60);
    hall.pass(Minutes{1});
    must(CallNext{kFirst});
    must(UndoStep{kFirst});
    hall.pass(Minutes{1});
    must(CallNext{kFirst});
    EXPECT_EQ(builder.experience().outcomes(), 0U) << "the call may be taken back yet";
    must(MarkNoShow{kFirst});
    EXPECT_EQ(builder.experience().outcomes(), 1U) << "the call that was taken back is none";
    EXPECT_EQ(builder.records().size(), 1U);
    EXPECT_EQ(builder.records().front().waited, Minutes{2});
    must(RequeueTicket{hall.state.lastTicket});
    must(CallNext{kFirst});
    must(StartService{kFirst});
    EXPECT_EQ(builder.experience().outcomes(), 1U) << "a second leg was promised nothing";
    must(FinishService{kFirst, "asked not to"});
    must(CallNumber{kFirst, promised(60), "asked for"});
    must(StartService{kFirst});
    EXPECT_EQ(builder.experience().outcomes(), 1U) << "a call out of turn says nothing of the queue";
    must(FinishService{kFirst, "asked not to"});
    promised(0);
    must(CallNext{kFirst});
    must(StartService{kFirst});
    EXPECT_EQ(builder.experience().outcomes(), 1U) << "who is called at once was not kept waiting";
}

TEST_F(ExperienceBuilderTest, LearnsFromPromisesAsTheyWereBeforeCorrection)
{
    hall.open(kFirst);
    must(CalibratePromises{{{2, 1, 1}}, 100});
    EXPECT_EQ(builder.calibration().overall.scale, 2);
    for (int i = 0; i < 60; ++i) {
        IssueTicket issue{.service = kAccount};
        issue.promise = Promise{Seconds{100}, Seconds{200}, Seconds{400}, PromiseMethod::Simulation, 1};
        must(issue);
        hall.pass(Seconds{200});
        must(CallNext{kFirst});
        must(StartService{kFirst});
        must(FinishService{kFirst, "asked not to"});
    }
    EXPECT_NEAR(builder.experience().calibration().overall.scale, 2, 0.01)
        << "they had said 100 s, and it was 200";
}

TEST_F(ExperienceBuilderTest, TakesTheCorrectionOfTheHalfHourBackThatThePromiseWasMadeIn)
{
    hall.open(kFirst);
    const auto now = std::chrono::floor<Minutes>(localTime({hall.now}).sinceMidnight);
    const Minutes from = now - now % HalfHourWidth::kLasts;
    const DailyCalibration wide{{1, 1, 1}, {{from, 1, 4}}};
    must(CalibratePromises{wide, 100});
    EXPECT_EQ(builder.calibration(), wide);
    IssueTicket issue{.service = kAccount};
    issue.promise = Promise{Seconds{100}, Seconds{200}, Seconds{600}, PromiseMethod::Simulation, 1};
    for (int i = 0; i < 60; ++i)
        must(issue);
    for (int i = 0; i < 60; ++i) {
        if (i == 0 || i == 40)
            hall.pass(Seconds{200});
        must(CallNext{kFirst});
        must(StartService{kFirst});
        must(FinishService{kFirst, "asked not to"});
    }
    const DailyCalibration learned = builder.experience().calibration();
    EXPECT_NEAR(learned.overall.scale, 1, 0.01);
    EXPECT_NEAR(learned.overall.upper, 2, 0.01) << "200 s above the median, where 100 s had been foreseen";
    ASSERT_EQ(learned.halfHours.size(), 1U);
    EXPECT_EQ(learned.halfHours[0].from, from);
    EXPECT_NEAR(learned.halfHours[0].upper, 2, 0.01);
}

TEST_F(ExperienceBuilderTest, ExpectsWhatThisWeekdayBringsWhenItKnowsSuch)
{
    Experience experience;
    const auto weekday = [](int week, int day) {
        return Date{std::chrono::sys_days{std::chrono::year{2026} / 11 / 2} +
                    std::chrono::days{7 * week + day}};
    };
    for (int week = 0; week < 4; ++week) {
        for (int day = 0; day < 5; ++day) {
            for (int i = 0; i < (day == 0 ? 60 : 30); ++i)
                experience.arrived({weekday(week, day), Minutes{600 + i % 30}}, "account", 0, false);
        }
    }
    const auto rateOn = [&](int day) {
        const time::LocalTime morning{weekday(4, day), Minutes{480}};
        const Instant midnight = std::chrono::sys_days{morning.date};
        return experience.belief(*hall.state.rules, morning, midnight, 2, {})
            .arrivals.rateAt(midnight + Minutes{610});
    };
    EXPECT_NEAR(rateOn(0), (4 * 60 + 2 * 36) / 6.0 / 30, 0.01) << "Mondays";
    EXPECT_NEAR(rateOn(1), (4 * 30 + 2 * 36) / 6.0 / 30, 0.01);
}

} // namespace
} // namespace starqueue::queue::test
