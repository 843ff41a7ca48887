#include <firmware-bridge/simulators/bus/simulated_display.h>

namespace starqueue::simulators {

using namespace Qt::StringLiterals;

namespace {

using Mode = bridge::DisplayContent::Mode;

constexpr int kDisplayVersion = 0x0101;

QString modeName(Mode mode)
{
    switch (mode) {
    case Mode::Blank:
        return u"blank"_s;
    case Mode::Idle:
        return u"idle"_s;
    case Mode::Calling:
        return u"calling"_s;
    case Mode::Serving:
        return u"serving"_s;
    case Mode::Paused:
        return u"paused"_s;
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
    return {{u"kind"_s, u"display"_s},
            {u"mode"_s, stale ? u"noLink"_s : modeName(m_content.mode)},
            {u"number"_s, stale ? u"--"_s : m_content.number},
            {u"counter"_s, stale ? 0 : m_content.counter},
            {u"text"_s, stale ? QString() : m_content.text},
            {u"recall"_s, m_content.recall},
            {u"seq"_s, m_report.shownSeq},
            {u"linkTimeouts"_s, m_report.linkTimeouts}};
}

} // namespace starqueue::simulators
