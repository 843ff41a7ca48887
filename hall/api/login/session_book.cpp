#include <hall/api/login/session_book.h>

#include <sodium.h>

#include <algorithm>
#include <array>
#include <utility>

namespace starqueue::hall {

namespace {

constexpr std::ptrdiff_t kMostOfOneUser = 16;

std::string newSessionId()
{
    constexpr int kVariant = sodium_base64_VARIANT_URLSAFE_NO_PADDING;
    std::array<unsigned char, 32> bytes{};
    randombytes_buf(bytes.data(), bytes.size());
    std::string text(sodium_base64_encoded_len(bytes.size(), kVariant), '\0');
    sodium_bin2base64(text.data(), text.size(), bytes.data(), bytes.size(), kVariant);
    text.pop_back();
    return text;
}

std::string hashOfSession(std::string_view id)
{
    std::string hash(crypto_generichash_BYTES, '\0');
    crypto_generichash(reinterpret_cast<unsigned char*>(hash.data()), hash.size(),
                       reinterpret_cast<const unsigned char*>(id.data()), id.size(), nullptr, 0);
    return hash;
}

} // namespace

SessionBook::SessionBook(std::chrono::milliseconds idle, std::chrono::milliseconds whole, Clock clock)
    : m_idle(idle), m_whole(whole), m_clock(std::move(clock))
{}

std::string SessionBook::open(SessionOwner owner)
{
    std::string id = newSessionId();
    const auto now = m_clock();
    const sync::Lock lock(m_mutex);
    makeRoomFor(owner.user);
    m_sessions[hashOfSession(id)] = {std::move(owner), now, now};
    return id;
}

std::optional<SessionOwner> SessionBook::use(std::string_view id)
{
    const sync::Lock lock(m_mutex);
    const auto found = find(id);
    if (found == m_sessions.end())
        return {};
    found->second.used = m_clock();
    return found->second.owner;
}

std::optional<SessionOwner> SessionBook::look(std::string_view id)
{
    const sync::Lock lock(m_mutex);
    const auto found = find(id);
    return found == m_sessions.end() ? std::nullopt : std::optional{found->second.owner};
}

void SessionBook::close(std::string_view id)
{
    const sync::Lock lock(m_mutex);
    m_sessions.erase(hashOfSession(id));
}

std::vector<SessionOwner> SessionBook::takeExpired()
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

SessionBook::Sessions::iterator SessionBook::find(std::string_view id)
{
    const auto found = m_sessions.find(hashOfSession(id));
    return found == m_sessions.end() || isOver(found->second) ? m_sessions.end() : found;
}

bool SessionBook::isOver(const Session& session) const
{
    const auto now = m_clock();
    return now - session.used >= m_idle || now - session.opened >= m_whole;
}

void SessionBook::makeRoomFor(const std::string& user)
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
