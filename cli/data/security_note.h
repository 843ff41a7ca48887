#pragma once

#include <cli/console/context.h>

#include <db/security/security_log.h>

#include <filesystem>
#include <optional>
#include <string>

namespace starqueue::cli {

/// Writes into the hall's security log that the command line did this to `detail`; fails the command if it
/// can't.
void noteSecurity(const std::filesystem::path& dir, db::SecurityEvent what, const std::string& detail,
                  Context& context);

/// When a password is given now, for its first use to be in time (db::isFirstPasswordOver); empty where this
/// machine's clock is behind the security log or shows a year before this program's: then it holds for ever,
/// as a clock must shut nobody out.
[[nodiscard]] std::optional<time::WallTime> givenNow(const std::filesystem::path& dir, Instant now);

} // namespace starqueue::cli
