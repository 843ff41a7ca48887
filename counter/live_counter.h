#pragma once

#include <client/events/board_watch.h>
#include <counter/counter_model.h>
#include <counter/window/window_claim.h>

#include <QTimer>

namespace starqueue::counter {

/// A counter's model that follows its hall: boards, events, reachability, other windows and time reach it
/// from here. Lives on one thread.
class LiveCounter
{
public:
    struct Setup
    {
        client::HallAddress address;
        QString counter;
        QString clerk; ///< empty: asked for when the counter opens
        client::FaceClock clock = client::FaceClock::machine();
    };

    explicit LiveCounter(const Setup& setup);

    /// Begins to follow the hall.
    void start();

    [[nodiscard]] CounterModel& model() { return m_model; }

private:
    client::BoardWatch m_watch;
    WindowClaim m_claim;
    CounterModel m_model;
    QTimer m_tick;
};

} // namespace starqueue::counter
