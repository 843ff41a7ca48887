#include <client/ui/face_program.h>
#include <client/ui/language.h>

#include <gtest/gtest.h>

using namespace starqueue::ui;

namespace {

TEST(Language, PicksTheHallsOwnWords)
{
    Language& language = Language::instance();
    language.setCode("zh");
    const starqueue::client::api::Name name{"账户业务", "Accounts"};
    EXPECT_EQ(language.pick(name), "账户业务");
    language.setCode("en");
    EXPECT_EQ(language.pick(name), "Accounts");
    language.setCode("zh");
}

TEST(Language, IgnoresALanguageThatIsNotSpokenHere)
{
    Language::instance().setCode("fr");
    EXPECT_EQ(Language::instance().code(), "zh");
}

TEST(Language, SaysSoWhenTranslationsAreNotBuiltIn)
{
    EXPECT_TRUE(Language::instance().addTranslations("starqueue_ui"));
    EXPECT_FALSE(Language::instance().addTranslations("starqueue_nothing"));
}

} // namespace
