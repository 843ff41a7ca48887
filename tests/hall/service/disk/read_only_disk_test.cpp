#include <hall/service/hall_process.h>

#include <hall/api/support/face.h>

#include <gtest/gtest.h>

#include <filesystem>

// A disk that found errors in itself is mounted read-only by the system: what the hall knows must be
// readable.

namespace starqueue::hall::test {

namespace {

enum class Ended { Orderly, Killed };

class OnReadOnlyDisk : public testing::TestWithParam<Ended>
{
protected:
    void SetUp() override
    {
        if (!canMountReadOnly())
            GTEST_SKIP() << "this machine gives a program no mounts of its own";
    }

    /// Two tickets, the first of which was called.
    void serveWhileItCanBeWritten() const
    {
        HallProcess hall(folder);
        Face usher(hall.port(), folder.secret("usher"));
        Face clerk(hall.port(), folder.secret("counter-1"));
        ASSERT_EQ(usher.post("/tickets", {{"service", "account"}}).status, 201);
        ASSERT_EQ(usher.post("/tickets", {{"service", "account"}}).status, 201);
        ASSERT_EQ(clerk.post("/counters/1/open", {{"clerk", "17"}}).status, 200);
        ASSERT_EQ(clerk.post("/counters/1/next").status, 200);
        if (GetParam() == Ended::Killed)
            hall.kill();
    }

    HallFolder folder;
};

} // namespace

TEST_P(OnReadOnlyDisk, AHallStartsToBeReadAndRefusesInWords)
{
    serveWhileItCanBeWritten();
    HallProcess hall(folder, {.isReadOnly = true});
    Face usher(hall.port(), folder.secret("usher"));
    EXPECT_EQ(usher.get("/tickets/1").body.at("state"), "called");
    EXPECT_EQ(usher.get("/tickets/2").body.at("state"), "waiting");
    EXPECT_EQ(Face(hall.port(), folder.secret("display")).get("/board").status, 200);
    const Said refused = usher.post("/tickets", {{"service", "account"}});
    EXPECT_EQ(refused.status, 507) << refused.raw.body;
    EXPECT_EQ(refused.code(), "storage_full");
    EXPECT_NE(refused.raw.body.find("mount it for writing, and start the hall again"), std::string::npos)
        << refused.raw.body;
}

TEST_P(OnReadOnlyDisk, NothingIsLostWhenItCanBeWrittenAgain)
{
    serveWhileItCanBeWritten();
    {
        const HallProcess hall(folder, {.isReadOnly = true});
    }
    const HallProcess hall(folder);
    Face usher(hall.port(), folder.secret("usher"));
    const Said next = usher.post("/tickets", {{"service", "account"}});
    ASSERT_EQ(next.status, 201) << next.raw.body;
    EXPECT_EQ(next.body.at("number"), "A003");
    EXPECT_EQ(usher.get("/tickets/1").body.at("state"), "called");
}

TEST_P(OnReadOnlyDisk, ReportsAreCountedWithoutTheirFile)
{
    serveWhileItCanBeWritten();
    std::filesystem::remove(folder.path() / "report.db");
    const HallProcess hall(folder, {.isReadOnly = true});
    const std::string today = Face(hall.port(), folder.secret("display")).get("/board").body.at("date");
    const auto nextYear = std::to_string(std::stoi(today) + 1) + "-01-01";
    const std::string path = "/reports/waits?by=service&from=" + today + "&to=" + nextYear;
    Face manager(hall.port(), folder.secret("manager"));
    Said waits = manager.get(path);
    while (waits.code() == "still_counting")
        waits = manager.get(path);
    ASSERT_EQ(waits.status, 200) << waits.raw.body;
    EXPECT_EQ(waits.body.at(0).at("count"), 1);
}

INSTANTIATE_TEST_SUITE_P(Of, OnReadOnlyDisk, testing::Values(Ended::Orderly, Ended::Killed),
                         [](const auto& test) {
                             return test.param == Ended::Orderly ? "AnOrderlyEnd" : "AKilledProgram";
                         });

} // namespace starqueue::hall::test
