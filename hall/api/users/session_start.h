#pragma once

#include <hall/api/context/hall.h>

#include <string>

namespace starqueue::hall {

/// The longest password that is looked at, in characters.
inline constexpr std::size_t kLongestPassword = 200;

/// For who came with a token.
[[nodiscard]] Problem noSession();

/// Who asks, as the API shows it; with what their session is told of since the last log-in.
[[nodiscard]] nlohmann::json describe(Hall& hall, const Exchange& exchange, const Caller& caller);

/// By which request a session is opened: its id and what it says, but the password.
[[nodiscard]] std::string requestOf(const Exchange& exchange);

/// Answers with a new session of that user's, which is told `news` (JSON). One that the same request opened
/// before, whose answer was lost, is over.
void startSession(Hall& hall, const Exchange& exchange, const db::User& user, int status, std::string news);

/// As the security log may have a name that was typed: whatever else was typed there may be a password.
[[nodiscard]] std::string knownName(Hall& hall, const std::string& typed);

/// Answers that there were too many attempts with `name`.
void refuseTooOften(Hall& hall, const Exchange& exchange, const std::string& name);

/// Has a password hashed or judged; 429 while too many are.
void afterHashing(Hall& hall, const ExchangePtr& exchange, sync::Strand::Work work);

} // namespace starqueue::hall
