#include <hall/api/login/session_store.h>

#include <algorithm>
#include <array>
#include <utility>

namespace starqueue::hall {

namespace {

constexpr std::ptrdiff_t kMostOfOneUser = 16;
constexpr std::chrono::minutes kAskedAgain{2}; ///< so long after a log-in its answer may have been lost

std::string newSessionId()
{
    std::array<std::uint8_t, 32> bytes{};
    db::fillRandom(bytes);
    return db::base64Url(bytes);
}

} // namespace

SessionStore::SessionStore(std::chrono::milliseconds idle, std::chrono::milliseconds whole, Clock clock)
    : m_idle(idle), m_whole(whole), m_clock(std::move(clock))
{}

std::string SessionStore::open(SessionOwner owner, std::string news, std::string request)
{
    std::string id = newSessionId();
    const auto now = m_clock();
    const sync::Lock lock(m_mutex);
    if (const auto before = openedBy(owner.user, request); before != m_sessions.end())
        m_sessions.erase(before);
    makeRoomFor(owner.user);
    m_sessions[db::hashOf(id)] = {std::move(owner), now, now, now, std::move(news), std::move(request)};
    return id;
}

bool SessionStore::isOpenedBy(std::string_view user, std::string_view request)
{
    const sync::Lock lock(m_mutex);
    const auto found = openedBy(user, request);
    return found != m_sessions.end() && m_clock() - found->second.opened < kAskedAgain;
}

SessionStore::Sessions::iterator SessionStore::openedBy(std::string_view user, std::string_view request)
{
    if (request.empty())
        return m_sessions.end();
    return std::ranges::find_if(m_sessions, [&](const auto& entry) {
        return entry.second.owner.user == user && entry.second.request == request;
    });
}

std::string SessionStore::newsOf(std::string_view id)
{
    const sync::Lock lock(m_mutex);
    const auto found = find(id);
    return found == m_sessions.end() ? std::string{} : found->second.news;
}

std::optional<SessionOwner> SessionStore::use(std::string_view id)
{
    const sync::Lock lock(m_mutex);
    const auto found = find(id);
    if (found == m_sessions.end())
        return {};
    found->second.used = m_clock();
    return found->second.owner;
}

std::optional<SessionOwner> SessionStore::look(std::string_view id)
{
    const sync::Lock lock(m_mutex);
    const auto found = find(id);
    return found == m_sessions.end() ? std::nullopt : std::optional{found->second.owner};
}

void SessionStore::close(std::string_view id)
{
    const sync::Lock lock(m_mutex);
    m_sessions.erase(db::hashOf(id));
}

void SessionStore::prove(std::string_view id)
{
    const sync::Lock lock(m_mutex);
    if (const auto found = find(id); found != m_sessions.end())
        found->second.proved = m_clock();
}

std::optional<std::chrono::milliseconds> SessionStore::sinceProof(std::string_view id)
{
    const sync::Lock lock(m_mutex);
    const auto found = find(id);
    return found == m_sessions.end() ? std::nullopt : std::optional{m_clock() - found->second.proved};
}

std::vector<SessionStore::Shown> SessionStore::ofSameUser(std::string_view id)
{
    const sync::Lock lock(m_mutex);
    const auto here = find(id);
    if (here == m_sessions.end())
        return {};
    std::vector<Shown> all;
    for (const auto& [hash, session] : m_sessions)
        if (session.owner == here->second.owner && !isOver(session)) // of an earlier version: over
            all.push_back({m_clock() - session.opened, m_clock() - session.used, hash == here->first});
    std::ranges::stable_sort(all, {}, &Shown::unused);
    return all;
}

std::size_t SessionStore::closeOthers(std::string_view id)
{
    const sync::Lock lock(m_mutex);
    const auto here = find(id);
    if (here == m_sessions.end())
        return 0;
    return std::erase_if(m_sessions,
                         [&, hash = here->first, user = here->second.owner.user](const auto& entry) {
                             return entry.second.owner.user == user && entry.first != hash;
                         });
}

std::vector<SessionOwner> SessionStore::takeExpired()
{
    const sync::Lock lock(m_mutex);
    std::vector<SessionOwner> owners;
    std::erase_if(m_sessions, [&](const auto& entry) {
        if (!isOver(entry.second))
            return false;
        owners.push_back(entry.second.owner);
        return true;
    });
    return owners;
}

SessionStore::Sessions::iterator SessionStore::find(std::string_view id)
{
    const auto found = m_sessions.find(db::hashOf(id));
    return found == m_sessions.end() || isOver(found->second) ? m_sessions.end() : found;
}

bool SessionStore::isOver(const Session& session) const
{
    const auto now = m_clock();
    return now - session.used >= m_idle || now - session.opened >= m_whole;
}

void SessionStore::makeRoomFor(const std::string& user)
{
    const auto isTheirs = [&user](const auto& entry) { return entry.second.owner.user == user; };
    if (std::ranges::count_if(m_sessions, isTheirs) < kMostOfOneUser)
        return;
    auto oldest = m_sessions.end();
    for (auto entry = m_sessions.begin(); entry != m_sessions.end(); ++entry)
        if (isTheirs(*entry) && (oldest == m_sessions.end() || entry->second.used < oldest->second.used))
            oldest = entry;
    m_sessions.erase(oldest);
}

} // namespace starqueue::hall
