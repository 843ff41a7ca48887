#include <hall/api/login/login_guard.h>

#include <db/crypto/hashing.h>

#include <algorithm>

namespace starqueue::hall {

namespace {

constexpr std::chrono::minutes kGuessPeriod{10};
constexpr int kOfPeer = 60;
constexpr int kOfNameAtPeer = 10;
constexpr int kOfName = 60;
constexpr int kOfSession = 10;
constexpr int kOfJudge = 60;
constexpr std::size_t kMostPeers = 16; ///< known of a name

} // namespace

LoginGuard::LoginGuard(const Throttle::Clock& clock)
    : m_ofPeer(kOfPeer, kGuessPeriod, clock), m_ofNameAtPeer(kOfNameAtPeer, kGuessPeriod, clock),
      m_ofName(kOfName, kGuessPeriod, clock), m_ofSession(kOfSession, kGuessPeriod, clock),
      m_ofJudge(kOfJudge, kGuessPeriod, clock)
{}

bool LoginGuard::mayLogIn(const std::string& peer, const std::string& name)
{
    return m_ofPeer.allow(peer) && m_ofNameAtPeer.allow(peer + ' ' + name) &&
           (isKnown(peer, name) || m_ofName.allow(name));
}

bool LoginGuard::mayProve(std::string_view session)
{
    return m_ofSession.allow(db::hexOf(db::hashOf(session)));
}

bool LoginGuard::mayAsk(std::string_view session)
{
    return m_ofJudge.allow(db::hexOf(db::hashOf(session)));
}

void LoginGuard::loggedIn(const std::string& peer, const std::string& name)
{
    const sync::Lock lock(m_mutex);
    auto& peers = m_peers[name];
    std::erase(peers, peer);
    peers.push_back(peer);
    if (peers.size() > kMostPeers)
        peers.pop_front();
}

bool LoginGuard::isKnown(const std::string& peer, const std::string& name) const
{
    const sync::Lock lock(m_mutex);
    const auto found = m_peers.find(name);
    return found != m_peers.end() && std::ranges::find(found->second, peer) != found->second.end();
}

} // namespace starqueue::hall
