#include <hall/service/promise_keeper.h>

#include <db/codec/event_codec.h>

#include <spdlog/spdlog.h>

#include <algorithm>
#include <utility>

namespace starqueue::hall {

namespace {

constexpr std::size_t kPage = 2000;
constexpr std::chrono::days kLooksBack{56};
constexpr auto kBeliefHolds = std::chrono::minutes(1);
constexpr auto kLeastRest = std::chrono::seconds(1);
constexpr Millis kStands = queue::Forecast::kFresh / 2; ///< a forecast, while nothing happens
constexpr int kRestsPerWork = 50; ///< rests 50 times as long as it works: at most 2 % of a core

} // namespace

PromiseKeeper::PromiseKeeper(db::Journal& journal, db::Writer& writer, const time::HallZone& zone,
                             ForecastBoard& board, sync::Executor& executor)
    : m_journal(journal), m_writer(writer), m_zone(zone), m_board(board), m_executor(executor),
      m_builder([this](time::WallTime at) { return m_zone.local(at); }),
      m_strand(executor.strand(sync::Urgency::Background))
{}

void PromiseKeeper::setDayKinds(queue::DayKinds kinds)
{
    m_strand->post([this, kinds = std::move(kinds)]() REQUIRES(m_ownStrand) {
        m_builder.setDayKinds(kinds);
        m_seen = {};
    });
}

void PromiseKeeper::setPlan(const queue::CounterPlan& plan)
{
    m_strand->post([this, plan]() REQUIRES(m_ownStrand) {
        m_builder.setPlan(plan);
        m_seen = {};
    });
}

void PromiseKeeper::keep()
{
    keepFrom({});
}

void PromiseKeeper::keepFrom(const Seen& last)
{
    ask(last, [this]() REQUIRES(m_ownStrand) { rest(); });
}

void PromiseKeeper::rest()
{
    m_strand->after(std::max<std::chrono::nanoseconds>(kLeastRest, m_worked * kRestsPerWork),
                    [this]() REQUIRES(m_ownStrand) { keepFrom(m_seen); });
}

void PromiseKeeper::stop()
{
    m_strand->close();
}

void PromiseKeeper::refresh(std::function<void()> then)
{
    ask({}, std::move(then));
}

void PromiseKeeper::ask(const Seen& last, std::function<void()> then)
{
    m_writer.ask([this, last, then = std::move(then)](const db::View& view) -> db::Release {
        auto snapshot = std::make_shared<const std::optional<Snapshot>>(takeSnapshot(view, last));
        return [this, then, snapshot = std::move(snapshot)](db::Fate) {
            m_strand->post([this, then, snapshot]() REQUIRES(m_ownStrand) {
                if (*snapshot)
                    work(**snapshot);
                then();
            });
        };
    });
}

void PromiseKeeper::work(const Snapshot& now)
{
    const auto begun = m_executor.now();
    if (now.dayOpen && learn(now)) {
        calibrate(now);
        publishForecast(now);
        m_seen = {now.seq, now.hall.at};
    }
    m_worked = m_executor.now() - begun;
}

/// Empty: the hall has no rules yet, or nothing has happened since the last forecast, which still holds.
std::optional<PromiseKeeper::Snapshot> PromiseKeeper::takeSnapshot(const db::View& view, const Seen& last)
{
    if (!view.state.rules || (view.seq == last.seq && view.now - last.at < kStands))
        return {};
    Snapshot snapshot{
        queue::hallSnapshot(view.state, view.now), {}, view.seq, view.state.clock, view.state.dayOpen,
        view.state.date.value_or(Date{})};
    for (const queue::Counter& counter : view.state.counters)
        snapshot.clerks.push_back(counter.clerk);
    return snapshot;
}

/// Reads on in the journal. False: not at its end yet, or it can't be read.
bool PromiseKeeper::learn(const Snapshot& now)
{
    if (!m_read)
        m_read = firstRowToRead(now);
    while (m_read) {
        const auto lines = m_journal.read(*m_read, kPage);
        if (!lines) {
            spdlog::error("waits are counted by rank: the journal can't be read: {}", lines.error().detail);
            return false;
        }
        if (lines->empty())
            return true;
        if (!learn(*lines))
            return false;
    }
    return false;
}

bool PromiseKeeper::learn(const std::vector<db::Recorded>& lines)
{
    for (const db::Recorded& line : lines) {
        m_read = line.seq;
        if (!m_pastRules && line.name != queue::DayOpened::kName)
            continue; // earlier rows can't be decoded without the rules
        const auto event = db::decodeEvent(line.name, line.payload, m_pastRules.get());
        if (!event) {
            spdlog::error("waits are counted by rank: journal line {}: {}", line.seq, event.error());
            return false;
        }
        if (const auto* opened = std::get_if<queue::DayOpened>(&*event)) {
            m_pastRules = opened->rules;
            m_dayOpened = line.seq;
        } else if (const auto* set = std::get_if<queue::RulesSet>(&*event)) {
            m_pastRules = set->rules;
        } else if (std::holds_alternative<queue::PromisesCalibrated>(*event)) {
            m_calibrated = line.seq;
        }
        m_builder.apply(*event, line.at);
    }
    return true;
}

/// The row before the first one to learn from, by binary search: rows are sorted by time.
std::optional<std::uint64_t> PromiseKeeper::firstRowToRead(const Snapshot& now)
{
    const Instant oldest = now.hall.at - kLooksBack;
    std::uint64_t before = 0;
    std::uint64_t after = now.seq;
    while (before < after) {
        const std::uint64_t middle = before + (after - before) / 2;
        const auto line = m_journal.read(middle, 1);
        if (!line)
            return {};
        if (line->empty() || line->front().at >= oldest)
            after = middle;
        else
            before = middle + 1;
    }
    return before;
}

/// Once a business day, if there are outcomes to learn from.
void PromiseKeeper::calibrate(const Snapshot& now)
{
    if (m_calibrated > m_dayOpened || m_asked == m_dayOpened || now.seq < m_dayOpened)
        return;
    const queue::Experience& experience = m_builder.experience();
    if (experience.outcomes() < queue::kLeastOutcomes)
        return;
    m_asked = m_dayOpened;
    const queue::CalibratePromises command{experience.calibration(),
                                           static_cast<std::uint32_t>(experience.outcomes())};
    m_writer.submit(
        std::nullopt,
        [command](const db::View&) -> tl::expected<queue::Command, queue::Refusal> { return command; },
        [](const db::View&, const db::Outcome&) -> db::Release { return [](db::Fate) {}; });
}

void PromiseKeeper::publishForecast(const Snapshot& now)
{
    const auto open = static_cast<int>(now.hall.counters.size());
    const int usual = open > 0 ? open : static_cast<int>(now.hall.rules->counters.size());
    const time::LocalTime local = m_zone.local(now.clock.wall(now.hall.at));
    const Instant midnight = now.hall.at - local.sinceMidnight;
    queue::Belief belief = m_builder.experience().belief(*now.hall.rules, local, midnight, usual, now.clerks);
    const queue::ArrivalForecast arrivals = belief.arrivals;
    std::vector<double> pace = belief.pace;
    ++m_seed;
    if (now.hall.rules != m_runsRules || now.hall.at - m_believedAt >= kBeliefHolds) {
        m_runs = std::make_unique<queue::ForwardRuns>(now.hall.rules, std::move(belief));
        m_runsRules = now.hall.rules;
        m_believedAt = now.hall.at;
        m_board.publish(std::make_shared<const queue::Experience>(m_builder.experience()));
        m_board.publish(std::make_shared<const std::vector<queue::PromiseRecord>>(m_builder.records()));
    }
    m_runs->expect(arrivals, std::move(pace),
                   m_builder.experience().openings(queue::presentHall(now.hall, now.date, local), m_seed));
    m_runs->simulate(now.hall, m_seed, true);
    m_board.publish(std::make_shared<const queue::Forecast>(
        now.hall, *m_runs, m_builder.calibration().at(local.sinceMidnight), m_seed));
}

} // namespace starqueue::hall
