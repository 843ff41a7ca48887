#include <db/codec/event_codec.h>
#include <db/recorded/recorded_days.h>

#include <queue/decide.h>
#include <queue/recording/day_recorder.h>

namespace starqueue::db {

namespace {

constexpr std::size_t kRecordedAtOnce = 4096;

/// Reads a journal from the opening of a day to the opening of the next.
class DayReader
{
public:
    explicit DayReader(Date date) : m_date(date) {}

    [[nodiscard]] bool isDone() const { return m_isDone; }

    tl::expected<void, std::string> add(const Recorded& line)
    {
        const bool opens = line.name == "day_opened";
        if (m_recorder && opens) {
            m_isDone = true;
            return {};
        }
        // Before the day only rules are needed: they decode its events.
        if (!m_recorder && !opens && line.name != "rules_set")
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
        const auto* opened = std::get_if<queue::DayOpened>(&event);
        if (opened && opened->date == m_date)
            m_recorder.emplace();
        queue::apply(m_state, event, at);
        m_last = at;
        if (m_recorder)
            m_recorder->see(event, at, m_state);
    }

    Date m_date;
    queue::State m_state;
    Instant m_last{};
    std::optional<queue::DayRecorder> m_recorder;
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
