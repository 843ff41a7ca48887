#pragma once

#include <house/hall/hall_program.h>

#include <client/hall_client.h>

#include <string>

namespace starqueue::house {

/// The hall as a program with the token `name` reaches it, over a LineNetwork. Tells "NAME answered" of each
/// command that was, as Client does.
[[nodiscard]] client::HallAddress addressOf(House& house, HallProgram& hall, const std::string& name);

} // namespace starqueue::house
