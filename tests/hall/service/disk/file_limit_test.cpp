#include <hall/service/hall_process.h>

#include <hall/api/support/face.h>
#include <hall/settings/default_hall.h>

#include <gtest/gtest.h>

namespace starqueue::hall::test {

namespace {

constexpr std::uint64_t kLargestFile = 400'000; ///< bytes: room to start and for some hundred commands
constexpr int kMostCommands = 3000;

Said issue(Face& usher)
{
    return usher.post("/tickets", {{"service", "account"}});
}

std::string withOperationsAt(std::uint16_t port)
{
    std::string settings{starqueue::settings::defaultHall()};
    const std::string line = "# operations = \"127.0.0.1:8471\"";
    return settings.replace(settings.find(line), line.size(),
                            "operations = \"127.0.0.1:" + std::to_string(port) + '"');
}

std::size_t countIn(const std::string& text, const std::string& part)
{
    std::size_t count = 0;
    for (auto at = text.find(part); at != text.npos; at = text.find(part, at + 1))
        ++count;
    return count;
}

} // namespace

TEST(LimitedFiles, AHallThatTakesNoCommandsSaysSoInItsHealthAndOnceInItsLog)
{
    const HallFolder folder;
    const std::uint16_t operations = freePort();
    HallProcess hall(folder, {.largestFile = kLargestFile}, withOperationsAt(operations));
    Face usher(hall.port(), folder.secret("usher"));
    Said said = issue(usher);
    for (int i = 0; i < kMostCommands && said.status == 201; ++i)
        said = issue(usher);
    for (int i = 0; i < 20; ++i)
        EXPECT_EQ(issue(usher).status, 507);
    const Said ready = call(operations, "GET", "/readyz");
    EXPECT_EQ(ready.status, 503) << ready.raw.body;
    EXPECT_EQ(ready.body.at("storage").at("writable"), false);
    const Said healthy = call(hall.port(), "GET", "/healthz");
    EXPECT_EQ(healthy.status, 200) << healthy.raw.body;
    EXPECT_EQ(healthy.body.at("storage").at("writable"), false);
    EXPECT_EQ(countIn(hall.endAndReadLog(), "no command is taken: "), 1U);
}

// The system ends a program whose file may not grow, unless the program takes the error for a full disk.
TEST(LimitedFiles, AHallWhoseFilesMayNotGrowRefusesInWordsAndReadsOn)
{
    const HallFolder folder;
    HallProcess hall(folder, {.largestFile = kLargestFile});
    Face usher(hall.port(), folder.secret("usher"));
    Said said = issue(usher);
    for (int i = 0; i < kMostCommands && said.status == 201; ++i)
        said = issue(usher);
    EXPECT_EQ(said.status, 507) << said.raw.body;
    EXPECT_EQ(said.code(), "storage_full");
    EXPECT_EQ(Face(hall.port(), folder.secret("display")).get("/board").status, 200);
}

TEST(LimitedFiles, WhatWasAnsweredBeforeIsThereWithoutTheLimit)
{
    const HallFolder folder;
    int answered = 0;
    {
        HallProcess hall(folder, {.largestFile = kLargestFile});
        Face usher(hall.port(), folder.secret("usher"));
        while (answered < kMostCommands && issue(usher).status == 201)
            ++answered;
        hall.kill();
    }
    HallProcess hall(folder);
    Face usher(hall.port(), folder.secret("usher"));
    const Said next = issue(usher);
    ASSERT_EQ(next.status, 201) << next.raw.body;
    EXPECT_EQ(next.body.at("id"), std::to_string(answered + 1));
}

} // namespace starqueue::hall::test
