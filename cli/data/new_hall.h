#pragma once

#include <time/instant.h>

#include <tl/expected.hpp>

#include <filesystem>
#include <string>
#include <vector>

namespace starqueue::cli {

enum class Existing { Keep, Overwrite };

/// Makes a hall to start from in `dir`: hall.toml, bridge.toml, the databases and keys, and tokens/ with one
/// file a face, readable by the owner only. Says which files it wrote.
///
/// Keep: where one of those files stands already, nothing is done at all. Overwrite: they are written anew
/// and the old tokens revoked; the databases are kept, and brought to the newest version, in either case.
[[nodiscard]] tl::expected<std::vector<std::filesystem::path>, std::string>
makeHall(const std::filesystem::path& dir, Existing existing, Instant now);

} // namespace starqueue::cli
