#include <display/model/display_words.h>

#include <QFile>
#include <QRegularExpression>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace {

class DisplayTranslation : public testing::TestWithParam<const char*>
{};

TEST_P(DisplayTranslation, LeavesNothingUnfinishedOrEmpty)
{
    QFile file(QString(STARQUEUE_SOURCE_DIR "/display/i18n/starqueue_display_%1.ts").arg(GetParam()));
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    const QString text = QString::fromUtf8(file.readAll());
    EXPECT_GT(text.count("<message"), 10);
    EXPECT_EQ(text.count("type=\"unfinished\""), 0);
    EXPECT_EQ(text.count(QRegularExpression("<translation>\\s*</translation>|<translation/>")), 0);
}

INSTANTIATE_TEST_SUITE_P(Languages, DisplayTranslation, testing::Values("zh", "en"));

TEST(DisplayWords, StandInBothLanguagesWithTheChosenOneFirst)
{
    const auto chinese = starqueue::display::DisplayWords("zh").both("Notice");
    EXPECT_EQ(chinese.main, u"公告"_s);
    EXPECT_EQ(chinese.other, "Notice");
    EXPECT_EQ(starqueue::display::DisplayWords("en").both("Notice").other, u"公告"_s);
}

} // namespace
