#include <hall/settings/edited_hall.h>

#include <gmock/gmock.h>

using namespace starqueue;
using namespace starqueue::settings;
using namespace starqueue::settings::test;
using testing::HasSubstr;

namespace {

constexpr const char* kSecondCounter = R"(name = { zh = "2号窗口", en = "Counter 2" })";
constexpr const char* kLunch = "\n[[profile]]\nid = \"lunch\"\nservices = [\"account\", \"sim\"]\n";

/// The default hall whose second counter says `more` in place of its services, and with `end` at its end.
std::string hall(const std::string& more, const std::string& end = kLunch)
{
    std::string text = edited(kSecondCounter, std::string(kSecondCounter) + "\n" + more);
    const std::size_t services = text.find("\nservices = ", text.find(kSecondCounter) + more.size());
    text.erase(services, text.find('\n', services + 1) - services);
    return text + end;
}

std::string problemsOf(const std::string& text)
{
    const auto settings = parseHallSettings(text, "hall.toml");
    return settings ? "" : errorMessage(settings.error());
}

} // namespace

TEST(FloorSettings, ACounterHasAProfilesServices)
{
    const queue::Rules rules = accepted(hall("profile = \"lunch\"")).rules;
    ASSERT_EQ(rules.profiles.size(), 1U);
    EXPECT_EQ(rules.counters[1].profile, "lunch");
    EXPECT_EQ(rules.counters[1].services, rules.profiles[0].services);
    EXPECT_EQ(rules.profiles[0].services.size(), 2U);
}

TEST(FloorSettings, ACounterHasASignAndSaysHowItIsSpoken)
{
    const queue::Rules rules =
        accepted(hall("sign = \"贵宾室\"\nspoken = { zh = \"gui4 bin1 shi4\", en = \"the VIP room\" }"))
            .rules;
    EXPECT_EQ(queue::signOf(rules.counters[1]), "贵宾室");
    EXPECT_EQ(rules.counters[1].spoken.en, "the VIP room");
    EXPECT_EQ(queue::signOf(rules.counters[0]), "1") << "its id";
}

TEST(FloorSettings, ServicesOfOneSeriesShareItsLetters)
{
    const std::string first = edited("prefix = \"A\"  ", "series = \"A\"  ");
    const auto withBoth = [&](const std::string& second) {
        std::string text = first;
        const std::string other = "prefix = \"B\"";
        text.replace(text.find(other), other.size(), second);
        return text;
    };
    const queue::Rules rules = accepted(withBoth("series = \"A\"")).rules;
    EXPECT_TRUE(queue::shareNumbers(rules.services[0], rules.services[1]));
    EXPECT_EQ(queue::ticketNumber(rules, {1}, 7), "A007");
    EXPECT_THAT(problemsOf(withBoth("prefix = \"A\"")), HasSubstr("series"));
    EXPECT_THAT(problemsOf(withBoth("prefix = \"B\"\nseries = \"A\"")), HasSubstr("leave out one of them"));
    EXPECT_THAT(problemsOf(withBoth("series = \"ABC\"")), HasSubstr("must be one or two letters"));
}

TEST(FloorSettings, ASignThatTheVoiceCanReadNeedsNoWords)
{
    for (const char* sign : {"贵宾室", "二楼3B窗口", "VIP", "3B", "Lounge"})
        EXPECT_EQ(accepted(hall("sign = \"" + std::string(sign) + "\"")).rules.counters[1].sign, sign);
}

TEST(FloorSettings, ASignThatNobodySeesOrThatLooksLikeAnotherIsRefused)
{
    for (const char* sign : {" ", " 3", "3 ", "３B", "\u200b"})
        EXPECT_NE(problemsOf(hall("sign = \"" + std::string(sign) + "\"")), "") << '"' << sign << '"';
}

TEST(FloorSettings, ASignThatNobodyCouldHearIsRefused)
{
    EXPECT_THAT(problemsOf(hall("sign = \"麒麟厅\"")), HasSubstr("how they are read"));
    EXPECT_THAT(problemsOf(hall("sign = \"银行\"")), HasSubstr("spoken = {"));
    const auto spoken = [](const std::string& zh, const std::string& en) {
        return hall("sign = \"麒麟厅\"\nspoken = { zh = \"" + zh + "\", en = \"" + en + "\" }");
    };
    EXPECT_EQ(problemsOf(spoken("qi2 lin2 ting1", "the Qilin room")), "");
    EXPECT_THAT(problemsOf(spoken("麒麟厅", "the Qilin room")), HasSubstr("in pinyin"));
    EXPECT_THAT(problemsOf(spoken("qi lin ting", "the Qilin room")), HasSubstr("tone"));
    EXPECT_THAT(problemsOf(spoken("qi2 lin2 ting1", "麒麟厅")), HasSubstr("English letters"));
}

TEST(FloorSettings, OutcomesPostponingAndClerksAtTwoAreRead)
{
    const std::string more =
        "[finish]\noutcomes = [{ id = \"done\", name = { zh = \"办结\", en = \"Done\" } }]\n"
        "outcome_required = true\nreference = \"required\"\n[postpone]\nminutes = 5\n";
    const queue::Rules rules = accepted(hall("", more)).rules;
    EXPECT_EQ(rules.outcomes.at(0).id, "done");
    EXPECT_TRUE(rules.outcomeRequired);
    EXPECT_EQ(rules.askReference, queue::AskReference::Required);
    EXPECT_EQ(accepted(hall("")).rules.askReference, queue::AskReference::Off);
    EXPECT_EQ(rules.postponeFor, Minutes{5});
    EXPECT_FALSE(rules.clerksAtTwo);
    EXPECT_TRUE(accepted(edited("[security]\n", "[security]\nclerks_at_two = true\n")).rules.clerksAtTwo);
}

TEST(FloorSettings, WhatCannotBeMeantIsRefusedWithWords)
{
    EXPECT_THAT(problemsOf(hall("profile = \"tea\"")), HasSubstr("no [[profile]] has that id"));
    EXPECT_THAT(problemsOf(hall("profile = \"lunch\"\nservices = [\"sim\"]")), HasSubstr("beside `profile`"));
    EXPECT_THAT(problemsOf(hall("", std::string(kLunch) + kLunch)), HasSubstr("stands twice"));
    EXPECT_THAT(problemsOf(hall("", "[[profile]]\nid = \"x\"\nservices = [\"tea\"]\n")),
                HasSubstr("\"tea\""));
    EXPECT_THAT(problemsOf(hall("", "[[profile]]\nid = \"x\"\n")), HasSubstr("is missing"));
    EXPECT_THAT(problemsOf(hall("", "[finish]\noutcome_required = true\n")), HasSubstr("needs `outcomes`"));
    EXPECT_THAT(problemsOf(hall("", "[finish]\nreference = \"yes\"\n")), HasSubstr("offered"));
    EXPECT_THAT(problemsOf(hall("", "[postpone]\nminutes = 500\n")), HasSubstr("minutes"));
    EXPECT_THAT(problemsOf(hall("sign = \"一二三四五六七八九\"")), HasSubstr("at most 24 bytes"));
}
