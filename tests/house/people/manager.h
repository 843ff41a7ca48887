#pragma once

#include <house/people/client.h>

namespace starqueue::house {

/// Closes the day at times and opens the next, whatever the calendar says; closes a service for a while.
class Manager final : public Inhabitant
{
public:
    Manager(House& house, HallProgram& hall);

    void start() override;

private:
    void scheduleDay();
    void scheduleService();
    void takeBack(const std::string& event, const char* what);
    void openDayAfter(const std::string& closed);

    House& m_house;
    Client m_desk;
    Client m_admin;
    Random m_random;
};

} // namespace starqueue::house
