#pragma once

#include <client/events/board_watch.h>
#include <display/model/display_model.h>

#include <QTimer>

namespace starqueue::display {

/// The hall display's model that follows its hall: boards, refusals and time reach it from here. Lives on one
/// thread.
class LiveDisplay
{
public:
    struct Setup
    {
        client::HallAddress address;
        QString language;
        QString place; ///< which screen this is, for a technician
        client::FaceClock clock = client::FaceClock::machine();
    };

    explicit LiveDisplay(const Setup& setup);

    /// Begins to follow the hall.
    void start();

    [[nodiscard]] DisplayModel& model() { return m_model; }

private:
    client::BoardWatch m_watch;
    DisplayModel m_model;
    QTimer m_tick;
};

} // namespace starqueue::display
