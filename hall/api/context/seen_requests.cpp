#include <hall/api/context/seen_requests.h>

#include <utility>

namespace starqueue::hall {

namespace {

constexpr std::size_t kMostSeen = 4096;
constexpr std::size_t kMostKept = 1024;

/// Whatever it says.
std::string senderAndId(const db::RequestKey& key)
{
    std::string name = key.token + ' ';
    name.append(key.request.begin(), key.request.end());
    return name;
}

} // namespace

std::string SeenRequests::nameOf(const db::RequestKey& key)
{
    std::string name = senderAndId(key);
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

void KeptAnswers::keep(const db::RequestKey& key, Rendered answer)
{
    std::string name = senderAndId(key);
    const sync::Lock lock(m_mutex);
    if (!m_kept.insert_or_assign(name, Kept{key.body, std::move(answer)}).second)
        return;
    m_order.push_back(std::move(name));
    if (m_order.size() > kMostKept) {
        m_kept.erase(m_order.front());
        m_order.pop_front();
    }
}

std::optional<tl::expected<Rendered, Problem>> KeptAnswers::find(const db::RequestKey& key) const
{
    const sync::Lock lock(m_mutex);
    const auto found = m_kept.find(senderAndId(key));
    if (found == m_kept.end())
        return {};
    if (found->second.body.said != key.body.said)
        return tl::unexpected(requestIdReused());
    return found->second.answer;
}

} // namespace starqueue::hall
