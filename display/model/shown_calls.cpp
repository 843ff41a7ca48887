#include <display/model/shown_calls.h>

#include <algorithm>

namespace starqueue::display {

using client::CallSchedule;
using client::api::Call;
using Row = CallSchedule::Row;

namespace {

constexpr int kNoticeCells = 2; ///< what the sentence about more calls takes of the grid

} // namespace

ShownCalls::ShownCalls(const DisplayWords& words)
    : m_words(words), m_others({"number", "before", "figure", "after", "expected", "name", "otherName",
                                "blinks", "spoken", "said"})
{}

void ShownCalls::refresh(CallSchedule::Time now, bool visible)
{
    m_schedule.hold(!visible);
    QList<Row> rows = visible ? m_schedule.expected(now) : QList<Row>();
    const qsizetype expected = rows.size();
    m_blinking = std::ranges::any_of(rows, &Row::blinks);
    for (const Call& call : visible ? m_schedule.ended() : QList<Call>())
        if (rows.size() <= kRecent)
            rows << Row{call};
    m_newest = rows.isEmpty() ? std::nullopt : std::optional(rows.takeFirst());
    m_grid = ui::callGridFor(std::max(expected - 1, rows.size()));
    fill(std::move(rows));
}

void ShownCalls::fill(QList<Row> rows)
{
    const bool fits = rows.size() <= m_grid.cells();
    const qsizetype room = fits ? rows.size() : m_grid.cells() - kNoticeCells;
    m_left = static_cast<int>(rows.size() - room);
    QList<QVariantList> cells;
    for (const Row& row : rows.mid(0, room))
        cells << cell(row);
    m_others.set(cells);
}

QVariantList ShownCalls::cell(const Row& row) const
{
    const CounterSign sign = signOf(row.call);
    return {row.call.number,
            sign.before,
            sign.figure,
            sign.after,
            row.call.expected(),
            nameIn(row.call, m_words.mainOf(row.call.counterName)),
            nameIn(row.call, m_words.otherOf(row.call.counterName)),
            row.blinks,
            row.spoken,
            saidOf(row.call)};
}

CounterSign ShownCalls::sign() const
{
    return m_newest ? signOf(m_newest->call) : CounterSign{};
}

CounterSign ShownCalls::signOf(const Call& call) const
{
    return display::counterSign(call.sign, m_words.mainOf(call.counterName));
}

QString ShownCalls::saidOf(const Call& call) const
{
    const CounterSign sign = signOf(call);
    QStringList words{call.number, sign.before, sign.figure, sign.after};
    words.removeAll(QString());
    return words.join(u' ');
}

QString ShownCalls::nameIn(const Call& call, const QString& name) const
{
    return name == call.sign ? QString() : name; // stands there large
}

QString ShownCalls::counterName() const
{
    return m_newest ? nameIn(m_newest->call, m_words.mainOf(m_newest->call.counterName)) : QString();
}

QString ShownCalls::counterOther() const
{
    return m_newest ? nameIn(m_newest->call, m_words.otherOf(m_newest->call.counterName)) : QString();
}

} // namespace starqueue::display
