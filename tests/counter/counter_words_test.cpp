#include <client/ui/language.h>
#include <counter/counter_words.h>
#include <support/api_description.h>

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

client::Answer refusedWith(const std::string& code, const QString& state = {})
{
    return {.status = 409,
            .body = {},
            .code = QString::fromStdString(code),
            .detail = "the hall's",
            .state = state};
}

TEST(CounterWords, EveryRefusalOfTheContractHasWordsOfOurOwn)
{
    auto codes = starqueue::test::ApiDescription::instance().codesBelow("/counters/");
    ASSERT_GT(codes.size(), 10U);
    codes.insert({"forbidden", "unauthorized", "storage_full"});
    for (const std::string& code : codes) {
        EXPECT_NE(words::refusal(refusedWith(code)), "the hall's") << code;
        EXPECT_FALSE(words::refusal(refusedWith(code)).isEmpty()) << code;
    }
    EXPECT_FALSE(words::refusal(client::unreachableAnswer("x")).isEmpty());
}

TEST(CounterWords, ACallRepeatedTooOftenIsNoMatterOfAttemptsToLogIn)
{
    EXPECT_NE(words::refusal(refusedWith("limit_reached", "called")),
              words::refusal(refusedWith("limit_reached")));
}

} // namespace
