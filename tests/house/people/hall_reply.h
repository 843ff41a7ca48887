#pragma once

#include <house/people/client.h>

#include <optional>
#include <string>

namespace starqueue::house {

/// Takes the first whole answer off `received`. Empty: it isn't whole yet.
[[nodiscard]] std::optional<HallReply> takeReply(std::string& received);

} // namespace starqueue::house
