#include <hall/service/conversation.h>
#include <hall/service/log/log_copy.h>

#include <db/journal/journal_head.h>

#include <gtest/gtest.h>

namespace starqueue::hall::test {

namespace {

using namespace std::chrono_literals;

/// Monday, 23 November, ten in the morning in Shanghai.
constexpr Instant kClosersMorning = Instant{std::chrono::sys_days{std::chrono::year{2026} / 11 / 23}} + 2h;

} // namespace

TEST(ClosedDay, IsLoggedWithTheHeadThatTheJournalHasThen)
{
    LogCopy log;
    OneThreadHall hall(kClosersMorning);
    Conversation talk(hall);
    talk.issue();
    log.take();
    talk.post("duty-manager", "/day/close");
    const std::string said = log.take();
    const std::string before = "day closed, journal's head ";
    const auto at = said.find(before);
    ASSERT_NE(at, std::string::npos) << said;
    const std::string text = said.substr(at + before.size());
    const auto head = db::journalHeadIn(text.substr(0, text.find('\n')));
    ASSERT_TRUE(head) << text;
    EXPECT_EQ(talk.get("manager", "/hall").at("journalHead"), db::textOf(*head));
    EXPECT_FALSE(talk.get("counter-1", "/hall").contains("journalHead"));
    hall.pass(24h); // the next day is opened
    EXPECT_EQ(db::journalHeadAt(hall.folder(), head->seq).value(), head);
    EXPECT_EQ(db::journalHeadAt(hall.folder(), head->seq + 100'000).value(), std::nullopt);
    EXPECT_GE(db::headOfLastDay(hall.folder()).value().value().seq, 3U);
}

} // namespace starqueue::hall::test
