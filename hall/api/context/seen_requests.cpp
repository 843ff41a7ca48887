#include <hall/api/context/seen_requests.h>

namespace starqueue::hall {

namespace {

constexpr std::size_t kMostSeen = 4096;

} // namespace

std::string SeenRequests::nameOf(const db::RequestKey& key)
{
    std::string name = key.token + ' ';
    name.append(key.request.begin(), key.request.end());
    name.append(key.body.said.begin(), key.body.said.end());
    return name;
}

bool SeenRequests::isAgain(const std::string& name)
{
    const sync::Lock lock(m_mutex);
    if (!m_seen.insert(name).second)
        return true;
    m_order.push_back(name);
    if (m_order.size() > kMostSeen) {
        m_seen.erase(m_order.front());
        m_order.pop_front();
    }
    return false;
}

} // namespace starqueue::hall
