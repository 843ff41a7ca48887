#pragma once

#include <db/legs/leg_archive.h>
#include <db/legs/leg_projector.h>
#include <db/reports/wait_report.h>

#include <optional>
#include <shared_mutex>
#include <utility>

namespace starqueue::db {

/// The legs and calls, and how far in the journal they reach. Inside db/ only.
class WaitReport::Cache
{
public:
    Cache(std::optional<LegArchive> archive, Journal& journal, time::HallZone zone)
        : m_journal(journal), m_zone(std::move(zone)), m_archive(std::move(archive))
    {}

    tl::expected<void, StorageError> start();
    tl::expected<void, StorageError> catchUp();
    [[nodiscard]] std::size_t size() const;

    tl::expected<std::vector<WaitRow>, StorageError> waits(DayRange days, const std::vector<ReportKey>& by);
    tl::expected<std::vector<FairnessRow>, StorageError> fairness(DayRange days,
                                                                  const std::vector<ReportKey>& by);
    template <class Row>
    tl::expected<std::vector<Row>, StorageError> counted(DayRange days, const std::vector<ReportKey>& by);

private:
    void loadArchive();
    [[nodiscard]] bool fits(const LegArchive::Mark& mark);
    tl::expected<void, StorageError> take(const Recorded& line);
    void keepDays(const Recorded& dayOpened);
    void forgetAll();

    Journal& m_journal;
    const time::HallZone m_zone;
    mutable std::shared_mutex m_mutex;
    std::optional<LegArchive>
        m_archive; ///< empty: it can't be written, the journal is read whole at each start
    NameTable m_names;
    LegStore m_legs;
    CallStore m_calls;
    std::optional<LegProjector> m_projector;
    std::uint64_t m_seq = 0;
    std::size_t m_kept = 0;      ///< so many legs, the first, are in the archive
    std::size_t m_keptCalls = 0; ///< likewise
};

} // namespace starqueue::db
