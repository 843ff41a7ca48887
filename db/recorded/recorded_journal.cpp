#include <db/codec/event_codec.h>
#include <db/recorded/recorded_days.h>

#include <queue/decide.h>
#include <queue/recording/day_recorder.h>

#include <chrono>
#include <optional>

namespace starqueue::db {

namespace {

constexpr std::size_t kRecordedAtOnce = 4096;

/// A date that was left by mistake is taken back within ten minutes, or opened again on the same day.
constexpr std::chrono::hours kOpenedAgainWithin{24};

/// Reads a journal from the opening of a date to the opening of the next that isn't taken back.
class DayReader
{
public:
    explicit DayReader(Date date) : m_date(date) {}

    [[nodiscard]] bool isDone() const { return m_isDone; }

    tl::expected<void, std::string> add(const Recorded& line)
    {
        const bool opens = line.name == queue::DayOpened::kName;
        m_isDone = m_left && line.at - *m_left > kOpenedAgainWithin;
        // Outside of the day only rules are needed: they decode its events.
        const bool isWithin = m_recorder && !m_left;
        if (m_isDone || (!isWithin && !opens && line.name != queue::RulesSet::kName))
            return {};
        const auto event = decodeEvent(line.name, line.payload, m_state.rules.get());
        if (!event)
            return tl::unexpected("journal line " + std::to_string(line.seq) + ": " + event.error());
        see(*event, line.at);
        return {};
    }

    [[nodiscard]] std::optional<queue::RecordedDay> finish() &&
    {
        return m_recorder ? std::optional(std::move(*m_recorder).finish(m_last)) : std::nullopt;
    }

private:
    void see(const queue::Event& event, Instant at)
    {
        if (const auto* opened = std::get_if<queue::DayOpened>(&event))
            turnTo(opened->date, at);
        queue::apply(m_state, event, at);
        if (!m_recorder || m_left)
            return;
        m_last = at;
        m_recorder->see(event, at, m_state);
    }
    void turnTo(Date date, Instant at)
    {
        if (date == m_date) {
            if (!m_recorder)
                m_recorder.emplace();
            m_left.reset();
        } else if (m_recorder && !m_left) {
            m_recorder->rest(at);
            m_left = at;
        }
    }

    Date m_date;
    queue::State m_state;
    Instant m_last{};
    std::optional<queue::DayRecorder> m_recorder;
    std::optional<Instant> m_left; ///< when another date was opened; empty: the recorded one is the hall's
    bool m_isDone = false;
};

} // namespace

tl::expected<std::optional<queue::RecordedDay>, StorageError> recordedDay(Journal& journal, Date date)
{
    DayReader reader(date);
    std::uint64_t seq = 0;
    while (!reader.isDone()) {
        const auto lines = journal.read(seq, kRecordedAtOnce);
        if (!lines)
            return tl::unexpected(lines.error());
        if (lines->empty())
            break;
        for (const Recorded& line : *lines) {
            if (const auto added = reader.add(line); !added)
                return tl::unexpected(StorageError{StorageFault::Unreadable, added.error()});
            if (reader.isDone())
                break;
        }
        seq = lines->back().seq;
    }
    return std::move(reader).finish();
}

} // namespace starqueue::db
