#pragma once

#include <house/hall/hall_program.h>

#include <cstdint>

namespace starqueue::house {

/// An administrator at the hall's machine who changes the hall's name in hall.toml now and then and has the
/// service read it again. Tells "editor saves" and, when the file is durable, "editor saved", each with the
/// name.
class SettingsEditor final : public Inhabitant
{
public:
    SettingsEditor(House& house, HallProgram& hall);

    void start() override { scheduleEdit(); }

private:
    void scheduleEdit();
    void edit();

    House& m_house;
    HallProgram& m_hall;
    Random m_random;
    std::int64_t m_edits = 0;
};

} // namespace starqueue::house
