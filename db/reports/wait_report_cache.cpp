#include <db/reports/wait_report_cache.h>

namespace starqueue::db {

namespace {

constexpr std::size_t kReportedAtOnce = 2000;

} // namespace

tl::expected<void, StorageError> WaitReport::Cache::start()
{
    {
        const sync::Lock lock{m_mutex};
        m_projector.emplace(m_legs, m_calls, m_names);
        loadArchive();
    }
    return catchUp();
}

// Rebuilds from the journal what can't be loaded.
void WaitReport::Cache::loadArchive()
{
    if (!m_archive)
        return;
    try {
        const auto mark = m_archive->load(m_legs, m_calls, m_names);
        if (mark && fits(*mark)) {
            m_kept = m_legs.size();
            m_keptCalls = m_calls.size();
            m_projector->resume(mark->open);
            m_seq = mark->seq;
            return;
        }
        m_archive->clear();
    } catch (const SQLite::Exception&) {
        replaceArchive();
    }
    forgetAll();
}

void WaitReport::Cache::replaceArchive()
{
    auto fresh = LegArchive::replace(*std::exchange(m_archive, std::nullopt));
    if (fresh)
        m_archive = std::move(*fresh);
}

bool WaitReport::Cache::fits(const LegArchive::Mark& mark)
{
    const auto next = m_journal.read(mark.seq, 1);
    return next && next->size() == 1 && next->front().name == "day_opened" &&
           next->front().at == mark.dayOpenedAt;
}

void WaitReport::Cache::forgetAll()
{
    m_names = NameTable{};
    m_legs.shrink(0);
    m_calls.shrink(0);
    m_seq = 0;
}

tl::expected<void, StorageError> WaitReport::Cache::catchUp()
{
    const sync::Lock lock{m_mutex};
    for (;;) {
        const auto lines = m_journal.read(m_seq, kReportedAtOnce);
        if (!lines)
            return tl::unexpected{lines.error()};
        for (const Recorded& line : *lines)
            if (auto applied = apply(line); !applied)
                return applied;
        if (lines->size() < kReportedAtOnce)
            return {};
    }
}

tl::expected<void, StorageError> WaitReport::Cache::apply(const Recorded& line)
{
    if (auto applied = m_projector->apply(line); !applied)
        return tl::unexpected{
            StorageError{StorageFault::Unreadable, applied.error() + "; restore the database from a backup"}};
    m_seq = line.seq;
    if (line.name == "day_opened")
        keepDays(line);
    return {};
}

// A day that can't be saved now is saved with the next one.
void WaitReport::Cache::keepDays(const Recorded& dayOpened)
{
    const std::size_t settled = m_projector->settle(m_kept);
    if (!m_archive)
        return;
    try {
        m_archive->keep({dayOpened.seq - 1, dayOpened.at, m_projector->open()}, {m_legs, m_kept, settled},
                        {m_calls, m_keptCalls, m_calls.size()}, m_names);
        m_kept = settled;
        m_keptCalls = m_calls.size();
    } catch (const SQLite::Exception&) {
    }
}

std::size_t WaitReport::Cache::size() const
{
    const sync::Lock lock{m_mutex};
    return m_legs.size();
}

} // namespace starqueue::db
