#include <hall/api/context/bounded_work.h>

#include <gtest/gtest.h>

#include <deque>

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

} // namespace

TEST(BoundedWork, OfOneUserAndKindNoMoreThanAllowedIsUnderWay)
{
    HeldStrand strand;
    BoundedWork desk(strand, {8, 1});
    int done = 0;
    const auto count = [&done] { ++done; };
    EXPECT_TRUE(desk.post("manager /staffing", count));
    for (int i = 0; i < 20; ++i)
        EXPECT_FALSE(desk.post("manager /staffing", count));
    EXPECT_TRUE(desk.post("duty-manager /staffing", count));
    strand.runOne();
    EXPECT_TRUE(desk.post("manager /staffing", count));
    strand.runOne();
    strand.runOne();
    EXPECT_EQ(done, 3);
}

TEST(BoundedWork, ManyUsersTogetherOrderNoMoreThanTheQueueHolds)
{
    HeldStrand strand;
    BoundedWork desk(strand, {3, 2});
    for (const auto* user : {"a", "b", "c"})
        EXPECT_TRUE(desk.post(user, [] {}));
    EXPECT_FALSE(desk.post("d", [] {}));
    EXPECT_FALSE(desk.post("a", [] {}));
    strand.runOne();
    EXPECT_TRUE(desk.post("d", [] {}));
}

} // namespace starqueue::hall
