#include <firmware-bridge/field_devices/rating_panel.h>

#include <algorithm>

namespace starqueue::bridge {

using namespace Qt::StringLiterals;

namespace {

using namespace std::chrono_literals;

constexpr std::chrono::milliseconds kPollInUse = 200ms;
constexpr std::chrono::milliseconds kPollAtRest = 2000ms;
constexpr std::chrono::milliseconds kRearmAfter = 500ms;
constexpr int kTestLampsAndBeep = 0x11F; ///< five lamps and one beep

} // namespace

RatingPanel::RatingPanel(QString id, int address, int firstNonce, Pressable pressable)
    : FieldDevice(std::move(id), address), m_pressable(pressable)
{
    m_orders.nonce = firstNonce & 0xFFFF;
}

void RatingPanel::arm(int token, int windowSeconds, int language, SteadyTime now)
{
    m_orders.token = token;
    m_orders.language = language;
    m_orders.ledsAndBeep = 0;
    m_windowEnd = now + std::chrono::seconds(windowSeconds);
    m_pressed = false;
    m_armedReported = false;
    requestWrite();
}

void RatingPanel::disarm()
{
    if (m_orders.token == 0)
        return;
    m_orders.token = 0;
    m_orders.ledsAndBeep = 0;
    requestWrite();
}

void RatingPanel::acknowledge(int epoch, int seq)
{
    m_orders.ackEpoch = epoch;
    m_orders.ackSeq = seq;
    m_dirty = true;
}

void RatingPanel::signalTest()
{
    m_orders.ledsAndBeep = kTestLampsAndBeep;
    requestWrite();
}

RegisterBlock RatingPanel::readBlock() const
{
    return {RegisterBlock::Table::Input, 0, kPanelInputCount};
}

std::chrono::milliseconds RatingPanel::pollEvery() const
{
    return isAtRest() ? kPollAtRest : kPollInUse;
}

std::optional<RegisterWrite> RatingPanel::wantedWrite(SteadyTime now) const
{
    if (!m_dirty)
        return std::nullopt;
    PanelOrders orders = m_orders;
    const auto left = std::chrono::ceil<std::chrono::seconds>(m_windowEnd - now).count();
    orders.windowSeconds = static_cast<int>(std::clamp<qint64>(left, 0, 0xFFFF));
    if (!windowOpen(now))
        orders.token = 0;
    return RegisterWrite{encodePanelOrders(orders)};
}

void RatingPanel::writeBegins(SteadyTime now)
{
    m_dirty = false;
    m_writtenAt = now;
}

bool RatingPanel::wasRead(const QList<quint16>& values, SteadyTime now)
{
    const auto report = decodePanelReport(values);
    if (!report)
        return false;
    const bool restarted = m_report && m_report->bootCount != report->bootCount;
    m_report = report;
    takePress(*report);
    checkAcknowledged(*report);
    checkArmed(*report, restarted, now);
    return true;
}

DeviceHealth RatingPanel::health() const
{
    DeviceHealth health;
    health.device = id();
    health.state = DeviceHealth::State::Ok;
    if (!m_report)
        return health;
    health.uid = m_report->uid;
    health.firmware = m_report->version;
    health.bootCount = m_report->bootCount;
    health.crcErrors = m_report->crcErrors;
    if (m_report->eepromFault)
        health.fault = u"eeprom"_s;
    else if (m_report->ringFull)
        health.fault = u"ringFull"_s;
    else if (m_report->stuckKey)
        health.fault = u"stuckKey"_s;
    if (!health.fault.isEmpty())
        health.state = DeviceHealth::State::Fault;
    return health;
}

bool RatingPanel::isAtRest() const
{
    return m_pressable == Pressable::WhenArmed && m_orders.token == 0 && !m_dirty && m_report &&
           !m_report->armed && m_report->pending == 0;
}

void RatingPanel::requestWrite()
{
    m_orders.nonce = m_orders.nonce >= 0xFFFF ? 1 : m_orders.nonce + 1;
    m_dirty = true;
}

void RatingPanel::takePress(const PanelReport& report)
{
    if (report.oldestSeq == 0)
        return;
    PressReport press{
        id(),        report.uid, report.epoch, report.oldestSeq, report.oldestValue, report.oldestToken,
        std::nullopt};
    if (report.oldestAgeTenths != kAgeUnknown)
        press.ageTenths = report.oldestAgeTenths;
    if (m_orders.token != 0 && press.token == m_orders.token)
        m_pressed = true;
    this->report(press);
}

void RatingPanel::checkArmed(const PanelReport& report, bool restarted, SteadyTime now)
{
    if (m_dirty)
        return;
    if (!windowOpen(now)) {
        if (report.armed && now - m_writtenAt >= kRearmAfter)
            requestWrite(); // it missed that the window is closed
        return;
    }
    if (report.armed && !restarted) {
        if (!m_armedReported)
            this->report(ArmReport{id(), m_orders.token});
        m_armedReported = true;
        return;
    }
    // Until its ring is empty a panel may hold a press for this session behind an older one.
    const bool pressPossible = m_pressed || report.pending > 0;
    if (!pressPossible && (restarted || now - m_writtenAt >= kRearmAfter))
        requestWrite();
}

void RatingPanel::checkAcknowledged(const PanelReport& report)
{
    if (report.oldestSeq != 0 && report.oldestSeq == m_orders.ackSeq && report.epoch == m_orders.ackEpoch)
        m_dirty = true;
}

} // namespace starqueue::bridge
