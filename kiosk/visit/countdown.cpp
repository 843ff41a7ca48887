#include <kiosk/visit/countdown.h>

#include <algorithm>
#include <cmath>
#include <utility>

namespace starqueue::kiosk {

using std::chrono::milliseconds;

namespace {
constexpr milliseconds kTick{200};
}

Countdown::Countdown(const client::FaceClock& clock, QObject* parent)
    : QObject(parent), m_steady(clock.steady)
{
    m_timer.setInterval(kTick);
    connect(&m_timer, &QTimer::timeout, this, [this] {
        const milliseconds now = m_steady();
        advance(now - std::exchange(m_seen, now));
    });
}

void Countdown::start(milliseconds total)
{
    m_total = total;
    m_left = total;
    m_seen = m_steady();
    m_timer.start();
    emit changed();
}

void Countdown::stop()
{
    m_timer.stop();
    m_left = milliseconds::zero();
    emit changed();
}

void Countdown::advance(milliseconds time)
{
    if (!running())
        return;
    m_left = std::max(m_left - time, milliseconds::zero());
    const bool ended = m_left == milliseconds::zero();
    if (ended)
        m_timer.stop();
    emit changed();
    if (ended)
        emit over();
}

int Countdown::secondsLeft() const
{
    return static_cast<int>(std::chrono::ceil<std::chrono::seconds>(m_left).count());
}

double Countdown::fraction() const
{
    return m_total.count() > 0 ? static_cast<double>(m_left.count()) / static_cast<double>(m_total.count())
                               : 0.0;
}

} // namespace starqueue::kiosk
