#pragma once

#include <house/faces/counter_face.h>
#include <house/record/record.h>
#include <house/run/checker.h>

#include <map>
#include <set>
#include <string>
#include <vector>

namespace starqueue::house {

/// A press sends at most one command, and the second half of a double press none.
class OnePressOneCommand final : public Checker
{
public:
    OnePressOneCommand(House& house, const CounterFace& counter)
        : Checker("one press, one command at " + counter.name()), m_house(house), m_counter(counter)
    {
        house.sometimes().expect("a press sent nothing");
    }
    void onFact(const Fact& fact) override;

private:
    void onCommand(const Fact& fact);

    House& m_house;
    const CounterFace& m_counter;
    bool m_isPressed = false; ///< and no command was sent since
    std::set<std::string> m_requests;
    Agenda::Elapsed m_last{}; ///< when the last command was sent for the first time
};

/// A window that died doesn't hold its counter: whoever starts it anew may work there some seconds later.
class DeadWindowLetsGo final : public Checker
{
public:
    DeadWindowLetsGo(House& house, const CounterFace& counter)
        : Checker("a dead window lets go of " + counter.name()), m_house(house), m_counter(counter)
    {
        house.sometimes().expect("a window was told to wait");
    }
    void onFact(const Fact& fact) override;

private:
    House& m_house;
    const CounterFace& m_counter;
    Agenda::Elapsed m_free{}; ///< nobody else is heard from then on
};

/// What a window shows after a step of its own was answered was so after that step, never before it.
class WindowNeverGoesBack final : public Checker
{
public:
    WindowNeverGoesBack(Record& record, const CounterFace& counter);
    void onFact(const Fact& fact) override;
    void onCalmEnds() override;

private:
    struct Shown
    {
        std::string number;
        std::string request; ///< the step that was answered last
    };

    void note(const queue::State& state, std::uint64_t seq);
    void check(const Shown& shown) const;

    const Record& m_record;
    const CounterFace& m_counter;
    std::string m_request;
    std::vector<Shown> m_shown;                       ///< not held against the record yet
    std::map<std::uint64_t, std::string> m_customers; ///< of the counter, from each line on
};

/// When nothing has happened in the hall for a while, a window shows the customer whom the journal has at its
/// counter, and nobody when there is none.
class WindowShowsTheCustomer final : public Checker
{
public:
    WindowShowsTheCustomer(House& house, const Record& record, CounterFace& counter)
        : Checker("the window of " + counter.name() + " shows its customer"), m_house(house),
          m_record(record), m_counter(counter)
    {
        house.sometimes().expect("a window was held against the journal");
    }
    void onFact(const Fact& fact) override
    {
        if (fact.is("duty-manager", "heard") || fact.who() == m_counter.name())
            m_lastEvent = m_house.agenda().now();
    }
    void onCalmEnds() override;

private:
    [[nodiscard]] std::string shown();

    House& m_house;
    const Record& m_record;
    CounterFace& m_counter;
    Agenda::Elapsed m_lastEvent{};
};

} // namespace starqueue::house
