#pragma once

#include <cli/console/context.h>

#include <db/security/security_log.h>

#include <filesystem>
#include <string>

namespace starqueue::cli {

/// Writes into the hall's security log that the command line did this to `detail`; fails the command if it
/// can't.
void noteSecurity(const std::filesystem::path& dir, db::SecurityEvent what, const std::string& detail,
                  Context& context);

} // namespace starqueue::cli
