#pragma once

#include <house/hall/hall_program.h>
#include <house/record/record.h>

namespace starqueue::house {

/// Puts faces into the world "hall": by the seed either kiosk 1 and the hall's screen, or the window of
/// counter 1, as the models of these programs on the real client, with the people at them and what goes wrong
/// with them. At the other one somebody speaks HTTP. `record` is kept up to date by a checker that moved in
/// before.
void furnishWithFaces(House& house, HallProgram& hall, Record& record);

} // namespace starqueue::house
