#include <hall/api/support/running_hall.h>

#include <hall/settings/default_hall.h>
#include <queue/possible.h>

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <set>

namespace starqueue::hall::test {

namespace {

using queue::Action;
using queue::Actions;
using JsonBodies = std::vector<json>;

constexpr unsigned kSeed = 8;
constexpr int kSteps = 240;
constexpr int kClosesAt = 170; ///< the day
constexpr int kOpensAt = 190;
constexpr int kRetiresAt = 120;  ///< a counter
constexpr int kMostLookUps = 25; ///< a minute's limit is 30 for each token

constexpr Actions kOfTickets{Action::Unpark,   Action::Cancel,    Action::Requeue, Action::Move,
                             Action::Identify, Action::Statutory, Action::Reprint, Action::Postpone};

bool isOfCounters(Action action)
{
    return action == Action::Unpark || !kOfTickets.has(action);
}

std::string replaced(std::string text, const std::string& from, const std::string& to)
{
    const std::size_t at = text.find(from);
    EXPECT_NE(at, std::string::npos) << from;
    return text.replace(at, from.size(), to);
}

/// The default hall, whose second counter serves the two high tiers alone.
std::string hallWithTiers()
{
    const std::string name = R"(name = { zh = "2号窗口", en = "Counter 2" })";
    return replaced(std::string(settings::defaultHall()), name, name + "\ntiers = [6, 5]") +
           "\n[[profile]]\nid = \"lunch\"\nservices = [\"account\", \"plans\"]\n";
}

/// The same without its third counter.
std::string hallWithoutTheThird()
{
    const std::string text = hallWithTiers();
    const std::size_t from = text.find("[[counter]]\nid = \"3\"");
    return text.substr(0, from) + text.substr(text.find("[[counter]]\nid = \"4\""));
}

Instant nineInTheMorning()
{
    return Instant{std::chrono::sys_days{std::chrono::year{2026} / 11 / 23}} + std::chrono::hours{1};
}

bool has(const json& may, Action action)
{
    return std::any_of(may.begin(), may.end(), [&](const json& offered) { return offered == word(action); });
}

/// A random day through the API. Whatever an answer doesn't offer is tried and must be refused; then one
/// thing that it offers is done.
class RandomWalk
{
public:
    explicit RandomWalk(RunningHall& hall) : m_hall(hall) {}

    void step();
    void expectEverythingSeenBothWays() const;

private:
    void issue();
    void look();
    void check(const std::string& face, const std::string& subject, Actions actions);
    void tryOne(const std::string& face, const std::string& subject, const json& may, Actions actions);
    bool isTaken(const std::string& face, const std::string& subject, Action action);
    JsonBodies bodiesFor(const std::string& face, const std::string& subject, Action action);
    JsonBodies withEach(const std::string& field, const std::string& of, const std::string& state, json more);
    bool mayLookUp(const std::string& face) { return m_lookUps[face]++ < kMostLookUps; }
    std::size_t upTo(std::size_t count) { return m_random() % count; }

    RunningHall& m_hall;
    std::mt19937 m_random{kSeed};
    std::vector<std::string> m_tickets;
    std::map<std::string, int> m_lookUps;
    std::set<Action> m_offered;
    std::set<Action> m_withheld;
};

void RandomWalk::issue()
{
    json body{{"service", upTo(2) == 0 ? "account" : "plans"}};
    const std::string face = upTo(2) == 0 ? "usher" : "kiosk-1";
    if (upTo(3) == 0 && mayLookUp(face))
        body["identity"] = {{"kind", "phone"}, {"value", upTo(2) == 0 ? "13900000005" : "13900000007"}};
    const Said said = m_hall.as(face).post("/tickets", body);
    if (said.status == 201)
        m_tickets.push_back(said.body.at("id"));
}

void RandomWalk::step()
{
    if (m_tickets.empty() || upTo(3) == 0)
        issue();
    look();
}

void RandomWalk::look()
{
    static const std::vector<std::string> kFaces{"counter-1", "counter-1", "counter-2", "counter-2",
                                                 "counter-3", "usher",     "kiosk-1",   "duty-manager"};
    const std::string face = kFaces[upTo(kFaces.size())];
    const bool isClerk = face.starts_with("counter-");
    if (face != "kiosk-1" && upTo(isClerk ? 4 : 2) != 0) {
        const std::string counter = isClerk ? face.substr(8) : std::to_string(1 + upTo(3));
        check(face, "/counters/" + counter, Actions::all());
    } else if (!m_tickets.empty()) {
        const std::size_t recent = std::min<std::size_t>(m_tickets.size(), 20);
        check(face, "/tickets/" + m_tickets[m_tickets.size() - 1 - upTo(recent)], kOfTickets);
    }
}

void RandomWalk::check(const std::string& face, const std::string& subject, Actions actions)
{
    const Said said = m_hall.as(face).get(subject);
    if (said.status == 403 || said.status == 404)
        return; // another kiosk's ticket, not for so long, or of the day before
    ASSERT_EQ(said.status, 200) << face << " " << subject << " " << said.raw.body;
    const json& may = said.body.at("may");
    const bool isCounter = subject.starts_with("/counters");
    actions.forEach([&](Action action) {
        if (isCounter && !isOfCounters(action))
            return;
        (has(may, action) ? m_offered : m_withheld).insert(action);
        if (!has(may, action)) {
            EXPECT_FALSE(isTaken(face, subject, action)) << face << " " << subject << " " << word(action);
        }
    });
    tryOne(face, subject, may, actions);
}

void RandomWalk::tryOne(const std::string& face, const std::string& subject, const json& may, Actions actions)
{
    std::vector<Action> offered;
    actions.forEach([&](Action action) {
        if (has(may, action) && (action != Action::Identify || m_lookUps[face] < kMostLookUps))
            offered.push_back(action);
    });
    if (offered.empty())
        return;
    const Action action = offered[upTo(offered.size())];
    EXPECT_TRUE(isTaken(face, subject, action))
        << face << " " << subject << " " << word(action) << " of " << may;
}

/// With the first of the sensible words that aren't refused, if there are any.
bool RandomWalk::isTaken(const std::string& face, const std::string& subject, Action action)
{
    const bool atOwnCounter = action == Action::Unpark && subject.starts_with("/tickets");
    const std::string counter = face.starts_with("counter-") ? face.substr(8) : "1";
    const std::string path = (atOwnCounter ? "/counters/" + counter : subject) + "/";
    return std::ranges::any_of(bodiesFor(face, subject, action), [&](const json& body) {
        const Said said = m_hall.as(face).post(path + std::string(word(action)), body);
        const bool sameService = said.status == 400 && (action == Action::Move || action == Action::Transfer);
        const bool refused = said.status == 403 || said.status == 409 || sameService;
        EXPECT_TRUE(refused || said.status == 200 || said.status == 204) << path << said.raw.body;
        return !refused;
    });
}

JsonBodies bodiesOnTheFloor(Action action)
{
    switch (action) {
    case Action::WalkIn:
        return {{{"service", "account"}}, {{"service", "plans"}}, {{"service", "sim"}}};
    case Action::Profile:
        return {{{"profile", "lunch"}}, {{"profile", nullptr}}};
    case Action::Services:
        return {{{"services", {"account", "sim"}}}, {{"services", json::array()}}};
    default:
        return {json::object()};
    }
}

JsonBodies RandomWalk::bodiesFor(const std::string& face, const std::string& subject, Action action)
{
    switch (action) {
    case Action::Call: {
        JsonBodies bodies = withEach("number", "number", "waiting", {{"reason", "asked"}});
        std::ranges::copy(withEach("number", "number", "no_show", {{"reason", "asked"}}),
                          std::back_inserter(bodies));
        return bodies;
    }
    case Action::Unpark:
        if (subject.starts_with("/tickets"))
            return {{{"ticket", subject.substr(9)}}};
        return withEach("ticket", "id", "parked", json::object());
    case Action::Transfer:
        return {{{"service", "account"}}, {{"service", "plans"}}, {{"first", true}, {"reason", "lame"}}};
    case Action::Move:
        return {{{"service", "account"}}, {{"service", "plans"}}, {{"service", "sim"}}};
    case Action::Open:
    case Action::Handover:
        return {{{"clerk", "17 of " + subject.substr(subject.rfind('/') + 1)}}};
    case Action::Park:
    case Action::Pause:
        return {{{"reason", "form"}}};
    case Action::Verify:
        return {{{"matches", true}}};
    case Action::Identify:
        if (!mayLookUp(face))
            return {};
        return {{{"identity", {{"kind", "phone"}, {"value", "13811111111"}}}}};
    case Action::Statutory:
        return {{{"statutory", "elderly"}}};
    case Action::Reprint:
        return {{{"kiosk", "1"}}};
    default:
        return bodiesOnTheFloor(action);
    }
}

/// `more` with `field` as each ticket in `state` has it in `of`.
JsonBodies RandomWalk::withEach(const std::string& field, const std::string& of, const std::string& state,
                                json more)
{
    JsonBodies bodies;
    const Said found = m_hall.as("usher").get("/tickets?state=" + state);
    for (const json& ticket : found.body) {
        more[field] = ticket.at(of);
        bodies.push_back(more);
    }
    return bodies;
}

void RandomWalk::expectEverythingSeenBothWays() const
{
    Actions::all().forEach([&](Action action) {
        EXPECT_TRUE(m_offered.contains(action)) << word(action) << " was never offered";
        EXPECT_TRUE(m_withheld.contains(action)) << word(action) << " was always offered";
    });
}

} // namespace

TEST(May, HoldsExactlyWhatIsNotRefusedOnARandomDay)
{
    TestClock clock(nineInTheMorning());
    RunningHall hall(hallWithTiers(), clock.journalClock());
    RandomWalk walk(hall);
    for (int i = 0; i < kSteps && !::testing::Test::HasFailure(); ++i) {
        SCOPED_TRACE("step " + std::to_string(i));
        clock.pass(std::chrono::seconds{i % 3 == 0 ? 20 : 4}); // so soon that a step can be taken back
        if (i == kRetiresAt)
            hall.reload(hallWithoutTheThird());
        if (i == kClosesAt) {
            EXPECT_EQ(hall.as("manager").post("/day/close").status, 200);
        }
        if (i == kOpensAt) {
            EXPECT_EQ(hall.as("admin").post("/day/open", {{"date", "2026-12-01"}, {"confirm", true}}).status,
                      200);
        }
        walk.step();
    }
    walk.expectEverythingSeenBothWays();
}

TEST(May, OffersNobodysParkedTicketToACounterThatDoesNotServeItsTier)
{
    RunningHall hall(hallWithTiers());
    const json ticket = hall.issue();
    for (const int counter : {1, 2, 3})
        hall.open(counter);
    hall.as("counter-1").post("/counters/1/next");
    hall.as("counter-1").post("/counters/1/park", {{"reason", "form"}});
    hall.as("counter-1").post("/counters/1/close");
    const json second = hall.as("counter-2").get("/counters/2").body;
    EXPECT_FALSE(has(second.at("may"), Action::Unpark)) << second;
    EXPECT_EQ(second.at("parked").size(), 0U);
    const json body{{"ticket", ticket.at("id")}};
    EXPECT_EQ(hall.as("counter-2").post("/counters/2/unpark", body).code(), "not_eligible");
    const json third = hall.as("counter-3").get("/counters/3").body;
    EXPECT_TRUE(has(third.at("may"), Action::Unpark)) << third;
    EXPECT_TRUE(has(third.at("parked").at(0).at("may"), Action::Unpark)) << third;
    EXPECT_EQ(hall.as("counter-3").post("/counters/3/unpark", body).status, 200);
}

} // namespace starqueue::hall::test
