#include <firmware-bridge/simulators/families/escpos_family.h>

namespace starqueue::simulators {

using namespace std::chrono_literals;

namespace {

constexpr int kBusyAtFree = 16;
constexpr int kReadyAtFree = 26;
constexpr SteadyTime kClears = 40ms;
constexpr char kXon = 0x11;
constexpr char kXoff = 0x13;
const QByteArray kClearParameters("\x01\x03\x14\x01\x06\x02\x08", 7); // decimal 20 in the manual: 14

} // namespace

EscPosFamily::EscPosFamily(FamilySettings settings)
    : m_settings(std::move(settings)), m_splitter(m_settings), m_realTime(m_settings.hardwareReset),
      m_automatic(m_settings.automaticAtStart)
{
    m_lastStatus = automaticStatus(m_settings, m_is);
}

void EscPosFamily::receive(QByteArrayView bytes, SteadyTime now)
{
    tick(now);
    for (const char byte : bytes)
        receiveByte(byte, now);
    tick(now);
}

void EscPosFamily::receiveByte(char byte, SteadyTime now)
{
    if (!m_is.powered || m_booting || m_clearing)
        return; // lost
    if (const auto command = m_realTime.feed(byte))
        realTime(*command, now);
    if (!m_clearing && m_is.powered && !m_booting)
        store(byte, now);
}

// A command that was at work while its data came is done with its last byte, before the next one comes.
void EscPosFamily::store(char byte, SteadyTime now)
{
    if (m_eating || buffered() >= m_settings.buffer)
        return;
    for (escpos::Command& command : m_splitter.feed(byte)) {
        if (command.kind == escpos::Command::Kind::RealTime && !m_settings.statusInOrder)
            continue;
        m_bufferedBytes += static_cast<qsizetype>(command.bytes.size());
        m_buffer.push_back(std::move(command));
        work(0ms, now);
    }
    noticeBuffer();
}

void EscPosFamily::realTime(const QByteArray& command, SteadyTime now)
{
    if (command[0] == 0x1C) {
        power(false, now);
        return power(true, now);
    }
    if (command[1] == 0x05)
        return enquire(command[2]);
    if (command[1] == 0x04)
        return askedStatus(command[2]);
    if (m_settings.clearCommand && command.mid(3) == kClearParameters)
        clearCommand(now);
}

void EscPosFamily::askedStatus(int question)
{
    if (m_settings.statusInOrder || (m_settings.silentWhileFeeding && m_is.motorOn))
        return;
    const auto answer = statusAnswer(m_settings, m_is, question);
    if (!answer)
        return;
    // Custom's practice: motor off and a ticket at the exit prove it.
    if (question == 20 && m_is.ticketAtExit && !m_is.motorOn)
        ++m_proofs;
    say(*answer);
}

void EscPosFamily::enquire(int what)
{
    using Enquiry = FamilySettings::Enquiry;
    if (m_settings.enquiry == Enquiry::None || (what != 2 && m_settings.enquiry == Enquiry::ClearOnly))
        return;
    if (m_is.hindered())
        return; // too early
    if (what == 0)
        m_is.awaitsFeed = false;
    if (!m_is.error())
        return;
    if (what == 2)
        clearBuffers();
    if (what == 1 || what == 2)
        recover();
}

void EscPosFamily::recover()
{
    if (!m_is.cutterJammed)
        m_is.cutterError = false;
    if (!m_is.paperJammed)
        m_is.jamError = false;
    if (!m_is.coverOpen)
        m_is.coverError = false;
    noticeChanges();
}

// A command whose turn it is takes its data out of the buffer as they come.
qsizetype EscPosFamily::buffered() const
{
    const bool atWork = m_buffer.empty() && !m_operation && !m_is.offline();
    return m_bufferedBytes + (atWork ? 0 : static_cast<qsizetype>(m_splitter.begun()));
}

void EscPosFamily::clearBuffers()
{
    m_buffer.clear();
    m_bufferedBytes = 0;
    m_splitter.clear();
    m_operation.reset();
    m_line.clear();
    m_path.clearLine();
    m_path.endRun();
    m_eating = false;
    std::erase_if(m_later, [](const Later& later) { return later.bytes.startsWith("7\""); });
    noticeBuffer();
}

void EscPosFamily::clearCommand(SteadyTime now)
{
    clearBuffers();
    recover();
    m_clearing = true;
    m_clearedAt = now + kClears;
    m_realTime.clear();
}

void EscPosFamily::tick(SteadyTime now)
{
    const SteadyTime elapsed = now - m_last;
    m_last = now;
    passTime(now);
    if (m_clearing && now >= m_clearedAt) {
        m_clearing = false;
        say(QByteArray("\x37\x25\x00", 3));
    }
    if (m_is.powered && !m_booting)
        work(elapsed, now);
    while (!m_later.empty() && m_later.front().due <= now) {
        ++m_proofs;
        say(m_later.front().bytes);
        m_later.pop_front();
    }
    m_is.printing = m_operation && (m_operation->begun || m_operation->interrupted);
    m_is.motorOn = (m_operation && m_operation->begun) || m_presenting;
    noticeChanges();
}

QByteArray EscPosFamily::takeOutput()
{
    return std::exchange(m_output, {});
}

void EscPosFamily::say(const QByteArray& bytes)
{
    if (m_settings.answers && m_is.powered && !m_booting)
        m_output += bytes;
}

// Status that was asked to come by itself, and the off-line message.
void EscPosFamily::noticeChanges()
{
    if (!m_is.powered || m_booting)
        return;
    const QByteArray status =
        m_fullMask != 0 ? fullStatus(m_is, m_fullMask) : automaticStatus(m_settings, m_is);
    if (std::exchange(m_lastStatus, status) != status) {
        if (m_fullMask != 0)
            say('\x10' + QByteArray(1, static_cast<char>(m_fullMask)) + status);
        else if (m_automatic != 0)
            say(status);
    }
    const bool wasOffline = std::exchange(m_wasOffline, m_is.offline());
    if (m_offlineMessage && m_wasOffline && !wasOffline)
        say(QByteArray("\x37\x23\x41\x40\x40\x40\x40\x00", 8));
    noticeBuffer();
}

bool EscPosFamily::busy() const
{
    if (m_settings.flow != FamilySettings::Flow::Dtr)
        return false;
    return !m_is.powered || m_booting || m_saidBusy;
}

void EscPosFamily::noticeBuffer()
{
    const auto free = m_settings.buffer - buffered();
    const bool offline = m_settings.busyWhenOffline && m_is.offline();
    const bool was = m_saidBusy;
    m_saidBusy = offline || free <= kBusyAtFree || (was && free < kReadyAtFree);
    if (m_settings.flow == FamilySettings::Flow::XonXoff && was != m_saidBusy)
        say(QByteArray(1, m_saidBusy ? kXoff : kXon));
}

} // namespace starqueue::simulators
