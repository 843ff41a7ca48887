#include <hall/api/context/bounded_work.h>

#include <utility>

namespace starqueue::hall {

bool BoundedWork::post(const std::string& likeness, sync::Strand::Work work)
{
    if (!take(likeness))
        return false;
    m_strand.post([this, likeness, work = std::move(work)] {
        work();
        giveBack(likeness);
    });
    return true;
}

bool BoundedWork::take(const std::string& likeness)
{
    const sync::Lock lock(m_mutex);
    const auto found = m_alike.find(likeness);
    const std::size_t alike = found == m_alike.end() ? 0 : found->second;
    if (m_inAll >= m_most.inAll || alike >= m_most.alike)
        return false;
    ++m_inAll;
    m_alike[likeness] = alike + 1;
    return true;
}

void BoundedWork::giveBack(const std::string& likeness)
{
    const sync::Lock lock(m_mutex);
    --m_inAll;
    const auto found = m_alike.find(likeness);
    if (--found->second == 0)
        m_alike.erase(found);
}

} // namespace starqueue::hall
