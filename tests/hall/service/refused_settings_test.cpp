#include <hall/api/support/hall_folder.h>
#include <hall/service/hall_process.h>
#include <hall/settings/default_hall.h>
#include <hall/settings/edited_hall.h>

#include <gmock/gmock.h>

#include <sys/wait.h>

#include <array>
#include <cstdio>
#include <fstream>

// What somebody reads who starts the real program with a setting that it can't take.

namespace starqueue::hall::test {
namespace {

using settings::test::edited;
using settings::test::lineOf;
using testing::HasSubstr;

struct Ended
{
    int status = -1;
    std::string words;
};

Ended startedOn(const HallFolder& folder, const std::string& toml)
{
    const auto config = folder.path() / "refused.toml";
    std::ofstream(config) << toml;
    const std::string command = std::string{STARQUEUE_HALL} + " --config " + config.string() + " --data " +
                                folder.path().string() + " 2>&1";
    Ended ended;
    std::FILE* const output = ::popen(command.c_str(), "r");
    std::array<char, 512> part{};
    while (output && std::fgets(part.data(), part.size(), output))
        ended.words += part.data();
    ended.status = WEXITSTATUS(::pclose(output));
    return ended;
}

Ended startedWith(const std::string& toml)
{
    return startedOn(HallFolder{}, toml);
}

void expectRefused(const std::string& toml, std::string_view culprit, const std::string& key,
                   const std::string& advice)
{
    const Ended ended = startedWith(toml);
    EXPECT_NE(ended.status, 0);
    const std::string place = "refused.toml:" + std::to_string(lineOf(toml, culprit)) + ": " + key;
    EXPECT_THAT(ended.words, HasSubstr(place));
    EXPECT_THAT(ended.words, HasSubstr(advice));
}

TEST(StartingTheHall, IsRefusedForATierWithoutARate)
{
    std::string toml = edited("\"head-start\"", "\"accumulating\"");
    toml.replace(toml.find("rate = 3\n"), 9, "");
    toml.replace(toml.find("stars = 4"), 9, "stars = 4 # no rate");
    const Ended ended = startedWith(toml);
    EXPECT_NE(ended.status, 0);
    EXPECT_THAT(ended.words,
                HasSubstr(":" + std::to_string(lineOf(toml, "stars = 4 # no rate") - 1) + ": tier[2].rate"));
}

TEST(StartingTheHall, IsRefusedForACounterThatServesNothing)
{
    const std::string toml =
        edited(R"(services = ["account", "plans", "payments", "sim", "business"])", "services = []");
    expectRefused(toml, "services = []", R"(counter "1".services)", "at least one [[service]]");
}

TEST(StartingTheHall, IsRefusedForAServiceThatNoCounterServes)
{
    std::string toml = edited("id = \"sim\"", "id = \"sim\" # served by nobody");
    for (std::size_t at = toml.find("\"sim\", "); at != std::string::npos; at = toml.find("\"sim\", "))
        toml.replace(at, 7, "");
    expectRefused(toml, "id = \"sim\" #", R"(service "sim".id)", "add it to a counter's services");
}

TEST(StartingTheHall, IsRefusedForATierThatNoCounterServes)
{
    std::string toml{settings::defaultHall()};
    const std::string all = R"(services = ["account", "plans", "payments", "sim", "business"])";
    for (std::size_t at = toml.find(all); at != std::string::npos; at = toml.find(all, at + all.size() + 20))
        toml.insert(at, "tiers = [6, 5, 4]\n");
    expectRefused(toml, "id = \"account\"", R"(service "account".id)", "tier of 0 stars");
}

TEST(StartingTheHall, IsRefusedForAHeadStartThatBreaksTheBound)
{
    std::string toml = edited("minutes = 25\n\n", "minutes = -1\n\n");
    toml.replace(toml.find("dedicated_to_stars = 5"), 22, "");
    toml.replace(toml.find("help_others_after_seconds = 0"), 29, "");
    toml.replace(toml.find("head_start_minutes = 15"), 23, "head_start_minutes = 26");
    toml.replace(toml.find("most_passes = 12"), 16, "most_passes = 0");
    expectRefused(toml, "bound_minutes = 25", "fairness.bound_minutes = 25", "overtaken by 26 min");
}

TEST(StartingTheHall, IsRefusedWhereOtherMachinesWouldReachItInClear)
{
    const HallFolder folder;
    for (const char* key : {"address", "operations", "phone"}) {
        std::string toml{settings::defaultHall()};
        const std::string line = std::string{key} + " = \"0.0.0.0:0\"";
        toml.replace(toml.find("address = \"127.0.0.1:8470\""), 26,
                     key == std::string_view{"address"} ? line : "address = \"127.0.0.1:0\"\n" + line);
        const Ended ended = startedOn(folder, toml);
        EXPECT_NE(ended.status, 0);
        EXPECT_THAT(ended.words, HasSubstr("[listen] " + line));
        EXPECT_THAT(ended.words, HasSubstr("in_clear = [\"" + std::string{key} + "\"]"));
    }
}

TEST(StartingTheHall, IsRefusedWhereOthersMayReadItsKeys)
{
    namespace fs = std::filesystem;
    const HallFolder folder;
    const fs::path key = folder.path() / "keys" / "lookup.key";
    fs::permissions(key, fs::perms::group_read, fs::perm_options::add);
    const Ended ended = startedOn(folder, std::string{settings::defaultHall()});
    EXPECT_EQ(ended.status, 2) << ended.words;
    EXPECT_THAT(ended.words, HasSubstr("chmod 600 " + key.string()));
}

TEST(StartingTheHall, InClearBeyondThisMachineIsDoneWhereTheSettingsSaySo)
{
    const HallFolder folder;
    const HallProcess hall(
        folder, {}, edited("# phone = \"127.0.0.1:8472\"", "in_clear = [\"phone\"]\nphone = \"0.0.0.0:0\""));
    EXPECT_NE(hall.port(), 0);
}

// With its own settings each would start, and serve until somebody ends it.
TEST(StartingTheHall, IsRefusedWithoutItsJournalItsCustomersOrTheirKeys)
{
    for (const char* lost : {"hall.db", "customers.db", "keys"}) {
        const HallFolder folder;
        std::filesystem::remove_all(folder.path() / lost);
        const Ended ended = startedOn(folder, std::string{settings::defaultHall()});
        EXPECT_NE(ended.status, 0);
        EXPECT_THAT(ended.words, HasSubstr(lost));
        EXPECT_FALSE(std::filesystem::exists(folder.path() / lost)) << "it was made anew";
    }
}

} // namespace
} // namespace starqueue::hall::test
