#pragma once

#include <db/legs/leg_archive.h>
#include <db/legs/leg_projector.h>
#include <db/reports/wait_report.h>
#include <files/files.h>
#include <sync/mutex.h>

#include <atomic>
#include <filesystem>
#include <optional>
#include <utility>

namespace starqueue::db {

/// The legs, calls and visits, and the journal position that they reach.
class WaitReport::Cache
{
public:
    Cache(std::filesystem::path dir, Journal& journal, time::HallZone zone, files::Files& files)
        : m_dir(std::move(dir)), m_files(files), m_journal(journal), m_zone(std::move(zone))
    {}

    tl::expected<bool, StorageError> countOn();
    tl::expected<void, StorageError> catchUp();
    [[nodiscard]] std::optional<std::uint64_t> stillCountingAt(std::uint64_t last) const;
    [[nodiscard]] std::size_t size() const;

    tl::expected<std::vector<WaitRow>, StorageError> waits(DayRange days, const std::vector<ReportKey>& by);
    tl::expected<std::vector<FairnessRow>, StorageError> fairness(DayRange days,
                                                                  const std::vector<ReportKey>& by);
    tl::expected<std::vector<VisitRow>, StorageError> visits(DayRange days, const std::vector<ReportKey>& by);
    template <class Row>
    tl::expected<std::vector<Row>, StorageError> counted(DayRange days, const std::vector<ReportKey>& by);

private:
    tl::expected<bool, StorageError> takeInNext() REQUIRES(m_mutex);
    void begin() REQUIRES(m_mutex);
    void loadArchive() REQUIRES(m_mutex);
    void replaceArchive() REQUIRES(m_mutex);
    [[nodiscard]] bool fits(const LegArchive::Mark& mark) REQUIRES(m_mutex);
    tl::expected<void, StorageError> apply(const Recorded& line) REQUIRES(m_mutex);
    void keepDays(const Recorded& dayOpened) REQUIRES(m_mutex);
    void forgetAll() REQUIRES(m_mutex);

    const std::filesystem::path m_dir;
    files::Files& m_files;
    Journal& m_journal;
    const time::HallZone m_zone;
    mutable sync::Mutex m_mutex;
    /// Empty: it can't be written, the journal is read whole at each start.
    std::optional<LegArchive> m_archive GUARDED_BY(m_mutex);
    ReportRecords m_records GUARDED_BY(m_mutex);
    std::optional<LegProjector> m_projector GUARDED_BY(m_mutex);
    std::uint64_t m_seq GUARDED_BY(m_mutex) = 0;
    std::atomic<std::uint64_t> m_countedTo = 0; ///< m_seq, for those who don't wait for the lock
    std::atomic<bool> m_isStuck = false;        ///< a line can't be read
    LegArchive::Kept m_kept GUARDED_BY(m_mutex);
};

} // namespace starqueue::db
