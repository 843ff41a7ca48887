#include <counter/prompt/command_prompt.h>

#include <gtest/gtest.h>

using starqueue::counter::CommandPrompt;
using Kind = CommandPrompt::Kind;

namespace {

struct CommandPromptTest : testing::Test
{
    std::chrono::milliseconds steady{1'000'000};
    CommandPrompt prompt{{.wall = {}, .steady = [this] { return steady; }}};
    QStringList answers;

    CommandPromptTest()
    {
        QObject::connect(
            &prompt, &CommandPrompt::answered, &prompt,
            [this](Kind, const QString& answer, const QString& number) { answers << answer + '/' + number; });
    }
};

TEST_F(CommandPromptTest, AChoiceAnswersAndCloses)
{
    prompt.ask(Kind::Transfer, {{"plans", "Change of plan"}, {"net", "Broadband"}});
    EXPECT_FALSE(prompt.takesText());
    prompt.choose(1);
    EXPECT_EQ(answers, QStringList("net/"));
    EXPECT_FALSE(prompt.isOpen());
}

TEST_F(CommandPromptTest, AChoiceThatIsNotThereDoesNothing)
{
    prompt.ask(Kind::Transfer, {{"plans", "Change of plan"}});
    prompt.choose(1);
    prompt.choose(-1);
    EXPECT_TRUE(prompt.isOpen());
    prompt.close();
    prompt.choose(0);
    EXPECT_TRUE(answers.isEmpty());
}

TEST_F(CommandPromptTest, ANumberIsNeededBeforeAReasonAnswers)
{
    prompt.ask(Kind::CallNumber);
    prompt.choose(0);
    EXPECT_TRUE(prompt.isOpen());
    prompt.setNumber(" a 012 ");
    EXPECT_EQ(prompt.number(), "A012");
    prompt.enter(" came back ");
    EXPECT_EQ(answers, QStringList("came back/A012"));
}

TEST_F(CommandPromptTest, EmptyWordsAreNoReason)
{
    prompt.ask(Kind::Pause);
    prompt.enter("   ");
    EXPECT_TRUE(prompt.isOpen());
    EXPECT_TRUE(answers.isEmpty());
}

TEST_F(CommandPromptTest, TheNumberOfTheLastQuestionIsForgotten)
{
    prompt.ask(Kind::CallNumber);
    prompt.setNumber("A012");
    prompt.close();
    prompt.ask(Kind::CallNumber);
    EXPECT_EQ(prompt.number(), "");
}

} // namespace
