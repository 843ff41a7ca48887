// What the API says that a change of a counter's services does to each line, against playing the changed hall
// through with commands.

#include <db/codec/event_codec.h>
#include <db/journal/journal.h>
#include <hall/api/floor/services_effect.h>
#include <hall/api/support/running_hall.h>
#include <hall/settings/default_hall.h>
#include <queue/decide.h>
#include <queue/experience/experience_builder.h>
#include <queue/support/played_hall.h>
#include <sync/mutex.h>
#include <time/hall_zone.h>

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <memory>
#include <string>
#include <vector>

namespace starqueue::hall::test {

namespace {

using namespace std::chrono_literals;

constexpr std::size_t kPlays = 2000;
constexpr queue::CounterIx kMoved{2};

/// What the hall knows of itself, read from its journal.
struct Known
{
    queue::State state;
    queue::Belief belief;
    Instant now;
};

Known readBack(const RunningHall& hall, Millis sinceLastEvent)
{
    sync::assumeCapability(db::writersThread); // the hall is stopped
    const auto journal = db::Journal::open(hall.folder().path());
    auto replayed = (*journal)->replay();
    const Instant now = replayed->lastAt + sinceLastEvent;
    const time::HallZone zone = *time::HallZone::named("Asia/Shanghai");
    queue::ExperienceBuilder builder([&](time::WallTime at) { return zone.local(at); });
    std::shared_ptr<const queue::Rules> rules;
    const auto lines = (*journal)->read(0, 1000);
    for (const db::Recorded& line : *lines) {
        const auto event = db::decodeEvent(line.name, line.payload, rules.get());
        if (const auto* opened = std::get_if<queue::DayOpened>(&*event))
            rules = opened->rules;
        builder.apply(*event, line.at);
    }
    const queue::State& state = replayed->state;
    const time::LocalTime local = zone.local(state.clock.wall(now));
    const queue::Belief belief =
        builder.experience().belief(*state.rules, local, now - local.sinceMidnight, 3, {});
    return {state, belief, now};
}

/// The first line is long; accounts, payments and SIM cards have a counter of their own, the rest has two.
class ServicesPreview : public testing::Test
{
protected:
    void SetUp() override
    {
        for (int counter = 1; counter <= 3; ++counter)
            hall.open(counter);
        give(1, {"account", "payments", "sim"});
        give(2, {"plans", "business"});
        give(3, {"plans", "business"});
        for (int i = 0; i < 12; ++i)
            hall.issue(i % 3 == 0 ? "plans" : "account");
        for (int counter = 1; counter <= 3; ++counter)
            for (const char* const step : {"next", "start"})
                EXPECT_EQ(at(counter, step).status, 200);
        clock.pass(kServed);
        hall.foresee();
    }
    Said at(int counter, const std::string& step)
    {
        const std::string id = std::to_string(counter);
        return hall.as("counter-" + id).post("/counters/" + id + "/" + step);
    }
    void give(int counter, const json& services)
    {
        const std::string path = "/counters/" + std::to_string(counter) + "/services";
        EXPECT_EQ(hall.as("duty-manager").post(path, {{"services", services}}).status, 200);
    }
    json preview(const std::string& of, const json& body)
    {
        const Said said = hall.as("duty-manager").post("/counters/3/" + of + "?preview=true", body);
        EXPECT_EQ(said.status, 200) << said.raw.body;
        return said.body;
    }

    static constexpr Millis kServed = 3min; ///< by every counter
    const json both = json::array({"account", "plans"});
    TestClock clock{kMonday};
    RunningHall hall{std::string(settings::defaultHall()) +
                         "\n[[profile]]\nid = \"both\"\nservices = [\"account\", \"plans\"]\n",
                     clock.journalClock()};
};

/// Of both the preview's runs and the plays, four times.
double tolerance(double share)
{
    return 4 * std::sqrt(share * (1 - share) * (1.0 / kPreviewRuns + 1.0 / kPlays));
}

void expectAgreement(const json& said, const std::vector<double>& waits, const std::string& about)
{
    ASSERT_EQ(said.at("method"), "simulation") << about;
    const auto until = [&](const char* figure) {
        const double minutes = said.at(figure).get<double>() / 60;
        return static_cast<double>(std::ranges::upper_bound(waits, minutes) - waits.begin()) / kPlays;
    };
    EXPECT_NEAR(until("p10"), 0.1, tolerance(0.1)) << about;
    EXPECT_NEAR(until("p50"), 0.5, tolerance(0.5)) << about;
    EXPECT_NEAR(until("p90"), 0.9, tolerance(0.9)) << about;
    EXPECT_NEAR(until("p90") - until("p10"), 0.8, tolerance(0.8)) << about;
}

void expectAgreement(const json& preview, const char* when, const queue::State& state, const Known& known)
{
    for (std::uint16_t i = 0; i < preview.at("lines").size(); ++i) {
        const json& line = preview.at("lines").at(i);
        queue::test::PlayedHall played(state, known.belief, known.now, 100 + i);
        expectAgreement(line.at(when).at("waitSeconds"), played.waits({i}, kPlays),
                        line.at("service").get<std::string>() + " " + when);
    }
}

queue::State withServices(queue::State state, const std::vector<queue::ServiceIx>& services, Instant now)
{
    queue::Events events;
    EXPECT_TRUE(queue::decide(state, queue::SetCounterServices{kMoved, services, {}}, now, events));
    for (const queue::Event& event : events)
        queue::apply(state, event, now);
    return state;
}

} // namespace

TEST_F(ServicesPreview, SaysForEachLineWhatPlayingTheChangedHallGives)
{
    const json said = preview("services", {{"services", both}});
    ASSERT_EQ(said.at("lines").size(), 5U);
    hall.stop();
    const Known known = readBack(hall, kServed);
    expectAgreement(said, "before", known.state, known);
    expectAgreement(said, "after", withServices(known.state, {{0}, {1}}, known.now), known);
}

TEST_F(ServicesPreview, OfAProfileIsThatOfItsServices)
{
    const json byServices = preview("services", {{"services", both}});
    const json byProfile = preview("profile", {{"profile", "both"}});
    EXPECT_EQ(byProfile.at("lines"), byServices.at("lines"));
    const json& helped = byProfile.at("lines").at(0);
    ASSERT_EQ(helped.at("service"), "account");
    EXPECT_LT(helped.at("after").at("waitSeconds").at("p90"),
              helped.at("before").at("waitSeconds").at("p50"));
}

} // namespace starqueue::hall::test
