#pragma once

#include <cli/console/context.h>

#include <db/users/users.h>

#include <filesystem>

namespace starqueue::cli {

/// Gives `user` of the hall in `dir` another second factor: shows its secret, asks for the code that the
/// authenticator makes of it, and then shows the recovery codes. Without the right code nothing is changed.
void setUpFactor(db::UserStore& users, const db::User& user, const std::filesystem::path& dir,
                 Context& context);

/// Takes the second factor of `user` away.
void removeFactor(db::UserStore& users, const db::User& user, const std::filesystem::path& dir,
                  Context& context);

} // namespace starqueue::cli
