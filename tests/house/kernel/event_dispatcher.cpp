#include <house/kernel/event_dispatcher.h>

#include <house/kernel/stop_run.h>

#include <QCoreApplication>
#include <QSocketNotifier>
#include <QTimerEvent>

#include <algorithm>
#include <string>

namespace starqueue::house {

using std::chrono::milliseconds;

EventDispatcher::~EventDispatcher()
{
    for (const auto& [id, timer] : m_timers)
        m_agenda.cancel(timer.entry);
    m_agenda.cancel(m_wakeUp);
}

bool EventDispatcher::processEvents(QEventLoop::ProcessEventsFlags flags)
{
    m_interrupted = false;
    bool any = false;
    while (m_agenda.isDue() && !m_interrupted)
        any = m_agenda.runNext(m_agenda.now());
    if (any || m_interrupted || !flags.testFlag(QEventLoop::WaitForMoreEvents))
        return any;
    if (m_agenda.isEmpty())
        stopRun("an event loop waits, and the agenda is empty");
    return m_agenda.runNext(Agenda::Elapsed::max());
}

void EventDispatcher::registerSocketNotifier(QSocketNotifier* notifier)
{
    stopRun("a socket notifier on descriptor " + std::to_string(notifier->socket()) +
            ": the house knows no real sockets, files or pipes");
}

void EventDispatcher::registerTimer(int id, qint64 interval, Qt::TimerType type, QObject* object)
{
    m_timers[id] = {milliseconds{interval}, type, object, {}};
    schedule(id);
}

void EventDispatcher::schedule(int id)
{
    Timer& timer = m_timers.at(id);
    timer.entry = m_agenda.after(timer.interval, [this, id] { fire(id); });
}

// The next shot stands on the agenda before the event is sent, whose receiver may stop the timer.
void EventDispatcher::fire(int id)
{
    Timer& timer = m_timers.at(id);
    timer.entry = m_agenda.after(std::max(timer.interval, milliseconds{1}), [this, id] { fire(id); });
    QTimerEvent event{id};
    QCoreApplication::sendEvent(timer.object, &event);
}

bool EventDispatcher::unregisterTimer(int id)
{
    const auto found = m_timers.find(id);
    if (found == m_timers.end())
        return false;
    m_agenda.cancel(found->second.entry);
    m_timers.erase(found);
    return true;
}

bool EventDispatcher::unregisterTimers(QObject* object)
{
    const auto isItsOwn = [&](const auto& each) {
        if (each.second.object != object)
            return false;
        m_agenda.cancel(each.second.entry);
        return true;
    };
    return std::erase_if(m_timers, isItsOwn) > 0;
}

QList<QAbstractEventDispatcher::TimerInfo> EventDispatcher::registeredTimers(QObject* object) const
{
    QList<TimerInfo> timers;
    for (const auto& [id, timer] : m_timers)
        if (timer.object == object)
            timers.append({id, static_cast<int>(timer.interval.count()), timer.type});
    return timers;
}

int EventDispatcher::remainingTime(int id)
{
    const auto found = m_timers.find(id);
    if (found == m_timers.end())
        return -1;
    const auto left = std::chrono::ceil<milliseconds>(found->second.entry.at - m_agenda.now());
    return static_cast<int>(std::max(left, milliseconds{0}).count());
}

void EventDispatcher::wakeUp()
{
    if (m_wakeUp == Agenda::Entry{})
        m_wakeUp = m_agenda.after({}, [this] { deliverPosted(); });
}

void EventDispatcher::deliverPosted()
{
    m_wakeUp = {};
    QCoreApplication::sendPostedEvents();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
}

} // namespace starqueue::house
