#include <display/model/spotlight.h>

#include <algorithm>

namespace starqueue::display {

using client::api::Call;
using std::chrono::milliseconds;

namespace {

const Call* findTicket(const QList<Call>& calls, const QString& ticket)
{
    const auto found = std::ranges::find(calls, ticket, &Call::ticket);
    return found == calls.end() ? nullptr : &*found;
}

bool isFresh(const QDateTime& since, const QDateTime& at)
{
    return !since.isValid() || !at.isValid() || since.msecsTo(at) <= milliseconds(Spotlight::kFresh).count();
}

} // namespace

QList<Call> Spotlight::take(const QList<Call>& calls, const QDateTime& at, milliseconds now)
{
    QList<Call> announced;
    QHash<QString, int> seen;
    // A call's instant is that of the first; a repetition came after the last board, which hadn't it.
    for (const Call& call : calls) {
        seen.insert(call.key(), call.recalls);
        // A repetition that was taken back isn't one more.
        if (m_started && call.expected() && m_seen.value(call.key(), -1) < call.recalls &&
            isFresh(call.recalls > 0 ? std::max(call.at, m_at) : call.at, at))
            announced.prepend(call);
    }
    m_calls = calls;
    m_at = at;
    m_seen = seen;
    m_started = true;
    m_queue += announced;
    m_queue.removeIf([&](const Call& call) { return findTicket(calls, call.ticket) == nullptr; });
    tick(now);
    return announced;
}

void Spotlight::tick(milliseconds now)
{
    const bool held = m_current && now < m_holdUntil && findTicket(m_calls, m_current->ticket) != nullptr;
    if (!held && !m_queue.isEmpty()) {
        m_current = m_queue.takeFirst();
        m_holdUntil = now + kHold;
        ++m_serial;
    } else if (!held) {
        settle();
    }
    if (m_current) {
        if (const Call* latest = findTicket(m_calls, m_current->ticket))
            m_current = *latest;
    }
}

void Spotlight::settle()
{
    const auto expected = std::ranges::find_if(m_calls, &Call::expected);
    if (expected != m_calls.end())
        m_current = *expected;
    else if (!m_calls.isEmpty())
        m_current = m_calls.first();
    else
        m_current.reset();
}

} // namespace starqueue::display
