#pragma once

#include <hall/api/context/forecast_board.h>

#include <db/journal/journal.h>
#include <db/writer/writer.h>
#include <sync/capability.h>
#include <sync/executor.h>
#include <time/hall_zone.h>

#include <queue/estimation/forward_runs.h>
#include <queue/experience/experience_builder.h>

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>

namespace starqueue::hall {

/// Makes forecasts in the background: learns from the journal, takes a snapshot from the writer, simulates it
/// and publishes the forecast on the board. Once each business day it submits a new correction of promises.
///
/// Works on a strand of its own, which has a background task's priority: commands go first. Read errors are
/// logged, and waits are then estimated by rank.
class PromiseKeeper
{
public:
    /// All references must outlive the keeper.
    PromiseKeeper(db::Journal& journal, db::Writer& writer, const time::HallZone& zone, ForecastBoard& board,
                  sync::Executor& executor);

    /// Says what kind of day each date is. Any thread.
    void setDayKinds(queue::DayKinds kinds);
    /// Takes the plan of counters that are meant to be open. Any thread.
    void setPlan(const queue::CounterPlan& plan);
    /// Makes a forecast once a second, less often if it takes long or while nothing happens. Once.
    void keep();
    /// Makes a forecast now, then calls @p then on the strand. Any thread.
    void refresh(std::function<void()> then);
    /// Makes no forecast any more; from then on the writer is asked nothing. It must still be at work: what
    /// it was asked before may be answered later.
    void stop();

private:
    struct Snapshot
    {
        queue::HallSnapshot hall;
        std::vector<std::string> clerks; ///< by CounterIx
        std::uint64_t seq = 0;
        time::WallOffset clock{};
        bool dayOpen = false;
        Date date{}; ///< of the business day
    };

    /// What the last forecast was made of.
    struct Seen
    {
        std::uint64_t seq = 0; ///< 0: there is none
        Instant at{};
    };

    void keepFrom(const Seen& last);
    void ask(const Seen& last, std::function<void()> then);
    [[nodiscard]] static std::optional<Snapshot> takeSnapshot(const db::View& view, const Seen& last);
    void work(const Snapshot& now) REQUIRES(m_ownStrand);
    void rest() REQUIRES(m_ownStrand);
    [[nodiscard]] bool learn(const Snapshot& now) REQUIRES(m_ownStrand);
    [[nodiscard]] bool learn(const std::vector<db::Recorded>& lines) REQUIRES(m_ownStrand);
    [[nodiscard]] std::optional<std::uint64_t> firstRowToRead(const Snapshot& now);
    void calibrate(const Snapshot& now) REQUIRES(m_ownStrand);
    void publishForecast(const Snapshot& now) REQUIRES(m_ownStrand);

    const sync::Capability m_ownStrand{};
    db::Journal& m_journal;
    db::Writer& m_writer;
    const time::HallZone& m_zone;
    ForecastBoard& m_board;
    sync::Executor& m_executor;
    queue::ExperienceBuilder m_builder GUARDED_BY(m_ownStrand);
    std::shared_ptr<const queue::Rules> m_pastRules GUARDED_BY(m_ownStrand); ///< in force at m_read
    std::optional<std::uint64_t> m_read GUARDED_BY(m_ownStrand);             ///< seq of the last row read
    /// seq of the day_opened for which a calibration was submitted
    std::uint64_t m_asked GUARDED_BY(m_ownStrand) = 0;
    std::uint64_t m_dayOpened GUARDED_BY(m_ownStrand) = 0;
    std::uint64_t m_calibrated GUARDED_BY(m_ownStrand) = 0;
    std::unique_ptr<queue::ForwardRuns> m_runs GUARDED_BY(m_ownStrand);
    std::shared_ptr<const queue::Rules> m_runsRules GUARDED_BY(m_ownStrand);
    Instant m_believedAt GUARDED_BY(m_ownStrand){};
    std::uint64_t m_seed GUARDED_BY(m_ownStrand) = 0;
    Seen m_seen GUARDED_BY(m_ownStrand);
    std::chrono::nanoseconds m_worked GUARDED_BY(m_ownStrand){}; ///< the last time
    const std::unique_ptr<sync::Strand> m_strand;
};

} // namespace starqueue::hall
