#include <display/voice/sentence/sentence.h>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

using namespace starqueue::display;
using starqueue::client::api::Call;

namespace {

/// English in brackets.
std::string said(const Call& call, const QString& language, bool brief = false)
{
    QStringList words;
    for (const Piece& piece : sentenceOf(call, language, brief))
        words << (piece.kind == Piece::Kind::English ? u"[%1]"_s.arg(piece.text) : piece.text);
    return words.join(u" | "_s).toStdString();
}

Call call(const QString& number, const QString& sign, const QString& zh = {}, const QString& en = {})
{
    return {.number = number, .counterName = {zh, en}, .sign = sign};
}

TEST(Sentence, IsOneStretchOfWordsWithAPauseBeforeThePlace)
{
    EXPECT_EQ(said(call("B059", "12"), "zh"), "qing3 B ling2 wu3 jiu3 hao4, dao4 shi2 er4 hao4 chuang1 kou3");
    EXPECT_EQ(said(call("B059", "12"), "en"), "[number B 0 5 9, please go to counter 12]");
}

TEST(Sentence, BrieflyIsTheNumberAndThePlace)
{
    EXPECT_EQ(said(call("B012", "3"), "zh", true), "B ling2 yi1 er4, san1 hao4 chuang1 kou3");
    EXPECT_EQ(said(call("B012", "3"), "en", true), "[B 0 1 2, counter 3]");
}

TEST(Sentence, TheLetterAIsNoArticle)
{
    EXPECT_EQ(said(call("A01", "3A"), "en"), "[number [['eI]] 0 1, please go to counter 3 [['eI]]]");
}

TEST(Sentence, ASignOfAnotherLanguageIsAStretchOfItsOwn)
{
    EXPECT_EQ(said(call("B1", "LOUNGE"), "zh"), "qing3 B yi1 hao4, dao4 | [LOUNGE]");
    EXPECT_EQ(said(call("B1", u"贵宾室"_s), "zh"), "qing3 B yi1 hao4, dao4 gui4 bin1 shi4");
    EXPECT_EQ(said(call("B1", u"贵宾室"_s, u"贵宾室"_s, "VIP room"), "en"),
              "[number B 1, please go to VIP room]");
}

TEST(Sentence, WithASignThatNobodyCanReadIsTheNumberAlone)
{
    EXPECT_EQ(said(call("B1", u"银行"_s, u"银行"_s, u"银行"_s), "zh"), "qing3 B yi1 hao4");
}

} // namespace
