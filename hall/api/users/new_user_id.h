#pragma once

#include <db/journal/request_key.h>

#include <string>

namespace starqueue::hall {

/// The id of the user whom this request makes: it tells the request and what it says, so that whoever asks
/// again, also after a restart, is answered and makes nobody else.
[[nodiscard]] std::string newUserId(const db::RequestKey& key);
/// How it begins whatever the request says.
[[nodiscard]] std::string newUserIdBegin(const db::RequestKey& key);

} // namespace starqueue::hall
