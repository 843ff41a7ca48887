#include <hall/api/context/bounded_work.h>

#include <memory/wiping.h>
#include <sync/mutex.h>

#include <map>
#include <utility>

namespace starqueue::hall {

struct BoundedWork::Counts
{
    sync::Mutex mutex;
    std::map<std::string, std::size_t> alike GUARDED_BY(mutex);
    std::size_t inAll GUARDED_BY(mutex) = 0;
};

BoundedWork::Place::Place(std::shared_ptr<Counts> counts, std::string likeness)
    : m_counts(std::move(counts)), m_likeness(std::move(likeness))
{}

BoundedWork::Place::~Place()
{
    giveBack();
}

void BoundedWork::Place::giveBack()
{
    if (m_isBack.test_and_set())
        return;
    const sync::Lock lock(m_counts->mutex);
    --m_counts->inAll;
    const auto found = m_counts->alike.find(m_likeness);
    if (--found->second == 0)
        m_counts->alike.erase(found);
}

BoundedWork::BoundedWork(sync::Strand& strand, Most most)
    : m_strand(strand), m_most(most), m_counts(std::make_shared<Counts>())
{}

BoundedWork::PlacePtr BoundedWork::take(const std::string& likeness)
{
    const sync::Lock lock(m_counts->mutex);
    const auto found = m_counts->alike.find(likeness);
    const std::size_t alike = found == m_counts->alike.end() ? 0 : found->second;
    if (m_counts->inAll >= m_most.inAll || alike >= m_most.alike)
        return {};
    ++m_counts->inAll;
    m_counts->alike[likeness] = alike + 1;
    return std::make_shared<Place>(m_counts, likeness);
}

void BoundedWork::post(PlacePtr place, sync::Strand::Work work)
{
    m_strand.post([place = std::move(place), work = std::move(work)] {
        work();
        place->giveBack();
        memory::wipeStack(); // of passwords that were hashed
    });
}

} // namespace starqueue::hall
