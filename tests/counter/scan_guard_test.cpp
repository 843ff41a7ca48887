#include <counter/prompt/command_prompt.h>

#include <gtest/gtest.h>

using namespace std::chrono_literals;
using starqueue::counter::CommandPrompt;
using starqueue::counter::ScanGuard;
using Kind = CommandPrompt::Kind;

namespace {

/// Outcomes to choose from, below the fields for a case and an item.
struct ScannedCase : testing::Test
{
    std::chrono::milliseconds steady{1'000'000};
    CommandPrompt prompt{{.wall = {}, .steady = [this] { return steady; }}};
    QStringList answers;

    ScannedCase()
    {
        QObject::connect(&prompt, &CommandPrompt::answered, &prompt,
                         [this](Kind, const QString& answer) { answers << answer; });
        prompt.ask(Kind::Outcome, {{"done", "Done"}, {"no", "Not possible"}}, {.asked = true});
    }
    void pass(std::chrono::milliseconds time)
    {
        steady += time;
        prompt.tick();
    }
    /// As a scanner types, with time going on between.
    void scan(const QString& code)
    {
        for (const QChar c : code) {
            prompt.typeKey(c);
            pass(ScanGuard::kBetween - 1ms);
        }
    }
};

TEST_F(ScannedCase, BeforeItsFieldHasTheFocusChoosesNoOutcome)
{
    scan("2026-117");
    EXPECT_TRUE(prompt.endScan()) << "the scanner's own Enter";
    EXPECT_TRUE(prompt.isOpen());
    EXPECT_TRUE(answers.isEmpty());
    EXPECT_EQ(prompt.caseNumber(), "2026-117");
}

TEST_F(ScannedCase, NeedsNoEnterAtItsEnd)
{
    scan("21");
    pass(1ms);
    EXPECT_EQ(prompt.caseNumber(), "21");
    EXPECT_TRUE(answers.isEmpty());
}

TEST_F(ScannedCase, TheLastDigitOfOneThatBeganBeforeTheQuestionIsNoChoice)
{
    prompt.typeKey("2");
    EXPECT_TRUE(prompt.endScan());
    pass(1s);
    EXPECT_TRUE(answers.isEmpty());
}

TEST_F(ScannedCase, ADigitAloneChoosesOnceNothingFollows)
{
    prompt.typeKey("2");
    pass(ScanGuard::kBetween - 1ms);
    EXPECT_TRUE(answers.isEmpty());
    pass(1ms);
    EXPECT_EQ(answers, QStringList("no"));
}

TEST_F(ScannedCase, EnterWithoutAScanIsTheClerks)
{
    EXPECT_FALSE(prompt.endScan());
    prompt.typeKey("a");
    pass(1s);
    EXPECT_FALSE(prompt.endScan());
    EXPECT_EQ(prompt.caseNumber(), "") << "one letter is no scan";
}

TEST_F(ScannedCase, WhatWasTypedIntoOneQuestionIsNothingInTheNext)
{
    prompt.typeKey("2");
    prompt.ask(Kind::Outcome, {{"done", "Done"}, {"no", "Not possible"}}, {.asked = true});
    pass(1s);
    EXPECT_TRUE(answers.isEmpty());
}

TEST_F(ScannedCase, WithoutFieldsADigitChoosesAtOnce)
{
    prompt.ask(Kind::Transfer, {{"plans", "Change of plan"}});
    prompt.typeKey("1");
    EXPECT_EQ(answers, QStringList("plans"));
}

} // namespace
