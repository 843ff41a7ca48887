#include <hall/settings/edited_hall.h>

#include <gmock/gmock.h>

using namespace starqueue;
using namespace starqueue::settings;
using namespace starqueue::settings::test;
using testing::HasSubstr;

namespace {

/// The default hall.toml with this in place of its [[statutory_group]] tables.
std::string withGroups(const std::string& groups)
{
    std::string text{defaultHall()};
    const std::size_t begin = text.find("[[statutory_group]]");
    const std::size_t end = text.find("[rating]");
    return text.replace(begin, end - begin, groups + "\n\n");
}

constexpr const char* kVeterans = R"(
[[statutory_group]]
id = "veteran"
name = { zh = "退役军人", en = "Veteran" }
head_start_minutes = 7.5
granted = ["kiosk", "usher"]
)";

} // namespace

TEST(StatutoryGroups, AreWhatTheHallSays)
{
    const auto groups = accepted(withGroups(kVeterans)).rules.groups;
    ASSERT_EQ(groups.size(), 1U);
    EXPECT_EQ(groups[0], (queue::StatutoryGroup{.id = "veteran",
                                                .name = {"退役军人", "Veteran"},
                                                .headStart = std::chrono::seconds{450},
                                                .atKiosk = true,
                                                .byUsher = true}));
}

TEST(StatutoryGroups, OfAnOlderFileAreTheFourWithWhatTheyHaveInCommon)
{
    const auto groups =
        accepted(withGroups("[statutory]\nhead_start_minutes = 12\ngranted = \"kiosk\"")).rules.groups;
    EXPECT_EQ(groups, queue::classicGroups({.headStart = std::chrono::minutes{12}, .atKiosk = true}));
    EXPECT_EQ(accepted(withGroups("")).rules.groups, queue::classicGroups({}));
}

TEST(StatutoryGroups, OfTheDefaultHallAreTheFourOfOlderFilesAndItDropsTheReason)
{
    EXPECT_EQ(accepted(std::string(defaultHall())).rules.groups,
              queue::withAnonymous(queue::classicGroups({})));
}

TEST(StatutoryGroups, KeepTheReasonUnlessTheHallDropsIt)
{
    const auto groupsOf = [](const std::string& text) { return accepted(withGroups(text)).rules.groups; };
    const auto veterans = groupsOf(kVeterans);
    EXPECT_EQ(groupsOf(std::string(kVeterans) + "[statutory]\ndrop_reason = false"), veterans);
    EXPECT_EQ(groupsOf(std::string(kVeterans) + "[statutory]\ndrop_reason = true"),
              queue::withAnonymous(veterans));
    EXPECT_EQ(groupsOf("[statutory]\ndrop_reason = true\nhead_start_minutes = 12"),
              queue::withAnonymous(queue::classicGroups({.headStart = std::chrono::minutes{12}})));
}

TEST(StatutoryGroups, SayTheirOwnHeadStartAndWhereTheyAreGranted)
{
    for (const std::string line : {"head_start_minutes = 12", "granted = \"kiosk\""}) {
        const auto problems = refused(withGroups(std::string(kVeterans) + "[statutory]\n" + line));
        ASSERT_EQ(problems.size(), 1U) << errorMessage(problems);
        EXPECT_EQ(problems[0].key, "statutory." + line.substr(0, line.find(' ')));
        EXPECT_THAT(problems[0].advice, HasSubstr("with each group"));
    }
}

TEST(StatutoryGroups, AreEightAtMostAlsoWhereTheReasonIsDropped)
{
    std::string eight;
    for (int i = 0; i < 8; ++i)
        eight += "[[statutory_group]]\nid = \"g" + std::to_string(i) +
                 "\"\nname = { zh = \"x\", en = \"x\" }\n" + "head_start_minutes = " + std::to_string(i) +
                 "\n";
    EXPECT_EQ(accepted(withGroups(eight + "[statutory]\ndrop_reason = true")).rules.groups.size(), 16U);
}

TEST(StatutoryGroups, OfOneIdAreRefused)
{
    const auto problems = refused(withGroups(std::string(kVeterans) + kVeterans));
    ASSERT_EQ(problems.size(), 1U) << errorMessage(problems);
    EXPECT_EQ(problems[0].key, R"(statutory_group "veteran".id)");
    EXPECT_THAT(problems[0].advice, HasSubstr("twice"));
}

TEST(StatutoryGroups, MoreThanAKioskHasRoomForAreRefused)
{
    for (const int count : {9, 300}) {
        std::string many;
        for (int i = 0; i < count; ++i)
            many += "[[statutory_group]]\nid = \"g" + std::to_string(i) +
                    "\"\nname = { zh = \"x\", en = \"x\" }\n";
        const auto problems = refused(withGroups(many));
        ASSERT_EQ(problems.size(), 1U) << errorMessage(problems);
        EXPECT_THAT(problems[0].advice, HasSubstr("at most 8"));
    }
}

TEST(StatutoryGroups, AMistypedTableIsToldTheRightName)
{
    const auto problems = refused(withGroups("[[statutory_groups]]\nid = \"x\""));
    ASSERT_EQ(problems.size(), 1U) << errorMessage(problems);
    EXPECT_THAT(problems[0].advice, HasSubstr("\"statutory_group\""));
}
