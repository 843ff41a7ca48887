#include <hall/api/support/running_hall.h>

#include <gtest/gtest.h>

#include <random>
#include <thread>

namespace starqueue::hall::test {

namespace {

constexpr int kRounds = 150;

/// Lets customers through until `rounds` were, with all that makes events.
void load(const RunningHall& hall, int counter, int rounds)
{
    const std::string id = std::to_string(counter);
    Face kiosk = hall.newFace("kiosk-1");
    Face clerk = hall.newFace("counter-" + id);
    for (int i = 0; i < rounds; ++i) {
        kiosk.post("/tickets", {{"service", "account"}});
        if (clerk.post("/counters/" + id + "/next").status != 200)
            continue;
        clerk.post("/counters/" + id + "/start");
        clerk.post("/counters/" + id + "/finish");
    }
}

/// Follows with reconnects after a random number of events, until the message `end` comes.
std::vector<Seen> followOverReconnects(const RunningHall& hall, const std::string& face, std::uint64_t after,
                                       std::mt19937& random)
{
    std::vector<Seen> all;
    while (true) {
        Follower follower = hall.follow(face, after);
        for (auto left = random() % 40; left > 0; --left) {
            all.push_back(follower.next());
            after = all.back().seq;
            if (all.back().name == "message_changed" || all.back().name.empty())
                return all;
        }
    }
}

std::vector<std::uint64_t> seqsOf(const std::vector<Seen>& events)
{
    std::vector<std::uint64_t> seqs;
    for (const Seen& event : events)
        seqs.push_back(event.seq);
    return seqs;
}

} // namespace

TEST(EventStream, ResumesOverReconnectsUnderLoadWithoutGapAndWithoutRepetition)
{
    const auto seed = std::random_device{}();
    std::printf("seed %u\n", seed);
    RunningHall hall;
    hall.open(1);
    hall.open(2);
    const auto start = hall.seq();
    std::map<std::string, std::vector<Seen>> got;
    for (const char* face : {"display", "kiosk-1", "usher"})
        got[face];
    std::vector<std::thread> threads;
    for (auto& [face, events] : got)
        threads.emplace_back([&, name = face, out = &events] {
            std::mt19937 random(seed + static_cast<unsigned>(name.size()));
            *out = followOverReconnects(hall, name, start, random);
        });
    std::thread first(load, std::cref(hall), 1, kRounds);
    std::thread second(load, std::cref(hall), 2, kRounds);
    first.join();
    second.join();
    hall.as("manager").post("/messages", {{"id", "end"}, {"zh", "x"}, {"en", "x"}});
    for (std::thread& thread : threads)
        thread.join();
    for (const auto& [face, events] : got) {
        Follower whole = hall.follow(face, start);
        whole.until("message_changed");
        EXPECT_EQ(seqsOf(events), seqsOf(whole.seen())) << face;
        EXPECT_EQ(events, whole.seen()) << face;
    }
}

TEST(EventStream, OfStaffHasNoGapInItsNumbers)
{
    RunningHall hall;
    hall.open(1);
    load(hall, 1, 20);
    hall.as("manager").post("/messages", {{"id", "end"}, {"zh", "x"}, {"en", "x"}});
    Follower follower = hall.follow("manager", 0);
    follower.until("message_changed");
    const auto seqs = seqsOf(follower.seen());
    for (std::size_t i = 0; i < seqs.size(); ++i)
        ASSERT_EQ(seqs[i], i + 1);
}

TEST(EventStream, AfterTheBoardsSeqMissesNothing)
{
    RunningHall hall;
    hall.open(1);
    std::thread busy(load, std::cref(hall), 1, kRounds);
    for (int i = 0; i < 30; ++i) {
        const json board = hall.as("display").get("/board").body;
        Follower follower = hall.follow("admin", board.at("seq"));
        hall.as("manager").post("/messages", {{"id", "m"}, {"zh", std::to_string(i)}, {"en", ""}});
        const Seen mark = follower.until("message_changed");
        EXPECT_EQ(mark.data.at("text").at("zh"), std::to_string(i));
        EXPECT_EQ(follower.seen().front().seq, board.at("seq").get<std::uint64_t>() + 1);
        EXPECT_EQ(follower.seen().size(), mark.seq - board.at("seq").get<std::uint64_t>());
    }
    busy.join();
}

TEST(EventStream, AfterANumberThatTheJournalHasNotReachedIsRefused)
{
    RunningHall hall;
    const Said said = hall.as("display").get("/events?after=" + std::to_string(hall.seq() + 1));
    EXPECT_EQ(said.status, 409);
    EXPECT_EQ(said.code(), "seq_unknown");
}

TEST(EventStream, TakesTheBrowsersLastEventIdBeforeTheParameter)
{
    RunningHall hall;
    auto peer = starqueue::test::HttpPeer::connect("127.0.0.1", hall.port());
    const auto target = "/api/v1/events?after=999999";
    peer->send(peer->requestText(
        "GET", target, {}, {{"Authorization", "Bearer " + hall.secret("display")}, {"Last-Event-ID", "0"}}));
    EXPECT_EQ(peer->receiveHead()->status, 200);
    EXPECT_EQ(peer->receiveEvent()->id,
              hall.as("display").get("/hall").body.at("life").get<std::string>() + "-1");
}

TEST(EventStream, OfAnotherLifeIsRefusedAndTheHallsOwnIdGoesOn)
{
    RunningHall hall;
    const json board = hall.as("display").get("/board").body;
    const std::string life = board.at("life");
    EXPECT_EQ(hall.as("display").get("/hall").body.at("life"), life);
    const Said refused = hall.as("display").get("/events?after=" + std::string(32, '0') + "-1");
    EXPECT_EQ(refused.status, 409);
    EXPECT_EQ(refused.code(), "other_life");
    auto peer = starqueue::test::HttpPeer::connect("127.0.0.1", hall.port());
    peer->send(peer->requestText("GET", "/api/v1/events?after=" + life + "-0", {},
                                 {{"Authorization", "Bearer " + hall.secret("display")}}));
    EXPECT_EQ(peer->receiveHead()->status, 200);
    EXPECT_EQ(peer->receiveEvent()->id, life + "-1");
}

TEST(EventStream, EndsWhenTheHallStops)
{
    RunningHall hall;
    Follower follower = hall.follow("display", hall.seq());
    hall.stop();
    EXPECT_EQ(follower.next().name, "");
}

} // namespace starqueue::hall::test
