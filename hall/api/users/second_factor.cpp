#include <hall/api/users/second_factor.h>

namespace starqueue::hall {

namespace {

using db::CodeVerdict;
using db::SecurityEvent;

Problem factorNeeded(const db::User& user)
{
    return {403,
            "factor_needed",
            "Administrators of this hall log in with a code beside the password. On the hall's machine "
            "`starqueue user factor " +
                user.name + "` sets it up.",
            {}};
}

Problem factorUnreadable(const db::User& user)
{
    return {
        403,
        "factor_unreadable",
        "The hall has lost the key that codes are checked with. A recovery code lets you in, or `starqueue "
        "user factor " +
            user.name + "` on the hall's machine gives another second factor.",
        {}};
}

Problem refusedFor(Hall& hall, const db::User& user, CodeVerdict verdict)
{
    if (verdict == CodeVerdict::NoKey) {
        hall.security.note(SecurityEvent::CodeRefused, user.name, "its key is missing");
        return factorUnreadable(user);
    }
    const bool isUsed = verdict == CodeVerdict::Used;
    hall.security.note(SecurityEvent::CodeRefused, user.name, isUsed ? "used before" : "wrong");
    return {401,
            "code_refused",
            isUsed ? "This code was used before. Wait for the next one." : "The code is wrong.",
            {}};
}

} // namespace

std::optional<Problem> whySecondFactorRefused(Hall& hall, const db::User& user, const std::string& code,
                                              const std::string& request, time::WallTime now)
{
    if (!user.hasFactor) {
        if (user.role != Role::Admin || !hall.login.adminsNeedFactor)
            return {};
        hall.security.note(SecurityEvent::LoginRefused, user.name, "has no second factor");
        return factorNeeded(user);
    }
    if (code.empty()) {
        hall.security.note(SecurityEvent::CodeAsked, user.name);
        return Problem{401, "code_needed", "Send the code of the second factor, too, as `code`.", {}};
    }
    if (hall.login.sessions.isOpenedBy(user.id, request))
        return {}; // the answer was lost, and this is the code that it was given for
    if (!hall.login.ofCode.allow(user.id)) {
        hall.security.note(SecurityEvent::LoginThrottled, user.name, "codes");
        return Problem{429, "too_many", "There were many codes. Wait some minutes before the next.", {}};
    }
    const auto verdict = hall.login.users.takeCode(user.id, code, now);
    if (!verdict)
        return Problem{503, "unavailable", verdict.error().detail, {}};
    if (*verdict == CodeVerdict::Recovery)
        hall.security.note(SecurityEvent::RecoveryCodeUsed, user.name);
    return *verdict == CodeVerdict::Right || *verdict == CodeVerdict::Recovery
               ? std::nullopt
               : std::optional{refusedFor(hall, user, *verdict)};
}

} // namespace starqueue::hall
