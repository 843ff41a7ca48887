#pragma once

#include <house/hall/hall_program.h>
#include <house/people/follower.h>
#include <house/record/record.h>
#include <house/run/checker.h>

#include <map>
#include <string>
#include <utility>

namespace starqueue::house {

/// A follower hears each event that it may see, once, in order, over all its lines, and as the journal has
/// it.
class EventsInOrderOnce final : public Checker
{
public:
    EventsInOrderOnce(const Record& record, const Follower& follower)
        : Checker("events in order, once, for " + follower.name()), m_record(record), m_follower(follower)
    {}
    void onFact(const Fact& fact) override;
    void onCalmEnds() override;

private:
    [[nodiscard]] bool mayHear(std::uint64_t seq) const;

    const Record& m_record;
    const Follower& m_follower;
    std::uint64_t m_last = 0;
    std::map<std::uint64_t, std::string> m_heard; ///< not held against the record yet: the event's name
    std::uint64_t m_checked = 0;
};

/// At the end of a calm no job is pending or taken for a minute.
class PrintJobsMoveOn final : public Checker
{
public:
    PrintJobsMoveOn(const Record& record, HallProgram& hall)
        : Checker("print jobs move on"), m_record(record), m_hall(hall)
    {}
    void onCalmEnds() override;

private:
    const Record& m_record;
    HallProgram& m_hall;
};

/// The journal replayed gives the living state. Looks now and then, and in every calm.
class ReplayIsLivingState final : public Checker
{
public:
    ReplayIsLivingState(House& house, Record& record, HallProgram& hall);
    void onCalmEnds() override { look(); }

private:
    void lookLater();
    void look();

    House& m_house;
    Random m_random;
    Record& m_record;
    HallProgram& m_hall;
};

/// At the end of a calm the hall shows the machine's time, which is right then, and no earlier date than its.
/// A later one may have been opened by hand.
class TimeIsRightInACalm final : public Checker
{
public:
    TimeIsRightInACalm(House& house, HallProgram& hall)
        : Checker("the time is right in a calm"), m_house(house), m_hall(hall)
    {}
    void onCalmEnds() override;

private:
    House& m_house;
    HallProgram& m_hall;
};

/// No call in turn passes anybody by more than the rules allow.
class NobodyIsOvertakenTooFar final : public Checker
{
public:
    explicit NobodyIsOvertakenTooFar(Record& record);
    void onCalmEnds() override;

private:
    void onCall(const queue::State& state, const queue::TicketCalled& call) const;

    const Record& m_record;
    std::uint64_t m_checked = 0;
};

/// The hall keeps no connections of those who are gone, and no more than a pipe holds on its way.
class ConnectionsAreBounded final : public Checker
{
public:
    explicit ConnectionsAreBounded(HallProgram& hall) : Checker("connections are bounded"), m_hall(hall) {}
    void onCalmEnds() override
    {
        constexpr std::size_t kMost = 40; // some 15 people, and lines that are just given up
        if (const std::size_t held = m_hall.connections(); held > kMost)
            found("the hall holds " + std::to_string(held) + " connections");
    }

private:
    HallProgram& m_hall;
};

} // namespace starqueue::house
