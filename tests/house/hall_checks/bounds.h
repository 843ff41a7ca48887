#pragma once

#include <house/people/follower.h>
#include <house/record/record.h>
#include <house/run/checker.h>
#include <house/run/house.h>

#include <cstdint>
#include <string>

namespace starqueue::house {

/// A service holds no more memory than its day needs, and leaves none behind when it ends.
class MemoryIsBounded final : public Checker
{
public:
    MemoryIsBounded(House& house, const Record& record, const HallProgram& hall);
    void onFact(const Fact& fact) override;

private:
    House& m_house;
    const Record& m_record;
    const HallProgram& m_hall;
    std::size_t m_said = 0; ///< bytes of speech
};

/// The writer's queue is worked off: in a calm a question that is put into it is answered within a few
/// seconds. And what the state holds for a time doesn't outlive that time: print jobs, rating sessions.
class QueuesAreBounded final : public Checker
{
public:
    QueuesAreBounded(House& house, HallProgram& hall);
    void onCalmEnds() override;

private:
    void askSoon();
    void check(const HallProgram::Snapshot& now);

    House& m_house;
    HallProgram& m_hall;
    VirtualClock::Elapsed m_lastAnswer{};
};

/// The event hub keeps nothing back: at the end of a calm a follower has heard all that was there 20 s
/// before.
class FollowersKeepUp final : public Checker
{
public:
    FollowersKeepUp(House& house, Record& record, const Follower& follower);
    void onFact(const Fact& fact) override;
    void onCalmEnds() override;

private:
    [[nodiscard]] std::uint64_t lastVisible(std::uint64_t upTo) const;

    House& m_house;
    Record& m_record;
    const Follower& m_follower;
    std::uint64_t m_there = 0; ///< the journal's last line 20 s before the end
    std::uint64_t m_heard = 0;
};

} // namespace starqueue::house
