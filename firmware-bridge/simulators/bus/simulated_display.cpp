#include <firmware-bridge/simulators/bus/simulated_display.h>

namespace starqueue::simulators {

namespace {

using Mode = bridge::DisplayContent::Mode;

constexpr int kDisplayVersion = 0x0101;

QString modeName(Mode mode)
{
    switch (mode) {
    case Mode::Blank:
        return QStringLiteral("blank");
    case Mode::Idle:
        return QStringLiteral("idle");
    case Mode::Calling:
        return QStringLiteral("calling");
    case Mode::Serving:
        return QStringLiteral("serving");
    case Mode::Paused:
        return QStringLiteral("paused");
    }
    return {};
}

} // namespace

SimulatedDisplay::SimulatedDisplay(quint32 uid) : m_holding(bridge::kDisplayHoldingCount, 0)
{
    m_report.version = kDisplayVersion;
    m_report.uid = uid;
    m_report.bootCount = 1;
    m_report.linkTimedOut = true;
}

QList<quint16> SimulatedDisplay::input(SteadyTime) const
{
    return encodeDisplayReport(m_report);
}

void SimulatedDisplay::write(int start, const QList<quint16>& values, SteadyTime)
{
    for (qsizetype i = 0; i < values.size(); ++i)
        m_holding[start + i] = values.at(i);
    const auto sequenced = bridge::decodeDisplayContent(m_holding);
    if (!sequenced || sequenced->seq == 0)
        return;
    m_content = sequenced->content;
    m_report.shownSeq = sequenced->seq;
    m_report.linkTimedOut = false;
}

void SimulatedDisplay::addressed(SteadyTime now)
{
    m_lastAddressed = now;
}

void SimulatedDisplay::tick(SteadyTime now)
{
    if (m_report.linkTimedOut || now - m_lastAddressed < kLinkTimeout)
        return;
    m_report.linkTimedOut = true;
    m_report.shownSeq = 0;
    ++m_report.linkTimeouts;
}

void SimulatedDisplay::powerCycle(SteadyTime now)
{
    m_holding.fill(0);
    m_content = bridge::DisplayContent();
    m_report.shownSeq = 0;
    m_report.linkTimedOut = true;
    m_report.bootCount = (m_report.bootCount + 1) & 0xFFFF;
    m_lastAddressed = now;
}

QJsonObject SimulatedDisplay::seen(SteadyTime) const
{
    const bool stale = m_report.linkTimedOut;
    return {{QStringLiteral("kind"), QStringLiteral("display")},
            {QStringLiteral("mode"), stale ? QStringLiteral("noLink") : modeName(m_content.mode)},
            {QStringLiteral("number"), stale ? QStringLiteral("--") : m_content.number},
            {QStringLiteral("counter"), stale ? 0 : m_content.counter},
            {QStringLiteral("text"), stale ? QString() : m_content.text},
            {QStringLiteral("recall"), m_content.recall},
            {QStringLiteral("seq"), m_report.shownSeq},
            {QStringLiteral("linkTimeouts"), m_report.linkTimeouts}};
}

} // namespace starqueue::simulators
