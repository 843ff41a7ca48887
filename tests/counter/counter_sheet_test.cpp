#include <counter/counter_sheet.h>

#include <gtest/gtest.h>

using starqueue::counter::CounterSheet;
using Kind = CounterSheet::Kind;

namespace {

struct CounterSheetTest : testing::Test
{
    CounterSheet sheet;
    QStringList answers;

    CounterSheetTest()
    {
        QObject::connect(
            &sheet, &CounterSheet::answered, &sheet,
            [this](Kind, const QString& answer, const QString& number) { answers << answer + '/' + number; });
    }
};

TEST_F(CounterSheetTest, AChoiceAnswersAndCloses)
{
    sheet.ask(Kind::Transfer, {{"plans", "Change of plan"}, {"net", "Broadband"}});
    EXPECT_FALSE(sheet.takesText());
    sheet.choose(1);
    EXPECT_EQ(answers, QStringList("net/"));
    EXPECT_FALSE(sheet.isOpen());
}

TEST_F(CounterSheetTest, AChoiceThatIsNotThereDoesNothing)
{
    sheet.ask(Kind::Transfer, {{"plans", "Change of plan"}});
    sheet.choose(1);
    sheet.choose(-1);
    EXPECT_TRUE(sheet.isOpen());
    sheet.close();
    sheet.choose(0);
    EXPECT_TRUE(answers.isEmpty());
}

TEST_F(CounterSheetTest, ANumberIsNeededBeforeAReasonAnswers)
{
    sheet.ask(Kind::CallNumber);
    sheet.choose(0);
    EXPECT_TRUE(sheet.isOpen());
    sheet.setNumber(" a 012 ");
    EXPECT_EQ(sheet.number(), "A012");
    sheet.enter(" came back ");
    EXPECT_EQ(answers, QStringList("came back/A012"));
}

TEST_F(CounterSheetTest, EmptyWordsAreNoReason)
{
    sheet.ask(Kind::Pause);
    sheet.enter("   ");
    EXPECT_TRUE(sheet.isOpen());
    EXPECT_TRUE(answers.isEmpty());
}

TEST_F(CounterSheetTest, TheNumberOfTheLastQuestionIsForgotten)
{
    sheet.ask(Kind::CallNumber);
    sheet.setNumber("A012");
    sheet.close();
    sheet.ask(Kind::CallNumber);
    EXPECT_EQ(sheet.number(), "");
}

} // namespace
