#include <hall/api/context/bounded_work.h>

#include <gtest/gtest.h>

#include <deque>
#include <functional>
#include <string>
#include <utility>

namespace starqueue::hall {

namespace {

/// Runs its work when told to.
class HeldStrand final : public sync::Strand
{
public:
    void post(Work work) override { m_work.push_back(std::move(work)); }
    void after(Time, Work work) override { post(std::move(work)); }
    void close() override { m_work.clear(); }
    void runOne()
    {
        const Work work = std::move(m_work.front());
        m_work.pop_front();
        work();
    }

private:
    std::deque<Work> m_work;
};

bool order(
    BoundedWork& desk, const std::string& likeness, const std::function<void()>& work = [] {})
{
    auto place = desk.take(likeness);
    const bool may = place != nullptr;
    if (may)
        desk.post(std::move(place), work);
    return may;
}

TEST(BoundedWork, OfOneUserAndKindNoMoreThanAllowedIsUnderWay)
{
    HeldStrand strand;
    BoundedWork desk(strand, {8, 1});
    int done = 0;
    const auto count = [&done] { ++done; };
    EXPECT_TRUE(order(desk, "manager /staffing", count));
    for (int i = 0; i < 20; ++i)
        EXPECT_FALSE(order(desk, "manager /staffing", count));
    EXPECT_TRUE(order(desk, "duty-manager /staffing", count));
    strand.runOne();
    EXPECT_TRUE(order(desk, "manager /staffing", count));
    strand.runOne();
    strand.runOne();
    EXPECT_EQ(done, 3);
}

TEST(BoundedWork, IsOverForItsUserWhenTheyHearOfIt)
{
    HeldStrand strand;
    BoundedWork desk(strand, {8, 1});
    const auto place = desk.take("manager /staffing");
    bool mayAskAgain = false;
    desk.post(place, [&] {
        place->giveBack();
        mayAskAgain = desk.take("manager /staffing") != nullptr; // while the work returns
    });
    strand.runOne();
    EXPECT_TRUE(mayAskAgain);
    EXPECT_TRUE(order(desk, "manager /staffing")) << "given back once, not twice";
    EXPECT_FALSE(order(desk, "manager /staffing"));
}

TEST(BoundedWork, ManyUsersTogetherOrderNoMoreThanTheQueueHolds)
{
    HeldStrand strand;
    BoundedWork desk(strand, {3, 2});
    for (const auto* user : {"a", "b", "c"})
        EXPECT_TRUE(order(desk, user));
    EXPECT_FALSE(order(desk, "d"));
    EXPECT_FALSE(order(desk, "a"));
    strand.runOne();
    EXPECT_TRUE(order(desk, "d"));
}

} // namespace

} // namespace starqueue::hall
