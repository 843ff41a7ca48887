#pragma once

#include <hall/api/context/forecast_board.h>

#include <db/journal/journal.h>
#include <db/writer/writer.h>
#include <time/hall_zone.h>

#include <queue/estimation/forward_runs.h>
#include <queue/experience/experience_builder.h>

#include <cstdint>
#include <memory>
#include <optional>

namespace starqueue::hall {

/// Makes forecasts in the background: learns from the journal, takes a snapshot from the writer, simulates it
/// and publishes the forecast on the board. Once each business day it submits a new correction of promises.
///
/// refresh() is for one thread; it waits for the writer, never the other way round. Read errors are logged,
/// and waits are then estimated by rank.
class PromiseKeeper
{
public:
    /// All references must outlive the keeper.
    PromiseKeeper(db::Journal& journal, db::Writer& writer, const time::HallZone& zone, ForecastBoard& board);

    void refresh();

private:
    struct Snapshot
    {
        queue::HallSnapshot hall;
        std::vector<std::string> clerks; ///< by CounterIx
        std::uint64_t seq = 0;
        time::WallOffset clock{};
        bool dayOpen = false;
    };

    [[nodiscard]] bool learn();
    [[nodiscard]] bool learn(const std::vector<db::Recorded>& lines);
    [[nodiscard]] std::optional<std::uint64_t> whereToBegin();
    [[nodiscard]] std::optional<Snapshot> look();
    void calibrate(const Snapshot& now);
    void foresee(const Snapshot& now);

    db::Journal& m_journal;
    db::Writer& m_writer;
    const time::HallZone& m_zone;
    ForecastBoard& m_board;
    queue::ExperienceBuilder m_builder;
    std::shared_ptr<const queue::Rules> m_pastRules; ///< in force at m_read
    std::optional<std::uint64_t> m_read;             ///< seq of the last row read
    std::uint64_t m_asked = 0; ///< seq of the day_opened for which a calibration was submitted
    std::uint64_t m_dayOpened = 0;
    std::uint64_t m_calibrated = 0;
    std::unique_ptr<queue::ForwardRuns> m_runs;
    std::shared_ptr<const queue::Rules> m_runsRules;
    Instant m_believedAt{};
    std::uint64_t m_seed = 0;
};

} // namespace starqueue::hall
