#pragma once

#include <house/run/house.h>
#include <house/visitors/asker.h>

namespace starqueue::house {

/// Looks at the board and at the hall's clock, and asks for a report between two looks. Tells "onlooker saw"
/// with the board, "onlooker read the clock" and "onlooker read a report".
class Onlooker final : public Inhabitant
{
public:
    Onlooker(House& house, HallProgram& hall);

    void start() override { lookLater(); }

private:
    void lookLater();
    void lookAtBoard();
    void lookAtClock();
    void lookAtReport();
    void askForSeq(std::function<void(std::int64_t)> then);

    House& m_house;
    HallProgram& m_hall;
    Asker m_asker;
    Random m_random;
};

} // namespace starqueue::house
