#include <firmware-bridge/config/bridge_config.h>
#include <firmware-bridge/profiles/known_profiles.h>
#include <firmware-bridge/profiles/profile_reader.h>

#include <gtest/gtest.h>

using namespace starqueue::bridge;
using namespace Qt::StringLiterals;

namespace {

std::string problemsOf(const tl::expected<PrinterProfile, starqueue::formats::SettingProblems>& loaded)
{
    return loaded ? "" : starqueue::formats::errorMessage(loaded.error());
}

tl::expected<BridgeConfig, ConfigProblems> withPrinter(const QByteArray& lines)
{
    return parseBridgeConfig("[hall]\nurl = \"http://127.0.0.1:1\"\ntoken_file = \"t\"\n[[printer]]\nid = "
                             "\"p\"\nkiosk = \"1\"\nport = \"p\"\n" +
                                 lines,
                             u"bridge.toml"_s);
}

} // namespace

TEST(PrinterProfiles, EachOneThatComesWithTheProgramIsRightAndNamesItsSource)
{
    EXPECT_EQ(knownProfiles().size(), 8);
    for (const QString& name : knownProfiles()) {
        const auto profile = loadProfile(name, u"/"_s);
        ASSERT_TRUE(profile) << problemsOf(profile);
        EXPECT_EQ(profile->name, name);
        EXPECT_FALSE(profile->source.isEmpty()) << name.toStdString();
    }
}

TEST(PrinterProfiles, WithoutOneAPrinterIsAnEpsonTm)
{
    const auto epson = loadProfile(u"epson-tm"_s, u"/"_s);
    ASSERT_TRUE(epson);
    PrinterProfile byDefault;
    byDefault.source = epson->source;
    byDefault.codePages = epson->codePages;
    const auto sameRules = [](StatusMap one, StatusMap other) {
        return one.question == other.question && one.length == other.length && one.fixed == other.fixed &&
               std::is_permutation(one.rules.begin(), one.rules.end(), other.rules.begin(),
                                   other.rules.end());
    };
    ASSERT_TRUE(std::equal(byDefault.statusMaps.begin(), byDefault.statusMaps.end(),
                           epson->statusMaps.begin(), epson->statusMaps.end(), sameRules));
    byDefault.statusMaps = epson->statusMaps;
    EXPECT_EQ(*epson, byDefault);
}

TEST(PrinterProfiles, BridgeTomlChoosesOneAndOverridesSingleThings)
{
    const auto config = withPrinter("profile = \"custom-presenter\"\ncolumns = 42\ntrust = \"writes\"\n");
    ASSERT_TRUE(config) << config.error().join(u'\n').toStdString();
    const PrinterProfile& profile = config->printers.front().profile;
    EXPECT_EQ(profile.proof, PrintProof::Presenter);
    EXPECT_EQ(profile.columns, 42);
    EXPECT_TRUE(profile.trustWrites);
    EXPECT_EQ(profile.statusMap(20)->head, QByteArray("\x10\x0F"));
}

TEST(PrinterProfiles, AnUnknownNameIsRefusedWithThoseThatThereAre)
{
    const auto config = withPrinter("profile = \"epson\"\n");
    ASSERT_FALSE(config);
    EXPECT_TRUE(config.error().join(u'\n').contains(u"custom-presenter"_s));
}

TEST(PrinterProfiles, AWrongPatternIsRefusedWithItsLine)
{
    const auto profile =
        parseProfile("[[status]]\nquestion = 4\npaper_out = [\"xx1xxxx\"]\n", u"mine.toml"_s);
    ASSERT_FALSE(profile);
    EXPECT_EQ(profile.error().front().line, 3) << problemsOf(profile);
}
