#include <firmware-bridge/simulators/families/foreign_family.h>

namespace starqueue::simulators {

using namespace std::chrono_literals;

namespace {

constexpr SteadyTime kLine = 28ms;
constexpr SteadyTime kCut = 300ms;
constexpr SteadyTime kFeed = 1000ms;

escpos::Command asText(char byte)
{
    using ForeignKind = escpos::Command::Kind;
    return {byte == '\n' ? ForeignKind::Control : ForeignKind::Text, std::string(1, byte)};
}

} // namespace

void ForeignFamily::receive(QByteArrayView bytes, SteadyTime now)
{
    tick(now);
    for (const char byte : bytes)
        if (m_powered && !realTime(byte))
            m_pending += byte;
    tick(now);
}

void ForeignFamily::tick(SteadyTime now)
{
    m_now = now;
    while (m_powered && !offline() && !printing() && !m_pending.empty()) {
        const std::size_t length = lengthOf(m_pending);
        if (length == 0 || length > m_pending.size())
            return;
        const std::string command = m_pending.substr(0, length);
        if (!paperLasts(command, now))
            return;
        m_pending.erase(0, length);
        const auto first = static_cast<unsigned char>(command[0]);
        if (length == 1 && (first >= 0x20 || first == '\n'))
            m_path.apply(asText(command[0]), now);
        else
            execute(command);
    }
}

bool ForeignFamily::paperLasts(const std::string& command, SteadyTime now)
{
    if (command != "\n")
        return true;
    if (m_linesLeft == 0) {
        touch(Hand::TakePaperOut, now);
        return false;
    }
    m_linesLeft -= m_linesLeft > 0 ? 1 : 0;
    m_busyUntil = now + kLine;
    return true;
}

void ForeignFamily::touch(Hand hand, SteadyTime now)
{
    m_now = now;
    switch (hand) {
    case Hand::OpenCover:
    case Hand::CloseCover:
        m_coverOpen = hand == Hand::OpenCover;
        break;
    case Hand::TakePaperOut:
        m_paperOut = true;
        m_linesLeft = -1;
        break;
    case Hand::Refill:
        m_path.tearOff();
        m_paperOut = m_paperLow = false;
        break;
    case Hand::PaperLow:
        m_paperLow = true;
        break;
    case Hand::FreeCutter:
    case Hand::FreePaper:
        m_jammed = false;
        break;
    case Hand::PressFeed:
        m_feedUntil = now + kFeed;
        break;
    case Hand::PowerOff:
    case Hand::PowerOn:
        return power(hand == Hand::PowerOn);
    case Hand::TakeTicket:
        return;
    default:
        m_jammed = true;
    }
    if (m_powered)
        changed();
}

void ForeignFamily::power(bool on)
{
    m_powered = on;
    clear();
    m_output.clear();
    if (on)
        poweredUp();
}

void ForeignFamily::clear()
{
    m_pending.clear();
    m_path.clearLine();
    m_path.endRun();
}

void ForeignFamily::cutNow()
{
    m_busyUntil = m_now + kCut;
    m_path.cut(false, m_now);
}

} // namespace starqueue::simulators
