#include <hall/api/events/event_hub.h>
#include <hall/http/server.h>

#include <support/one_thread/agenda_executor.h>
#include <support/one_thread/memory_loop.h>

#include <gtest/gtest.h>

namespace starqueue::hall::test {

namespace {

using starqueue::test::AgendaExecutor;
using starqueue::test::MemoryLine;
using starqueue::test::MemoryLoop;
using starqueue::test::OrderedAgenda;

db::Recorded closedCounter(std::uint64_t seq)
{
    return {seq, Instant{Millis{static_cast<std::int64_t>(seq)}}, "counter_closed", R"({"counter":"1"})", {}};
}

/// A journal of rows that are only read.
class Rows final : public db::Journal
{
public:
    std::uint64_t lastSeq() const override { return rows.size(); }
    tl::expected<Replayed, db::StorageError> replay() override { return Replayed{}; }
    tl::expected<void, db::StorageError> commit(const db::Batch&) override { return {}; }
    tl::expected<std::optional<db::Remembered>, db::StorageError> remembered(const db::RequestKey&) override
    {
        return std::nullopt;
    }
    tl::expected<queue::Events, db::StorageError> events(const db::Remembered&) override
    {
        return queue::Events{};
    }
    tl::expected<std::vector<db::Recorded>, db::StorageError> read(std::uint64_t seq, std::size_t) override
    {
        return std::vector(rows.begin() + static_cast<std::ptrdiff_t>(seq), rows.end());
    }

    tl::expected<std::string, db::StorageError> senderOf(std::uint64_t) override { return std::string{}; }

    std::vector<db::Recorded> rows;
};

/// The hub behind a server on one thread; what comes after GET / is followed from the journal's beginning.
class EventHubTest : public ::testing::Test
{
protected:
    EventHubTest()
    {
        auto loop = std::make_unique<MemoryLoop>(agenda);
        network = loop.get();
        journal.rows = {closedCounter(1), closedCounter(2)};
        hub = std::make_unique<EventHub>(journal, EventId{"aa", 2}, time::WallOffset{}, executor);
        server = std::make_unique<http::Server>(
            http::Limits{},
            [this](const http::Request&, const http::Reply& reply) {
                hub->follow(reply, {queue::Audience::Staff, {}}, after,
                            [mayStay = mayStay] { return *mayStay; });
            },
            std::move(loop));
        EXPECT_TRUE(server->start("127.0.0.1", 80));
    }
    ~EventHubTest() override { server->stop(); }

    std::shared_ptr<MemoryLine> follow(EventId from)
    {
        after = std::move(from);
        auto line = network->connect();
        line->send("GET / HTTP/1.1\r\nHost: hall\r\n\r\n");
        agenda.settle();
        return line;
    }

    OrderedAgenda agenda;
    AgendaExecutor executor{agenda};
    Rows journal;
    std::optional<EventId> after;
    std::shared_ptr<bool> mayStay = std::make_shared<bool>(true); ///< whoever follows next
    MemoryLoop* network = nullptr;
    std::unique_ptr<EventHub> hub;
    std::unique_ptr<http::Server> server;
};

bool has(const std::shared_ptr<MemoryLine>& line, const std::string& text)
{
    return line->received().find(text) != std::string::npos;
}

} // namespace

TEST_F(EventHubTest, NobodyIsShownAnEventThatIsCommittedAndNotPublishedYet)
{
    journal.rows.push_back(closedCounter(3));
    const auto line = follow({"", 0});
    EXPECT_TRUE(has(line, "id: aa-2\n"));
    EXPECT_FALSE(has(line, "id: aa-3\n")) << "whoever resumes after it now is refused";
    const std::vector batch{closedCounter(3)};
    sync::assumeCapability(db::writersThread);
    hub->publish(batch, {});
    agenda.settle();
    EXPECT_TRUE(has(line, "id: aa-3\n"));
    EXPECT_TRUE(has(follow({"", 3}), "200 OK"));
}

TEST_F(EventHubTest, AFollowerOfWhatTheJournalHasNotReachedIsRefused)
{
    EXPECT_TRUE(has(follow({"", 3}), "seq_unknown"));
}

TEST_F(EventHubTest, AFollowerOfAnotherLifeIsToldSoWhateverItsNumber)
{
    for (const std::uint64_t seq : {0, 1, 2, 3})
        EXPECT_TRUE(has(follow({"bb", seq}), "other_life")) << seq;
    EXPECT_TRUE(has(follow({"aa", 2}), "200 OK"));
}

TEST_F(EventHubTest, ANumberAloneIsTakenForOneOfThisLife)
{
    const auto line = follow({"", 1});
    EXPECT_TRUE(has(line, "id: aa-2\n"));
    EXPECT_FALSE(has(line, "id: aa-1\n"));
}

TEST_F(EventHubTest, WhoMayNotStayIsShownOutAtTheNextRecheckAndNobodyElse)
{
    const auto first = follow({"", 0});
    const auto firstMayStay = std::exchange(mayStay, std::make_shared<bool>(true));
    const auto second = follow({"", 0});
    *firstMayStay = false;
    hub->recheck();
    agenda.settle();
    EXPECT_TRUE(first->isClosed());
    EXPECT_FALSE(second->isClosed());
    EXPECT_EQ(hub->followers(), 1U);
}

} // namespace starqueue::hall::test
