#include <client/calls/call_schedule.h>

#include <algorithm>

namespace starqueue::client {

using api::Call;
using Time = CallSchedule::Time;

namespace {

bool isFresh(const QDateTime& since, const QDateTime& at)
{
    return !since.isValid() || !at.isValid() || Time{since.msecsTo(at)} <= CallSchedule::kFresh;
}

} // namespace

Time ageOf(const Call& call, const QDateTime& at)
{
    const bool known = call.at.isValid() && at.isValid();
    return Time{known ? std::max<qint64>(0, call.at.msecsTo(at)) : 0};
}

// A call's instant is that of the first; a repetition came after the last board, which hadn't it.
bool CallSchedule::isNews(const Call& call, const QDateTime& at) const
{
    // A repetition that was taken back isn't one more.
    return m_started && call.expected() && m_seen.value(call.key(), -1) < call.recalls &&
           isFresh(call.recalls > 0 ? std::max(call.at, m_at) : call.at, at);
}

QList<Call> CallSchedule::take(const QList<Call>& calls, const QDateTime& at, Time now)
{
    QList<Call> announced;
    QHash<QString, int> seen;
    QHash<QString, Stand> stand;
    m_calls = calls;
    for (auto call = calls.rbegin(); call != calls.rend(); ++call) {
        const bool isRepeated = m_seen.value(call->key(), call->recalls) < call->recalls;
        if (isRepeated || !m_seen.contains(call->key()))
            stand.insert(call->key(), {now - (isRepeated ? Time{} : ageOf(*call, at)), ++m_lastOrder});
        else
            stand.insert(call->key(), m_stand.value(call->key()));
        seen.insert(call->key(), call->recalls);
        if (isNews(*call, at))
            announced << *call;
    }
    m_at = at;
    m_seen = seen;
    m_stand = stand;
    m_started = true;
    for (const Call& call : announced)
        becomeDue(call);
    return announced;
}

void CallSchedule::becomeDue(const Call& call)
{
    ++m_serial;
    m_due.removeAll(call.key()); // its own repetition has overtaken it
    m_due.append(call.key());
}

const Call* CallSchedule::findExpected(const QString& key) const
{
    const auto found =
        std::ranges::find_if(m_calls, [&](const Call& call) { return call.expected() && call.key() == key; });
    return found == m_calls.end() ? nullptr : &*found;
}

bool CallSchedule::blinks(const Call& call, Time now) const
{
    return now < m_stand.value(call.key()).since + kBlink;
}

QList<CallSchedule::Row> CallSchedule::expected(Time now) const
{
    QList<Row> rows;
    for (const Call& call : m_calls)
        if (call.expected())
            rows << Row{call, blinks(call, now), m_spoken == call.key()};
    std::ranges::stable_sort(rows, std::greater{},
                             [this](const Row& row) { return m_stand.value(row.call.key()).order; });
    return rows;
}

QList<Call> CallSchedule::ended() const
{
    QList<Call> calls = m_calls;
    calls.removeIf([](const Call& call) { return call.expected(); });
    return calls;
}

void CallSchedule::leaveOutWhoIsNotDue(Time now)
{
    m_due.removeIf([&](const QString& key) {
        const Call* call = findExpected(key);
        const bool isLate = call != nullptr && now - m_stand.value(key).since > kLatest;
        if (isLate)
            m_tooLate << *call;
        return call == nullptr || isLate;
    });
}

std::optional<CallSchedule::Sentence> CallSchedule::nextSentence(Time now)
{
    if (m_held || m_spoken)
        return {};
    leaveOutWhoIsNotDue(now);
    if (m_due.isEmpty())
        return {};
    const bool brief = m_due.size() > kManyWaiting;
    m_spoken = m_due.takeFirst();
    return Sentence{*findExpected(*m_spoken), brief};
}

bool CallSchedule::goesOn(Time now)
{
    leaveOutWhoIsNotDue(now);
    return !m_held && m_spoken && findExpected(*m_spoken) != nullptr && m_due.size() <= kManyWaiting;
}

} // namespace starqueue::client
