#include <db/security/login_news.h>

#include <algorithm>

namespace starqueue::db {

namespace {

bool isRefusal(SecurityEvent what)
{
    return what == SecurityEvent::LoginRefused || what == SecurityEvent::LoginThrottled ||
           what == SecurityEvent::CodeRefused;
}

/// By the user's own hand.
bool isOwnChange(SecurityEvent what)
{
    return what == SecurityEvent::PasswordChanged || what == SecurityEvent::RecoveryCodeUsed;
}

/// By somebody whom the line names; whose it is stands first in its detail.
bool isOthersChange(SecurityEvent what)
{
    return what == SecurityEvent::UserAdded || what == SecurityEvent::UserChanged ||
           what == SecurityEvent::FactorSet || what == SecurityEvent::FactorRemoved;
}

/// "password" of "anna password"; empty: it is somebody else's, or has no more.
std::string restAfter(const std::string& name, const std::string& detail)
{
    return detail.starts_with(name + ' ') ? detail.substr(name.size() + 1) : std::string{};
}

} // namespace

LoginNews newsFor(const std::string& name, std::span<const SecurityEntry> lines)
{
    LoginNews news;
    for (const SecurityEntry& line : lines) {
        const bool isOwn = line.who == name;
        if (isOwn && line.what == SecurityEvent::LoggedIn) {
            news.lastAt = line.at;
            news.lastFrom = line.detail;
            break;
        }
        const std::string rest = restAfter(name, line.detail);
        if (isOwn && isRefusal(line.what))
            ++news.refused;
        else if (isOwn && isOwnChange(line.what))
            news.changes.push_back({line.at, line.what, line.who, {}});
        else if (isOthersChange(line.what) && (line.detail == name || !rest.empty()))
            news.changes.push_back({line.at, line.what, line.who, rest});
    }
    std::ranges::reverse(news.changes);
    return news;
}

} // namespace starqueue::db
