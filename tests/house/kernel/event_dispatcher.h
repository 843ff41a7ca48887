#pragma once

#include <house/kernel/agenda.h>

#include <QAbstractEventDispatcher>

#include <vector>

namespace starqueue::house {

/// Qt's timers and posted events as entries of the agenda. A repeating timer of 0 ms fires each 1 ms, since
/// virtual time would stand still otherwise. A socket notifier ends the run.
class EventDispatcher final : public QAbstractEventDispatcher
{
public:
    explicit EventDispatcher(Agenda& agenda) : m_agenda(agenda) {}
    ~EventDispatcher() override;

    /// What is due; with WaitForMoreEvents at least one entry, for which the clock moves.
    bool processEvents(QEventLoop::ProcessEventsFlags flags) override;
    void registerSocketNotifier(QSocketNotifier* notifier) override;
    void unregisterSocketNotifier(QSocketNotifier*) override {}
    void registerTimer(int id, qint64 interval, Qt::TimerType type, QObject* object) override;
    bool unregisterTimer(int id) override;
    bool unregisterTimers(QObject* object) override;
    QList<TimerInfo> registeredTimers(QObject* object) const override;
    int remainingTime(int id) override;
    void wakeUp() override;
    void interrupt() override { m_interrupted = true; }

private:
    struct Timer
    {
        std::chrono::milliseconds interval{};
        Qt::TimerType type = Qt::CoarseTimer;
        QObject* object = nullptr; ///< null: there is no such timer
        Agenda::Entry entry{};
    };

    [[nodiscard]] Timer* find(int id);
    void drop(Timer& timer);
    void fire(int id);
    void deliverPosted();

    Agenda& m_agenda;
    std::vector<Timer> m_timers; ///< by their ids, which Qt takes anew
    Agenda::Entry m_wakeUp;
    bool m_interrupted = false;
};

} // namespace starqueue::house
