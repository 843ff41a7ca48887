#include <hall/api/support/running_hall.h>

#include <hall/settings/default_hall.h>

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <random>
#include <regex>

namespace starqueue::hall::test {

namespace {

constexpr unsigned kHistoriesCompared = 24;
constexpr unsigned kAllHistories = 240; ///< with STARQUEUE_FULL=1 (./test.sh --full)
constexpr int kStepsOfAHistory = 60;

/// Whom somebody may type: nobody, every tier, one who waits already (see World).
constexpr std::array kTypedNumbers{"13800000000", "13900000007", "13900000005", "13900000004", "13900000001"};

/// The secret of a page and the life of a hall are random.
std::string masked(const std::string& text)
{
    static const std::regex secret("/t/[0-9a-f]{32}");
    static const std::regex life("\"life\":\"[0-9a-f]{32}\"");
    return std::regex_replace(std::regex_replace(text, secret, "/t/SECRET"), life, "LIFE");
}

/// Nothing ends in it by itself: the timekeeper's second doesn't follow the clock of a test.
std::string quietHall()
{
    std::string text{settings::defaultHall()};
    const std::string_view life = "job_life_seconds = 600";
    return text.replace(text.find(life), life.size(), "job_life_seconds = 86400");
}

/// A hall in which one ticket's identity is typed; another with the same commands differs in that alone.
class World
{
public:
    explicit World(std::string typed) : m_clock(kMonday), m_hall(quietHall(), m_clock.journalClock())
    {
        m_identity = {{"identity", {{"kind", "phone"}, {"value", std::move(typed)}}}};
        m_hall.open(1);
    }

    /// Takes the ticket that is looked at; its answer.
    std::string take()
    {
        json body = m_identity;
        body["service"] = "account";
        const Said said = m_hall.as("kiosk-1").post("/tickets", body);
        m_id = said.body.value("id", "");
        const std::string url = said.body.value("statusUrl", "");
        m_page = url.empty() ? url : url.substr(url.find("/t/"));
        return told(said);
    }
    std::string identifyAgain() { return told(m_hall.as("kiosk-1").post(own("identify"), m_identity)); }
    std::string reprint()
    {
        return m_id.empty() ? "" : told(m_hall.as("usher").post(own("reprint"))).substr(0, 3);
    }
    std::string others(const std::string& face, const std::string& path, const json& body)
    {
        const std::string all = told(m_hall.as(face).post(path, body));
        return face.starts_with("kiosk") ? all : all.substr(0, 3); // a clerk sees who comes next
    }
    /// Of papers none is left pending: when those are dropped is the timekeeper's second.
    void pass(Millis time)
    {
        for (const json& job : m_hall.as("bridge").get("/print-jobs?state=pending").body) {
            const std::string path = "/print-jobs/" + std::string(job.at("id"));
            m_hall.as("bridge").post(path + "/take");
            m_hall.as("bridge").post(path + "/result", {{"outcome", "printed"}});
        }
        m_clock.pass(time);
    }

    /// All that kiosk, paper and phone say now.
    std::string shown()
    {
        std::string all;
        for (const char* path : {"/board", "/services", "/hall"})
            all += told(m_hall.as("kiosk-1").get(path)) + '\n';
        all += told(m_hall.as("bridge").get("/print-jobs")) + '\n';
        if (!m_id.empty())
            all += told(m_hall.as("kiosk-1").get("/tickets/" + m_id)) + '\n' +
                   told(call(m_hall.port(), "GET", m_page + "/state"));
        return all;
    }
    [[nodiscard]] bool isCalled()
    {
        return !m_id.empty() && m_hall.as("usher").get("/tickets/" + m_id).body.at("state") != "waiting";
    }
    /// What the kiosk's event stream said, up to now.
    std::string heard()
    {
        m_hall.as("duty-manager").post("/messages", {{"id", "end"}, {"zh", "完"}});
        Follower follower = m_hall.follow("kiosk-1", 0);
        follower.until("message_changed",
                       [](const json& data) { return data.value("message", "") == "end"; });
        std::string all;
        for (const Seen& seen : follower.seen())
            all += std::to_string(seen.seq) + ' ' + seen.name + ' ' + masked(seen.text) + '\n';
        return all;
    }

private:
    [[nodiscard]] std::string own(const char* command) const
    {
        return "/tickets/" + (m_id.empty() ? "none" : m_id) + '/' + command;
    }
    static std::string told(const Said& said)
    {
        return std::to_string(said.status) + ' ' + masked(said.raw.body);
    }

    TestClock m_clock;
    RunningHall m_hall;
    json m_identity;
    std::string m_id;
    std::string m_page;
};

/// What customers, clerks and the usher do, the same in both worlds.
class History
{
public:
    explicit History(unsigned seed) : m_random(seed) {}

    /// The answer at one world, then at the other.
    std::pair<std::string, std::string> step(World& one, World& other)
    {
        const unsigned kind = below(12);
        if (kind == 0)
            return {one.identifyAgain(), other.identifyAgain()};
        if (kind == 1)
            return {one.reprint(), other.reprint()};
        if (kind < 4) {
            const auto time = std::chrono::seconds{below(400)};
            one.pass(time);
            other.pass(time);
            return {};
        }
        const auto [face, path, body] = kind < 8 ? issue() : atCounter();
        return {one.others(face, path, body), other.others(face, path, body)};
    }
    /// From now on nobody else types this number: theirs would be the duplicate, which isn't before others.
    void keepFor(std::string number) { m_kept = std::move(number); }
    unsigned below(unsigned count) { return static_cast<unsigned>(m_random() % count); }

private:
    struct Command
    {
        std::string face;
        std::string path;
        json body;
    };

    /// Nobody who has proven possession: their figures count others with their stars, and may differ.
    Command issue()
    {
        constexpr std::array kServices{"account", "plans", "sim"};
        json body{{"service", kServices.at(below(3))}};
        const std::string number = kTypedNumbers.at(below(kTypedNumbers.size()));
        if (below(2) == 0 && number != m_kept)
            body["identity"] = {{"kind", "phone"}, {"value", number}};
        return {"kiosk-2", "/tickets", body};
    }
    Command atCounter()
    {
        constexpr std::array kDone{"open", "next", "start", "finish", "no-show", "next"};
        const std::string counter = std::to_string(1 + below(6));
        const std::string done = kDone.at(below(kDone.size()));
        const json body = done == "finish" ? json{{"skipRating", "no panel"}} : json{{"clerk", "c"}};
        return {"counter-" + counter, "/counters/" + counter + '/' + done,
                done == "open" || done == "finish" ? body : json::object()};
    }

    std::mt19937 m_random;
    std::string m_kept;
};

std::string firstDifference(const std::string& one, const std::string& other)
{
    const auto at = std::ranges::mismatch(one, other).in1 - one.begin();
    const std::size_t from = static_cast<std::size_t>(std::max<std::ptrdiff_t>(0, at - 200));
    return one.substr(from, 300) + "\nor\n" + other.substr(from, 300);
}

/// Compares two worlds until the ticket is called in one of them.
void compare(unsigned seed, const std::string& typed)
{
    World known(typed);
    World unknown("13811112222");
    History history(seed);
    const unsigned takes = history.below(kStepsOfAHistory / 2);
    for (unsigned i = 0; i < kStepsOfAHistory; ++i) {
        const auto [one, other] =
            i == takes ? std::pair(known.take(), unknown.take()) : history.step(known, unknown);
        if (i == takes)
            history.keepFor(typed);
        if (known.isCalled() || unknown.isCalled())
            return;
        ASSERT_EQ(one, other) << "seed " << seed << " typed " << typed << " step " << i;
        const std::string here = known.shown();
        const std::string there = unknown.shown();
        ASSERT_TRUE(here == there) << firstDifference(here, there) << "\nseed " << seed << " typed " << typed
                                   << " step " << i;
    }
    EXPECT_EQ(known.heard(), unknown.heard()) << "seed " << seed;
}

} // namespace

TEST(NonInterference, WhateverIsTypedKioskPaperAndPhoneSayTheSameUntilTheCall)
{
    const unsigned histories = std::getenv("STARQUEUE_FULL") != nullptr ? kAllHistories : kHistoriesCompared;
    for (unsigned seed = 1; seed <= histories; ++seed)
        ASSERT_NO_FATAL_FAILURE(compare(seed, kTypedNumbers.at(seed % kTypedNumbers.size())));
}

} // namespace starqueue::hall::test
