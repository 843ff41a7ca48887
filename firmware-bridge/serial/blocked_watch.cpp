#include <firmware-bridge/serial/blocked_watch.h>

#include <utility>

namespace starqueue::bridge {

namespace {

constexpr std::chrono::milliseconds kLookEvery{250};

} // namespace

BlockedWatch::BlockedWatch(std::function<qint64()> waiting, QObject* parent)
    : QObject(parent), m_waiting(std::move(waiting)), m_tick(this)
{
    m_tick.setInterval(kLookEvery);
    connect(&m_tick, &QTimer::timeout, this, &BlockedWatch::observe);
}

void BlockedWatch::begin()
{
    m_accepted = 0;
    m_progress.clear();
    m_tick.start();
}

void BlockedWatch::end()
{
    m_tick.stop();
    m_progress.clear();
}

void BlockedWatch::observe()
{
    const bool was = m_progress.isBlocked();
    if (m_progress.observe(m_accepted, m_waiting(), steadyNow()) != was)
        emit blockedChanged(!was);
}

} // namespace starqueue::bridge
