#include <hall/service/hall_process.h>

#include <hall/api/support/face.h>

#include <gtest/gtest.h>

namespace starqueue::hall::test {

namespace {

constexpr std::uint64_t kLargestFile = 400'000; ///< bytes: room to start and for some hundred commands
constexpr int kMostCommands = 3000;

Said issue(Face& usher)
{
    return usher.post("/tickets", {{"service", "account"}});
}

} // namespace

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
