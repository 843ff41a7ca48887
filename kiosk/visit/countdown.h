#pragma once

#include <client/face/face_clock.h>

#include <QObject>
#include <QQmlEngine>
#include <QTimer>

#include <chrono>

namespace starqueue::kiosk {

/// Counts down to one moment, visibly. Steady time; lives on the GUI thread.
class Countdown : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("the model owns it")
    Q_PROPERTY(bool running READ running NOTIFY changed)
    Q_PROPERTY(int secondsLeft READ secondsLeft NOTIFY changed)
    Q_PROPERTY(double fraction READ fraction NOTIFY changed)

public:
    explicit Countdown(const client::FaceClock& clock = client::FaceClock::machine(),
                       QObject* parent = nullptr);

    /// Begins anew with `total`, whether or not one was running.
    void start(std::chrono::milliseconds total);
    void stop();
    /// Lets `time` pass; the running countdown calls this itself with the time that did.
    void advance(std::chrono::milliseconds time);

    [[nodiscard]] bool running() const { return m_timer.isActive(); }
    [[nodiscard]] std::chrono::milliseconds left() const { return m_left; }
    /// Rounded up, so that it reaches 0 only at the end.
    [[nodiscard]] int secondsLeft() const;
    /// The share of the time that is left: 1 at the start, 0 at the end.
    [[nodiscard]] double fraction() const;

signals:
    void changed();
    /// The time is over; never after stop().
    void over();

private:
    QTimer m_timer;
    std::function<std::chrono::milliseconds()> m_steady;
    std::chrono::milliseconds m_seen{0}; ///< steady time up to which m_left is true
    std::chrono::milliseconds m_total{0};
    std::chrono::milliseconds m_left{0};
};

} // namespace starqueue::kiosk
