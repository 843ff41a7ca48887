#include <display/voice/sentence/phrase.h>

#include <gtest/gtest.h>

#include <ostream>

using namespace Qt::StringLiterals;

using namespace starqueue::display;
using starqueue::client::api::Call;
using starqueue::client::api::Name;

namespace {

/// Clips by their names without the language, words in brackets: "到" is "goto".
std::string said(const Pieces& pieces, const QString& language)
{
    QStringList words;
    for (const Piece& piece : pieces) {
        if (piece.kind == Piece::Kind::Pinyin)
            words << u"<%1>"_s.arg(piece.text);
        else if (piece.kind == Piece::Kind::English)
            words << u"[%1]"_s.arg(piece.text);
        else if (piece.text.startsWith(language + u'/'))
            words << piece.text.mid(3);
        else
            words << u"a clip of another language: "_s + piece.text;
    }
    return words.join(u' ').toStdString();
}

struct Place
{
    const char* sign;
    Name name;
    Name spoken;
    const char* zh;
    const char* en;
};

/// What is said after the number, for whatever can stand over a counter.
class SpokenPlace : public testing::TestWithParam<Place>
{};

TEST_P(SpokenPlace, SaysTheWholeSign)
{
    const Place& place = GetParam();
    const Call call{.number = "A1", .counterName = place.name, .sign = place.sign, .spoken = place.spoken};
    EXPECT_EQ(said(phraseOf(call, "zh").place, "zh"), place.zh);
    EXPECT_EQ(said(phraseOf(call, "en").place, "en"), place.en);
}

const Name kDesk{u"柜台"_s, u"Desk"_s};
const Name kChinese{u"贵宾室"_s, u"贵宾室"_s};

INSTANTIATE_TEST_SUITE_P(
    Numbers, SpokenPlace,
    testing::Values(Place{"3", kDesk, {}, "goto 3 number counter", "goto counter 3"},
                    Place{"10", kDesk, {}, "goto ten number counter", "goto counter 10"},
                    Place{"12", kDesk, {}, "goto ten 2 number counter", "goto counter 12"},
                    Place{"25", kDesk, {}, "goto 2 ten 5 number counter", "goto counter 20 5"},
                    Place{"30", kDesk, {}, "goto 3 ten number counter", "goto counter 30"},
                    Place{"101", kDesk, {}, "goto 1 0 1 number counter", "goto counter 1 0 1"},
                    Place{"05", kDesk, {}, "goto 0 5 number counter", "goto counter 0 5"}));

INSTANTIATE_TEST_SUITE_P(
    Codes, SpokenPlace,
    testing::Values(Place{"3B", kDesk, {}, "goto 3 B number counter", "goto counter 3 B"},
                    Place{"A-12", kDesk, {}, "goto A ten 2 number counter", "goto counter A 12"},
                    Place{"VIP", kDesk, {}, "goto V I P counter", "goto counter V I P"}));

INSTANTIATE_TEST_SUITE_P(
    Words, SpokenPlace,
    testing::Values(
        Place{"贵宾室", {u"贵宾室"_s, u"VIP room"_s}, {}, "goto <gui4 bin1 shi4>", "goto [VIP room]"},
        Place{"贵宾室", kChinese, {}, "goto <gui4 bin1 shi4>", "goto <gui4 bin1 shi4>"},
        Place{"二楼3B窗口", kDesk, {}, "goto <er4 lou2> 3 B <chuang1 kou3>", "goto [Desk]"},
        Place{"LOUNGE", kDesk, {}, "goto [LOUNGE]", "goto [LOUNGE]"},
        Place{"cash-desk", kDesk, {}, "goto [cash desk]", "goto [cash desk]"}));

INSTANTIATE_TEST_SUITE_P(AsTheHallSays, SpokenPlace,
                         testing::Values(Place{"贵宾室",
                                               kDesk,
                                               {u"VIP gui4 bin1 shi4"_s, u"the VIP room"_s},
                                               "goto V I P <gui4 bin1 shi4>",
                                               "goto [the VIP room]"},
                                         Place{"7",
                                               kDesk,
                                               {u"er4 lou2 7 hao4"_s, u"seven upstairs"_s},
                                               "goto <er4 lou2> 7 <hao4>",
                                               "goto [seven upstairs]"},
                                         Place{"银行厅",
                                               kDesk,
                                               {u"yin2 hang2 ting1"_s, u"the bank"_s},
                                               "goto <yin2 hang2 ting1>",
                                               "goto [the bank]"}));

TEST(Phrase, SpellsTheNumber)
{
    const Call call{.number = "A012", .counterName = kDesk, .sign = "3"};
    EXPECT_EQ(said(phraseOf(call, "zh").call, "zh"), "please A 0 1 2 number");
    EXPECT_EQ(said(phraseOf(call, "en").call, "en"), "number A 0 1 2");
}

TEST(Phrase, WithASignThatNobodyCanReadSaysTheNumberAlone)
{
    const Call call{.number = "A012", .counterName = {u"银行"_s, u"银行"_s}, .sign = u"银行"_s};
    EXPECT_TRUE(phraseOf(call, "zh").place.isEmpty());
    EXPECT_TRUE(phraseOf(call, "en").place.isEmpty());
    EXPECT_FALSE(phraseOf(call, "zh").call.isEmpty());
}

} // namespace
