#include <firmware-bridge/serial/port_retry.h>

namespace starqueue::bridge {

PortRetry::PortRetry(QObject* parent) : QObject(parent), m_timer(this)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &PortRetry::due);
}

void PortRetry::refuse(claim::PortTrouble trouble)
{
    if (trouble.kind == claim::PortTrouble::Kind::Missing && m_wasOpen)
        trouble.kind = claim::PortTrouble::Kind::Unplugged;
    later();
    if (m_told == trouble)
        return;
    m_told = trouble;
    emit refused(trouble);
}

void PortRetry::opened()
{
    m_wasOpen = true;
    m_told.reset();
}

} // namespace starqueue::bridge
