#include <kiosk/kiosk_settings.h>

#include <QTemporaryFile>

#include <gtest/gtest.h>

using starqueue::client::ScannerProfile;
using starqueue::client::api::IdentityKind;
using starqueue::kiosk::KioskSettings;
using starqueue::kiosk::readKioskSettings;

namespace {

tl::expected<KioskSettings, QString> settingsOf(const QByteArray& text)
{
    QTemporaryFile file;
    EXPECT_TRUE(file.open());
    file.write(text);
    file.flush();
    return readKioskSettings(file.fileName());
}

TEST(KioskSettingsTest, WithoutAFileAnyReaderThatEndsByEnterIsRead)
{
    const auto settings = readKioskSettings({});
    ASSERT_TRUE(settings);
    ASSERT_EQ(settings->scanners.size(), 1);
    EXPECT_EQ(settings->scanners.first().suffix, ScannerProfile::Suffix::Enter);
    EXPECT_EQ(settingsOf("")->scanners.size(), 1);
}

TEST(KioskSettingsTest, NamesReadersAndTheKindsOfTheirCodes)
{
    const auto settings = settingsOf(R"(
[[scanner]]
prefix = "~"
suffix = "tab"
gap_ms = 30
[[scanner.kind]]
pattern = "62[0-9]{10}"
kind = "card"
[[scanner]]
suffix = "none"
)");
    ASSERT_TRUE(settings) << settings.error().toStdString();
    ASSERT_EQ(settings->scanners.size(), 2);
    const ScannerProfile& first = settings->scanners.first();
    EXPECT_EQ(first.prefix, "~");
    EXPECT_EQ(first.suffix, ScannerProfile::Suffix::Tab);
    EXPECT_EQ(first.gap.count(), 30);
    ASSERT_EQ(first.kinds.size(), 1);
    EXPECT_EQ(first.kinds.first().kind, IdentityKind::Card);
    EXPECT_EQ(settings->scanners.last().suffix, ScannerProfile::Suffix::None);
}

TEST(KioskSettingsTest, AWrongValueIsNamedWithItsLine)
{
    for (const auto& [text, named] :
         {std::pair{"[[scanner]]\nsuffix = \"return\"", "suffix"},
          {"[[scanner]]\ngap_ms = 5", "gap_ms"},
          {"[[scanner]]\nspeed = 5", "speed"},
          {"[[scanner]]\n[[scanner.kind]]\npattern = \"(\"", "pattern"},
          {"[[scanner]]\n[[scanner.kind]]\npattern = \"1\"\nkind = \"phone\"", "kind"}}) {
        const auto settings = settingsOf(text);
        ASSERT_FALSE(settings) << text;
        EXPECT_TRUE(settings.error().contains(named)) << settings.error().toStdString();
    }
    EXPECT_TRUE(readKioskSettings("/no/such/kiosk.toml").error().contains("kiosk.toml"));
}

} // namespace
