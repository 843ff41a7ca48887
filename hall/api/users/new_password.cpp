#include <hall/api/users/new_password.h>

#include <db/users/known/known_passwords.h>

namespace starqueue::hall {

std::optional<Problem> whyKnownPassword(const std::string& name, const std::string& password)
{
    const auto why = db::whyKnown(name, password);
    if (!why)
        return Problem{503, "unavailable", why.error(), {}};
    return why->empty() ? std::nullopt : std::optional{Problem{400, "known_password", *why, {}}};
}

} // namespace starqueue::hall
