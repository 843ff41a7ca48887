#include <house/kernel/agenda.h>

#include <algorithm>
#include <utility>

namespace starqueue::house {

Agenda::Entry Agenda::at(Elapsed when, Task task)
{
    constexpr int kCountBits = 40; // the count keeps two entries with the same random part apart
    const std::uint64_t tie = (m_ties() << kCountBits) | ++m_entered;
    if (m_free.empty()) {
        m_free.push_back(static_cast<std::uint32_t>(m_slots.size()));
        m_slots.emplace_back();
    }
    const Entry entry{std::max(when, now()), tie, m_free.back()};
    m_free.pop_back();
    m_slots[entry.slot] = {tie, std::move(task)};
    m_heap.push_back(entry);
    std::ranges::push_heap(m_heap, isLater);
    return entry;
}

Agenda::Entry Agenda::after(std::chrono::nanoseconds delay, Task task)
{
    return at(now() + delay, std::move(task));
}

// A task's destructor may turn to the agenda: nothing of it is half done then.
void Agenda::cancel(const Entry& entry)
{
    if (entry.tie == 0 || m_slots[entry.slot].tie != entry.tie)
        return;
    const Task cancelled = take(entry.slot);
    dropCancelled();
}

Agenda::Task Agenda::take(std::uint32_t slot)
{
    m_slots[slot].tie = 0;
    m_free.push_back(slot);
    return std::exchange(m_slots[slot].task, nullptr);
}

void Agenda::dropCancelled()
{
    while (!m_heap.empty() && m_slots[m_heap.front().slot].tie != m_heap.front().tie) {
        std::ranges::pop_heap(m_heap, isLater);
        m_heap.pop_back();
    }
}

bool Agenda::runNext(Elapsed until)
{
    if (isEmpty() || m_heap.front().at > until) {
        m_clock.advanceTo(until);
        return false;
    }
    const Entry next = m_heap.front();
    const Task task = take(next.slot);
    dropCancelled();
    m_clock.advanceTo(next.at);
    ++m_steps;
    task();
    return true;
}

void Agenda::runUntil(Elapsed until)
{
    while (runNext(until)) {
    }
}

} // namespace starqueue::house
