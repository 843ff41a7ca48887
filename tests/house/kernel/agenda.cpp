#include <house/kernel/agenda.h>

#include <algorithm>
#include <utility>

namespace starqueue::house {

Agenda::Entry Agenda::at(Elapsed when, Task task)
{
    constexpr int kCountBits = 40; // the count keeps two entries with the same random part apart
    const std::uint64_t tie = (m_ties() << kCountBits) | ++m_entered;
    const Entry entry{std::max(when, now()), tie};
    m_entries.emplace(entry, std::move(task));
    return entry;
}

Agenda::Entry Agenda::after(std::chrono::nanoseconds delay, Task task)
{
    return at(now() + delay, std::move(task));
}

bool Agenda::runNext(Elapsed until)
{
    if (isEmpty() || m_entries.begin()->first.at > until) {
        m_clock.advanceTo(until);
        return false;
    }
    const auto next = m_entries.extract(m_entries.begin());
    m_clock.advanceTo(next.key().at);
    ++m_steps;
    next.mapped()();
    return true;
}

void Agenda::runUntil(Elapsed until)
{
    while (runNext(until)) {
    }
}

} // namespace starqueue::house
