#include <hall/api/support/browser.h>
#include <hall/service/hall_process.h>

#include <gtest/gtest.h>

#include <sys/resource.h>

namespace starqueue::hall::test {

namespace {

constexpr auto kShort = "Zq7!mauve-ox"; // fits into a std::string itself
constexpr auto kLong = "Zq8!several words of mauve oxen that nobody else would think of";

class Memory : public testing::Test
{
protected:
    void SetUp() override
    {
        m_folder.addUser("anna", db::Role::Manager, kShort, false);
        m_folder.addUser("berta", db::Role::Admin, kLong, false);
        m_folder.addUser("17", db::Role::Clerk, "48151623", false);
        m_hall = std::make_unique<HallProcess>(m_folder);
        if (!m_hall->remembers("starqueue"))
            GTEST_SKIP() << "only root reads the memory of a program that keeps it to itself";
    }

    HallFolder m_folder;
    std::unique_ptr<HallProcess> m_hall;
};

} // namespace

TEST_F(Memory, OfTheHallHasNoPasswordOnceItIsAnswered)
{
    ASSERT_EQ(m_hall->remembers("berta"), true) << "what the hall knows is found there";
    for (const auto& [name, password] : {std::pair{"anna", kShort}, std::pair{"berta", kLong}}) {
        Browser browser{m_hall->port()};
        EXPECT_EQ(browser.logIn(name, std::string(password) + "x").status, 401);
        EXPECT_EQ(browser.logIn(name, password).status, 201);
        EXPECT_EQ(browser.post("/sessions/current/password", {{"password", password}}).status, 204);
        EXPECT_EQ(
            browser.post("/users/me/password", {{"old", password}, {"password", "password1234"}}).status,
            400);
    }
    // The next request overwrites what the last left in buffers that all share.
    EXPECT_EQ(Browser{m_hall->port()}.get("/hall").status, 401);
    for (const std::string password : {kShort, kLong})
        EXPECT_EQ(m_hall->remembers(password.substr(0, 10)), false) << password;
}

TEST_F(Memory, OfTheHallIsInNoCoreDump)
{
    m_hall.reset();
    const rlimit all{RLIM_INFINITY, RLIM_INFINITY};
    (void)::setrlimit(RLIMIT_CORE, &all); // which the program inherits
    m_hall = std::make_unique<HallProcess>(m_folder);
    EXPECT_FALSE(m_hall->dumpsCore());
}

} // namespace starqueue::hall::test
