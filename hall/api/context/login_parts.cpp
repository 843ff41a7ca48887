#include <hall/api/context/login_parts.h>

namespace starqueue::hall {

namespace {

constexpr auto kPinPeriod = std::chrono::minutes(10);
constexpr int kPinsOfClerk = 5;
constexpr auto kCodePeriod = std::chrono::minutes(10);
constexpr int kCodesOfUser = 10;
constexpr BoundedWork::Most kMostLogins{32, 16}; // each some 0.1 s

} // namespace

LoginParts::LoginParts(db::UserStore& users, const LoginRules& rules, sync::Executor& executor)
    : m_guard(steadyClock(executor)), m_ofClerk(kPinsOfClerk, kPinPeriod, steadyClock(executor)),
      m_ofCode(kCodesOfUser, kCodePeriod, steadyClock(executor)),
      m_sessions(rules.idle, rules.whole, steadyClock(executor)),
      m_strand(executor.strand(sync::Urgency::Background)),
      m_work(*m_strand, kMostLogins), m_login{users,
                                              m_sessions,
                                              m_guard,
                                              m_ofClerk,
                                              m_ofCode,
                                              m_work,
                                              {rules.isCookieSecure},
                                              rules.clerksGivePins,
                                              rules.adminsNeedFactor}
{}

std::vector<std::string> LoginParts::takeExpired()
{
    std::vector<std::string> names;
    for (const SessionOwner& owner : m_sessions.takeExpired())
        if (const auto user = m_login.users.find(owner.user); user && *user)
            names.push_back((*user)->name);
    return names;
}

} // namespace starqueue::hall
