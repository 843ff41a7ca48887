#include <client/ui/language.h>
#include <counter/counter_words.h>

#include <QFile>
#include <QRegularExpression>

#include <gtest/gtest.h>

using namespace starqueue;
using namespace starqueue::counter;

namespace {

class CounterTranslation : public testing::TestWithParam<const char*>
{};

TEST_P(CounterTranslation, LeavesNothingUnfinishedOrEmpty)
{
    QFile file(QString(STARQUEUE_SOURCE_DIR "/counter/i18n/starqueue_counter_%1.ts").arg(GetParam()));
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    const QString text = QString::fromUtf8(file.readAll());
    EXPECT_GT(text.count("<message"), 50);
    EXPECT_EQ(text.count("type=\"unfinished\""), 0);
    EXPECT_EQ(text.count(QRegularExpression("<translation>\\s*</translation>|<translation/>")), 0);
}

INSTANTIATE_TEST_SUITE_P(Languages, CounterTranslation, testing::Values("zh", "en"));

TEST(CounterWords, AClockIsNeverNegativeAndGrowsHours)
{
    EXPECT_EQ(words::clock(252), "04:12");
    EXPECT_EQ(words::clock(-5), "00:00");
    EXPECT_EQ(words::clock(3661), "1:01:01");
}

TEST(CounterWords, StarsStayBetweenNoneAndSeven)
{
    EXPECT_EQ(words::stars(0), "");
    EXPECT_EQ(words::stars(-1), "");
    EXPECT_EQ(words::stars(9).size(), 7);
}

TEST(CounterWords, EveryRefusalOfTheContractHasWordsOfOurOwn)
{
    for (const char* code :
         {"counter_closed", "counter_busy", "counter_idle", "counter_paused", "counter_open", "ticket_state",
          "service_closed", "day_closed", "not_eligible", "already_waiting", "nothing_to_undo", "not_found",
          "forbidden", "unauthorized", "storage_full"}) {
        const client::Answer answer{
            .status = 409, .body = {}, .code = code, .detail = "the hall's", .state = {}};
        EXPECT_NE(words::refusal(answer), "the hall's") << code;
        EXPECT_FALSE(words::refusal(answer).isEmpty()) << code;
    }
    EXPECT_FALSE(words::refusal(client::unreachableAnswer("x")).isEmpty());
}

} // namespace
