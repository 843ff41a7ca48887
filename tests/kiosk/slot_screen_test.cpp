// What the screen says of a ticket's paper where it isn't simply printed: it lies in the slot, was only sent,
// or was taken back.
#include <client/ui/language.h>
#include <kiosk/kiosk_screen.h>

#include <gtest/gtest.h>

using namespace std::chrono_literals;
using starqueue::kiosk::Visit;
using starqueue::kiosk::test::KioskScreen;
using starqueue::test::eventBytes;
using starqueue::test::eventually;
using starqueue::ui::Language;

namespace {

/// Each language.
struct SlotScreen : testing::TestWithParam<const char*>
{
    KioskScreen screen;

    void SetUp() override
    {
        ASSERT_TRUE(screen.ready());
        Language::instance().setCode(GetParam());
        screen.hall.reply("POST", "/tickets", 201,
                          {{"id", "17"}, {"number", "A012"}, {"print", QJsonObject{{"jobId", "9"}}}});
    }
    [[nodiscard]] bool says(const char* zh, const char* en) const
    {
        return screen.shows(QString::fromUtf8(Language::instance().code() == "zh" ? zh : en));
    }
    [[nodiscard]] bool asksForIt() const
    {
        return screen.shows(Language::instance().code() == "zh"
                                ? "您的号票在出票口，请取走"
                                : "Your ticket lies in the slot: please take it");
    }
};

INSTANTIATE_TEST_SUITE_P(Kiosk, SlotScreen, testing::Values("zh", "en"));

} // namespace

TEST_P(SlotScreen, ATicketInTheSlotIsAskedForUntilItIsTaken)
{
    ASSERT_TRUE(screen.touch("service-account"));
    ASSERT_TRUE(eventually([&] { return screen.item("ticket-number") != nullptr; }));
    screen.hall.push(eventBytes(9, "print_job_ended", {{"ticket", "17"}, {"outcome", "printed"}}));
    screen.hall.push(eventBytes(10, "print_job_paper", {{"ticket", "17"}, {"paper", "presented"}}));
    ASSERT_TRUE(eventually([&] { return asksForIt(); })) << screen.words().toStdString();
    screen.model->visit()->countdown()->advance(60s);
    EXPECT_TRUE(asksForIt());
    EXPECT_TRUE(screen.shows("A012"));
    EXPECT_EQ(screen.cutTexts().join("\n").toStdString(), "");
    screen.hall.push(eventBytes(11, "print_job_paper", {{"ticket", "17"}, {"paper", "taken"}}));
    ASSERT_TRUE(eventually([&] { return screen.model->visit()->countdown()->left() <= 10s; }));
    screen.model->visit()->countdown()->advance(10s);
    EXPECT_TRUE(eventually([&] { return screen.item("ticket-number") == nullptr; }));
}

TEST_P(SlotScreen, ATicketThatWasOnlySentIsToBePhotographedIfNoPaperComes)
{
    ASSERT_TRUE(screen.touch("service-account"));
    ASSERT_TRUE(eventually([&] { return screen.item("ticket-number") != nullptr; }));
    screen.hall.push(eventBytes(9, "print_job_ended", {{"ticket", "17"}, {"outcome", "sent"}}));
    EXPECT_TRUE(eventually([&] {
        return says("若没有出票，请拍下此号码", "If no paper comes, photograph this number");
    })) << screen.words().toStdString();
    EXPECT_FALSE(says("✓ 请取走您的号票", "✓ Please take your ticket")) << "nobody knows that it is printed";
    EXPECT_TRUE(screen.shows("A012"));
    EXPECT_EQ(screen.cutTexts().join("\n").toStdString(), "");
}

TEST_P(SlotScreen, ATicketThatThePrinterTookBackIsSaidToBeAndToBePhotographed)
{
    ASSERT_TRUE(screen.touch("service-account"));
    ASSERT_TRUE(eventually([&] { return screen.item("ticket-number") != nullptr; }));
    screen.hall.push(eventBytes(9, "print_job_ended", {{"ticket", "17"}, {"outcome", "printed"}}));
    screen.hall.push(eventBytes(10, "print_job_paper", {{"ticket", "17"}, {"paper", "presented"}}));
    ASSERT_TRUE(eventually([&] { return asksForIt(); }));
    screen.hall.push(eventBytes(11, "print_job_paper", {{"ticket", "17"}, {"paper", "retracted"}}));
    EXPECT_TRUE(eventually([&] {
        return says("⚠ 号票未及时取走，已被收回，请拍下号码",
                    "⚠ The machine took your ticket back: please photograph this");
    })) << screen.words().toStdString();
    EXPECT_TRUE(screen.shows("A012"));
    EXPECT_EQ(screen.cutTexts().join("\n").toStdString(), "");
}
