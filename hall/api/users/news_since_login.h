#pragma once

#include <hall/http/request.h>

#include <db/security/security_log.h>

#include <string>

namespace starqueue::hall {

/// What has happened to that user since the last log-in, as JSON; "": the log can't be read, which keeps
/// nobody out. Before the present log-in is noted. Reads the disk.
[[nodiscard]] std::string newsSinceLogin(db::SecurityLog& log, const std::string& name);

/// On what a log-in is sent, as the request says: "computer", "tablet", "telephone" or "program". To be
/// recognised by whoever logged in, and to prove nothing.
[[nodiscard]] std::string deviceOf(const http::Request& request);

} // namespace starqueue::hall
