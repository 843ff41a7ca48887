#include <kiosk/visit/countdown.h>

#include <algorithm>
#include <cmath>

namespace starqueue::kiosk {

using std::chrono::milliseconds;

namespace {
constexpr milliseconds kTick{200};
}

Countdown::Countdown(QObject* parent) : QObject(parent)
{
    m_timer.setInterval(kTick);
    connect(&m_timer, &QTimer::timeout, this, [this] { advance(milliseconds(m_since.restart())); });
}

void Countdown::start(milliseconds total)
{
    m_total = total;
    m_left = total;
    m_since.start();
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
