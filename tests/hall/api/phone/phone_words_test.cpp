#include <hall/api/pages/page_template.h>
#include <hall/api/phone/phone_words.h>

#include <gtest/gtest.h>

#include <fstream>
#include <regex>

namespace starqueue::hall::test {

namespace {

using nlohmann::json;
using queue::Language;

constexpr std::array kBoth{Language::Zh, Language::En};

json place(json more = json::object())
{
    json made{{"state", "waiting"},
              {"ahead", 6},
              {"counter", nullptr},
              {"recalls", 0},
              {"waitSeconds", {{"p10", 500}, {"p50", 640}, {"p90", 830}, {"method", "rank"}}}};
    made.update(more);
    return made;
}

json counter(const char* sign, const char* zh, const char* en)
{
    return {{"id", "1"}, {"sign", sign}, {"name", {{"zh", zh}, {"en", en}}}};
}

std::string namedIn(Language language, const char* sign, const char* zh, const char* en)
{
    return counterText(counter(sign, zh, en), language);
}

} // namespace

TEST(PhoneWords, SayAWaitAsScreensAndPaperDo)
{
    std::ifstream file(STARQUEUE_WAIT_CASES);
    const json cases = json::parse(file);
    ASSERT_FALSE(cases.empty());
    for (const json& wait : cases) {
        EXPECT_EQ(waitText(wait, Language::Zh), wait.at("zh")) << wait;
        EXPECT_EQ(waitText(wait, Language::En), wait.at("en")) << wait;
    }
}

TEST(PhoneWords, SayHowManyStandAheadAndWhoIsNext)
{
    const PlaceWords words = wordsOf(place(), "", Language::Zh);
    EXPECT_EQ(words.headline, "前面 6 人");
    EXPECT_EQ(words.detail, "预计还要 8–14 分钟");
    EXPECT_EQ(wordsOf(place({{"ahead", 0}}), "", Language::En).headline, "You are next");
}

TEST(PhoneWords, SayAtOnceOnlyOfAFreeCounterAndNoMinutesThatNobodyKnows)
{
    const json free{{"p10", 0}, {"p50", 0}, {"p90", 0}, {"method", "rank"}};
    EXPECT_EQ(wordsOf(place({{"ahead", 0}, {"waitSeconds", free}}), "", Language::Zh).headline, "马上办理");
    const json unknown{{"p10", nullptr}, {"p50", nullptr}, {"p90", nullptr}, {"method", "unknown"}};
    for (const int ahead : {0, 6})
        EXPECT_EQ(wordsOf(place({{"ahead", ahead}, {"waitSeconds", unknown}}), "", Language::En).detail,
                  "Counters aren't open yet");
}

TEST(PhoneWords, SayWhereToGoAndThatItWasCalledAgain)
{
    json called = place({{"state", "called"}, {"counter", counter("3", "3号窗口", "Counter 3")}});
    EXPECT_EQ(wordsOf(called, "", Language::En).headline, "Go to Counter 3");
    const std::string once = wordsOf(called, "", Language::En).detail;
    called["recalls"] = 1;
    EXPECT_EQ(wordsOf(called, "", Language::En).headline, "Go to Counter 3");
    EXPECT_NE(wordsOf(called, "", Language::En).detail, once);
}

TEST(PhoneWords, HaveEveryStateInBothLanguagesWithoutAGap)
{
    const std::regex gap("[{}]|null");
    for (const char* state : {"waiting", "called", "serving", "finished", "no_show", "parked", "cancelled",
                              "unserved", "postponed"})
        for (const Language language : kBoth) {
            const PlaceWords words = wordsOf(place({{"state", state}}), "10:25", language);
            EXPECT_FALSE(words.headline.empty()) << state;
            EXPECT_FALSE(std::regex_search(words.headline + words.detail + words.advice, gap)) << state;
        }
    EXPECT_NE(wordsOf(place({{"state", "postponed"}}), "10:25", Language::En).detail.find("10:25"),
              std::string::npos);
}

TEST(PhoneWords, PromiseNoReminder)
{
    for (const Language language : kBoth) {
        const PlaceWords words = wordsOf(place(), "", language);
        const std::string all = words.headline + words.detail + words.advice;
        EXPECT_EQ(all.find("提醒"), std::string::npos);
        EXPECT_EQ(all.find("tells you"), std::string::npos);
    }
}

TEST(PhoneWords, NameACounterSoThatWhatStandsOverItIsFound)
{
    EXPECT_EQ(namedIn(Language::Zh, "3", "3号窗口", "Counter 3"), "3号窗口");
    EXPECT_EQ(namedIn(Language::En, "3B", "二楼3B窗口", "Upstairs 3B"), "Upstairs 3B");
    EXPECT_EQ(namedIn(Language::En, "贵宾室", "贵宾室", "VIP room"), "贵宾室 (VIP room)");
    EXPECT_EQ(namedIn(Language::Zh, "3", "二楼3B窗口", "Counter 33"), "3（二楼3B窗口）");
    EXPECT_EQ(namedIn(Language::En, "3", "二楼3B窗口", "Counter 33"), "3 (Counter 33)");
    EXPECT_EQ(namedIn(Language::Zh, "1", "11号厅1号窗口", "Room 11, counter 1"), "11号厅1号窗口");
    EXPECT_EQ(counterText(nullptr, Language::Zh), "窗口");
}

TEST(PageTemplate, EscapesTextsTakesMarkupAndRefusesAMarkThatNothingStandsFor)
{
    PageValues values;
    values.texts["name"] = R"(<b>"A" & 'B'</b>)";
    values.markup["hidden"] = " hidden";
    const PageWord word = [](std::string_view name) { return phoneWord(name, Language::En); };
    EXPECT_EQ(
        filledPage(R"(<p title="{{name}}"{{hidden}}>{{cancel}}</p>)", values, word),
        R"(<p title="&lt;b&gt;&quot;A&quot; &amp; &#39;B&#39;&lt;/b&gt;" hidden>Give up this number</p>)");
    EXPECT_THROW((void)filledPage("{{nothing}}", values, word), std::out_of_range);
    EXPECT_EQ(filledPage("a {{ b", {}, word), "a {{ b");
}

} // namespace starqueue::hall::test
