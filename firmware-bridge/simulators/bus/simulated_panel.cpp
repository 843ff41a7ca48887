#include <firmware-bridge/simulators/bus/simulated_panel.h>

#include <firmware-bridge/field_devices/field_reports.h>

#include <algorithm>
#include <utility>

namespace starqueue::simulators {

using namespace Qt::StringLiterals;

namespace {

constexpr int kPanelVersion = 0x0102;
constexpr int kHighestScore = 5;
constexpr int kHighestKey = 9;
constexpr int kBeepBits = 0xFF00;

} // namespace

SimulatedPanel::SimulatedPanel(Kind kind, quint32 uid, QString eepromFile, int epochIfNew)
    : m_kind(kind), m_uid(uid), m_ring(std::move(eepromFile), epochIfNew),
      m_holding(bridge::kPanelHoldingCount, 0)
{}

QString SimulatedPanel::press(int value, SteadyTime now)
{
    const bool rating = m_kind == Kind::RatingPanel;
    if (value < 1 || value > (rating ? kHighestScore : kHighestKey))
        return u"it has no such button"_s;
    if (rating && !armed(now))
        return u"it isn't armed"_s;
    if (m_ring.full())
        return u"its ring is full"_s;
    if (!m_swallowing && !m_ring.append(value, rating ? m_token : 0, now))
        return u"it can't keep the press"_s;
    m_token = 0;
    m_lastValue = value;
    ++m_beeps;
    return {};
}

QList<quint16> SimulatedPanel::input(SteadyTime now) const
{
    bridge::PanelReport report;
    report.version = kPanelVersion;
    report.uid = m_uid;
    report.epoch = m_ring.epoch();
    report.bootCount = m_ring.bootCount() & 0xFFFF;
    report.armed = armed(now);
    report.ringFull = m_ring.full();
    report.headSeq = m_ring.head();
    report.acknowledgedSeq = m_ring.acknowledged();
    report.pending = m_ring.pending();
    if (const KeptPress* oldest = m_ring.oldest()) {
        report.oldestSeq = oldest->seq;
        report.oldestValue = oldest->value;
        report.oldestToken = oldest->token;
        report.oldestAgeTenths = ageTenths(*oldest, now);
    }
    report.uptimeSeconds = static_cast<int>((now - m_startedAt).count() / 1000) & 0xFFFF;
    report.crcErrors = m_crcErrors & 0xFFFF;
    return encodePanelReport(report);
}

void SimulatedPanel::write(int start, const QList<quint16>& values, SteadyTime now)
{
    for (qsizetype i = 0; i < values.size(); ++i)
        m_holding[start + i] = values.at(i);
    const auto orders = bridge::decodePanelOrders(m_holding);
    m_ring.acknowledge(orders->ackEpoch, orders->ackSeq);
    if (std::exchange(m_nonce, orders->nonce) == orders->nonce)
        return; // the same commands again must not open the window again
    m_token = orders->token;
    m_armedUntil = now + std::chrono::seconds(orders->windowSeconds);
    m_beeps += (orders->ledsAndBeep & kBeepBits) != 0 ? 1 : 0;
}

void SimulatedPanel::tick(SteadyTime now)
{
    if (m_startedAt == std::chrono::milliseconds(0))
        m_startedAt = now;
    if (now >= m_armedUntil)
        m_token = 0;
}

void SimulatedPanel::powerCycle(SteadyTime now)
{
    m_ring.restart();
    m_holding.fill(0);
    m_nonce.reset();
    m_token = 0;
    m_crcErrors = 0;
    m_startedAt = now;
}

QJsonObject SimulatedPanel::seen(SteadyTime now) const
{
    const bool rating = m_kind == Kind::RatingPanel;
    return {{u"kind"_s, rating ? u"panel"_s : u"keypad"_s},
            {u"armed"_s, armed(now)},
            {u"token"_s, m_token},
            {u"pending"_s, m_ring.pending()},
            {u"headSeq"_s, m_ring.head()},
            {u"acknowledgedSeq"_s, m_ring.acknowledged()},
            {u"epoch"_s, m_ring.epoch()},
            {u"beeps"_s, m_beeps},
            {u"lastPress"_s, m_lastValue}};
}

int SimulatedPanel::ageTenths(const KeptPress& press, SteadyTime now) const
{
    if (!press.at)
        return bridge::kAgeUnknown;
    const auto tenths = (now - *press.at) / bridge::kTenth;
    return static_cast<int>(std::min<qint64>(tenths, bridge::kAgeUnknown - 1));
}

} // namespace starqueue::simulators
