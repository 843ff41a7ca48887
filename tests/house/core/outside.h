#pragma once

#include <house/hall/hall_program.h>

#include <deque>
#include <string>
#include <vector>

namespace starqueue::house {

/// All who aren't in the core. From the first calm on none of them ever does anything whole again: of some
/// the cable is pulled, what others send and are sent takes up to a minute, so that they hear no answer and
/// their commands come late; and strangers begin requests that never end, or ask and never read.
class Outside final : public Inhabitant
{
public:
    Outside(House& house, HallProgram& hall, std::vector<std::string> addresses);

    void start() override {}

private:
    void lose();
    void strangerComes();

    House& m_house;
    HallProgram& m_hall;
    std::vector<std::string> m_addresses;
    Random m_random;
    std::deque<std::shared_ptr<Line>> m_strangers; ///< who doesn't even leave
};

} // namespace starqueue::house
