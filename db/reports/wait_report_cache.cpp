#include <db/reports/wait_report_cache.h>

namespace starqueue::db {

namespace {

constexpr std::size_t kReportedAtOnce = 2000;
constexpr std::uint64_t kCountedWhileAsked = 20'000; ///< a fifth of a second

} // namespace

void WaitReport::Cache::begin()
{
    if (auto opened = LegArchive::open(m_dir, m_files))
        m_archive = std::move(*opened);
    m_projector.emplace(m_records);
    loadArchive();
    m_countedTo = m_seq;
}

// Rebuilds from the journal what can't be loaded.
void WaitReport::Cache::loadArchive()
{
    if (!m_archive)
        return;
    try {
        const auto mark = m_archive->load(m_records);
        if (mark && fits(*mark)) {
            m_kept = {m_records.legs.size(), m_records.calls.size(), m_records.visits.size()};
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
    return next && next->size() == 1 && next->front().name == queue::DayOpened::kName &&
           next->front().at == mark.dayOpenedAt;
}

void WaitReport::Cache::forgetAll()
{
    m_records.names = NameTable{};
    m_records.legs.shrink(0);
    m_records.calls.shrink(0);
    m_records.visits.shrink(0);
    m_seq = 0;
}

tl::expected<bool, StorageError> WaitReport::Cache::countOn()
{
    const sync::Lock lock{m_mutex};
    if (!m_projector)
        begin();
    auto goesOn = takeInNext();
    m_countedTo = m_seq;
    m_isStuck = !goesOn;
    return goesOn;
}

tl::expected<void, StorageError> WaitReport::Cache::catchUp()
{
    for (;;) {
        const auto goesOn = countOn();
        if (!goesOn)
            return tl::unexpected{goesOn.error()};
        if (!*goesOn)
            return {};
    }
}

tl::expected<bool, StorageError> WaitReport::Cache::takeInNext()
{
    const auto lines = m_journal.read(m_seq, kReportedAtOnce);
    if (!lines)
        return tl::unexpected{lines.error()};
    for (const Recorded& line : *lines)
        if (auto applied = apply(line); !applied)
            return tl::unexpected{std::move(applied.error())};
    return lines->size() == kReportedAtOnce;
}

std::optional<std::uint64_t> WaitReport::Cache::stillCountingAt(std::uint64_t last) const
{
    const std::uint64_t at = m_countedTo;
    if (m_isStuck || last <= at + kCountedWhileAsked)
        return std::nullopt;
    return at;
}

tl::expected<void, StorageError> WaitReport::Cache::apply(const Recorded& line)
{
    if (auto applied = m_projector->apply(line); !applied)
        return tl::unexpected{StorageError{StorageFault::Unreadable, applied.error()}};
    m_seq = line.seq;
    if (line.name == queue::DayOpened::kName)
        keepDays(line);
    return {};
}

// A day that can't be saved now is saved with the next one.
void WaitReport::Cache::keepDays(const Recorded& dayOpened)
{
    const auto settled = m_projector->settle({m_kept.legs, m_kept.visits});
    if (!m_archive)
        return;
    const LegArchive::Kept kept{settled.legs, m_records.calls.size(), settled.visits};
    try {
        m_archive->keep({dayOpened.seq - 1, dayOpened.at, m_projector->open()}, m_records, m_kept, kept);
        m_kept = kept;
    } catch (const SQLite::Exception&) {
    }
}

std::size_t WaitReport::Cache::size() const
{
    const sync::Lock lock{m_mutex};
    return m_records.legs.size();
}

} // namespace starqueue::db
