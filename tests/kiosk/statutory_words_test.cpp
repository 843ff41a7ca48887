#include <client/ui/language.h>
#include <kiosk/kiosk_screen.h>

#include <QJsonArray>

#include <gtest/gtest.h>

using starqueue::kiosk::test::KioskScreen;
using starqueue::ui::Language;

namespace {

QJsonObject name(const char* zh, const char* en)
{
    return {{"zh", QString::fromUtf8(zh)}, {"en", QString::fromUtf8(en)}};
}

/// The page that asks for a statutory priority, in a language.
struct StatutoryWords : testing::TestWithParam<const char*>
{
    KioskScreen screen;

    void ask(const QJsonArray& groups)
    {
        ASSERT_TRUE(screen.ready());
        Language::instance().setCode(GetParam());
        ASSERT_TRUE(screen.boardChanged("groups", groups));
        ASSERT_TRUE(screen.touch("service-account"));
    }
    bool shows(const char* zh, const char* en)
    {
        return screen.shows(QString::fromUtf8(GetParam() == std::string_view("zh") ? zh : en));
    }
};

const QJsonObject kElderly{{"id", "elderly"},
                           {"name", name("老年人", "Elderly person")},
                           {"proof", name("身份证", "Identity card")},
                           {"atKiosk", true}};
const QJsonObject kDonor{
    {"id", "donor"}, {"name", name("无偿献血者", "Blood donor")}, {"proof", name("", "")}, {"atKiosk", true}};

TEST_P(StatutoryWords, NameTheProofThatStaffMayAskFor)
{
    ask({kElderly, kDonor});
    EXPECT_TRUE(shows("老年人（身份证）", "Elderly person (Identity card)")) << screen.words().toStdString();
    EXPECT_TRUE(shows("出示括号内的证件或证明", "what stands in brackets")) << screen.words().toStdString();
}

TEST_P(StatutoryWords, OfTheHallsOwnGroupNameNoLawAndNoProofThatThereIsNot)
{
    ask({kDonor});
    EXPECT_TRUE(shows("为您优先办理。", "You are then served earlier.")) << screen.words().toStdString();
    for (const char* word : {"依法", "law", "证件", "brackets"})
        EXPECT_FALSE(screen.words().contains(QString::fromUtf8(word))) << word;
}

INSTANTIATE_TEST_SUITE_P(Languages, StatutoryWords, testing::Values("zh", "en"));

} // namespace
