#pragma once

#include <house/faces/counter_face.h>
#include <house/record/record.h>
#include <house/run/checker.h>

#include <set>
#include <string>

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
    [[nodiscard]] std::string recorded() const;
    [[nodiscard]] std::string shown();

    House& m_house;
    const Record& m_record;
    CounterFace& m_counter;
    Agenda::Elapsed m_lastEvent{};
};

} // namespace starqueue::house
