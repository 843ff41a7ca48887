#include <hall/service/one_thread_hall.h>

#include <db/people/customers.h>
#include <db/people/key_copies.h>
#include <db/people/key_scratch.h>

#include <gtest/gtest.h>

#include <array>
#include <filesystem>
#include <fstream>

namespace starqueue::hall::test {

namespace {

using namespace std::chrono_literals;

/// Monday, 23 November, ten in the morning in Shanghai.
constexpr Instant kErasingMorning = Instant{std::chrono::sys_days{std::chrono::year{2026} / 11 / 23}} + 2h;

class OneThreadErasure : public ::testing::Test
{
protected:
    std::string erasure()
    {
        const std::string health = hall.health("technician");
        const auto at = health.find(R"("erasure":)");
        EXPECT_NE(at, std::string::npos) << health;
        return at == std::string::npos ? health : health.substr(at);
    }
    void note(std::size_t erasures) const
    {
        const std::array copies{db::KeyCopy{"/media/stick/keys", erasures}};
        ASSERT_TRUE(db::noteKeyCopies(hall.folder(), copies));
    }

    OneThreadHall hall{kErasingMorning};
};

} // namespace

TEST_F(OneThreadErasure, ThatACopyOfTheKeysDoesntKnowIsToldUntilItDoes)
{
    note(0);
    hall.pass(10s);
    EXPECT_TRUE(erasure().starts_with(R"("erasure":{"pending":0})")) << erasure();
    {
        // As the command line does, beside the service.
        const auto store = db::CustomerStore::open(hall.folder());
        const auto known = (*store)->lookup(db::IdentityKind::Phone, "13900000005");
        ASSERT_TRUE(known && *known);
        ASSERT_TRUE((*store)->forget((*known)->customerRef).value_or(false));
    }
    hall.pass(10s);
    EXPECT_TRUE(erasure().starts_with(R"("erasure":{"pending":1,)")) << erasure();
    EXPECT_NE(erasure().find("backup medium"), std::string::npos);
    EXPECT_EQ(erasure().find("stick"), std::string::npos) << "any face may ask for it";
    EXPECT_EQ(hall.askAsPhone(hall.connect(), "GET", "/healthz").find("erasure"), std::string::npos);
    hall.stop();
    hall.start();
    EXPECT_TRUE(erasure().starts_with(R"("erasure":{"pending":1,)")) << "at once after a start";
    note(1);
    hall.pass(10s);
    EXPECT_TRUE(erasure().starts_with(R"("erasure":{"pending":0})")) << erasure();
}

TEST_F(OneThreadErasure, KilledWhileKeysWereCopiedLeavesNoneOfThemAfterTheHallsStart)
{
    hall.stop();
    std::filesystem::create_directory(hall.folder() / "scratch");
    std::ofstream(hall.folder() / "scratch" / "persons.db") << "keys";
    hall.start();
    EXPECT_FALSE(std::filesystem::exists(hall.folder() / "scratch"));
    hall.stop();
    {
        const auto inUse = db::KeyScratch::take(hall.folder());
        ASSERT_TRUE(inUse);
        hall.start();
        EXPECT_TRUE(std::filesystem::exists(inUse->path())) << "of a program that copies now";
    }
    EXPECT_FALSE(std::filesystem::exists(hall.folder() / "scratch"));
}

} // namespace starqueue::hall::test
