#include <firmware-bridge/field_devices/call_number_display.h>

#include <algorithm>

namespace starqueue::bridge {

using namespace Qt::StringLiterals;

namespace {

using namespace std::chrono_literals;

constexpr std::chrono::milliseconds kPollSettled =
    2000ms; ///< the display blanks itself after 10 s without one
constexpr std::chrono::milliseconds kPollUnsettled = 100ms; ///< until it shows what is wanted
constexpr std::chrono::milliseconds kRewriteAfter = 300ms;

} // namespace

// What blinks there already ends by itself, so that the passing of its time is no reason to write; a repeated
// call, which blinks anew, is one.
void CallNumberDisplay::show(const DisplayContent& content)
{
    DisplayContent sooner = m_wanted;
    sooner.blinkSeconds = std::min(m_wanted.blinkSeconds, content.blinkSeconds);
    const bool standsThere = content == sooner;
    m_wanted = content;
    if (!standsThere && m_seq != 0)
        nextSeq();
}

RegisterBlock CallNumberDisplay::readBlock() const
{
    return {RegisterBlock::Table::Input, 0, kDisplayInputCount};
}

std::chrono::milliseconds CallNumberDisplay::pollEvery() const
{
    return showsWanted() ? kPollSettled : kPollUnsettled;
}

std::optional<RegisterWrite> CallNumberDisplay::wantedWrite(SteadyTime) const
{
    if (!m_dirty || m_seq == 0)
        return std::nullopt;
    return RegisterWrite{encodeDisplayContent(m_wanted, m_seq)};
}

void CallNumberDisplay::writeBegins(SteadyTime now)
{
    m_dirty = false;
    m_writtenAt = now;
}

bool CallNumberDisplay::wasRead(const QList<quint16>& values, SteadyTime now)
{
    const auto report = decodeDisplayReport(values);
    if (!report)
        return false;
    const bool restarted = m_report && m_report->bootCount != report->bootCount;
    m_report = report;
    if (m_seq == 0 || restarted) {
        m_seq = report->shownSeq; // an earlier run of this program may have used the same numbers
        nextSeq();
    } else if (report->shownSeq != m_seq && now - m_writtenAt >= kRewriteAfter) {
        m_dirty = true;
    }
    return true;
}

DeviceHealth CallNumberDisplay::health() const
{
    DeviceHealth health;
    health.device = id();
    health.state = DeviceHealth::State::Ok;
    if (!m_report)
        return health;
    health.uid = m_report->uid;
    health.firmware = m_report->version;
    health.bootCount = m_report->bootCount;
    health.linkTimeouts = m_report->linkTimeouts;
    if (m_report->segmentFault) {
        health.state = DeviceHealth::State::Fault;
        health.fault = u"segments"_s;
    }
    return health;
}

bool CallNumberDisplay::showsWanted() const
{
    return !m_dirty && m_report && m_seq != 0 && m_report->shownSeq == m_seq;
}

void CallNumberDisplay::nextSeq()
{
    m_seq = m_seq >= 0xFFFF ? 1 : m_seq + 1;
    m_dirty = true;
}

} // namespace starqueue::bridge
