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
    for (Timer& timer : m_timers)
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

EventDispatcher::Timer* EventDispatcher::find(int id)
{
    const auto place = static_cast<std::size_t>(id);
    return place < m_timers.size() && m_timers[place].object != nullptr ? &m_timers[place] : nullptr;
}

void EventDispatcher::registerTimer(int id, qint64 interval, Qt::TimerType type, QObject* object)
{
    const auto place = static_cast<std::size_t>(id);
    if (m_timers.size() <= place)
        m_timers.resize(place + 1);
    const auto entry = m_agenda.after(milliseconds{interval}, [this, id] { fire(id); });
    m_timers[place] = {milliseconds{interval}, type, object, entry};
}

// The next shot stands on the agenda before the event is sent, whose receiver may stop the timer.
void EventDispatcher::fire(int id)
{
    Timer& timer = m_timers.at(static_cast<std::size_t>(id));
    timer.entry = m_agenda.after(std::max(timer.interval, milliseconds{1}), [this, id] { fire(id); });
    QTimerEvent event{id};
    QCoreApplication::sendEvent(timer.object, &event);
}

void EventDispatcher::drop(Timer& timer)
{
    m_agenda.cancel(timer.entry);
    timer = {};
}

bool EventDispatcher::unregisterTimer(int id)
{
    Timer* const timer = find(id);
    if (timer != nullptr)
        drop(*timer);
    return timer != nullptr;
}

bool EventDispatcher::unregisterTimers(QObject* object)
{
    bool any = false;
    for (Timer& timer : m_timers)
        if (timer.object == object && object != nullptr) {
            drop(timer);
            any = true;
        }
    return any;
}

QList<QAbstractEventDispatcher::TimerInfo> EventDispatcher::registeredTimers(QObject* object) const
{
    QList<TimerInfo> timers;
    for (std::size_t id = 0; id < m_timers.size(); ++id)
        if (const Timer& timer = m_timers[id]; timer.object == object && object != nullptr)
            timers.append({static_cast<int>(id), static_cast<int>(timer.interval.count()), timer.type});
    return timers;
}

int EventDispatcher::remainingTime(int id)
{
    const Timer* const timer = find(id);
    if (timer == nullptr)
        return -1;
    const auto left = std::chrono::ceil<milliseconds>(timer->entry.at - m_agenda.now());
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
