#include <firmware-bridge/printer/contact/command_filling.h>

#include <algorithm>

namespace starqueue::bridge {

namespace {

using namespace std::chrono_literals;

constexpr qsizetype kLongestData = 65'536 + 256; ///< the length has two bytes
constexpr qsizetype kLargestPortion = 2048;      ///< half of what most printers hold
constexpr std::chrono::milliseconds kAnswersWithin = 2s;
constexpr int kBitsAByte = 10; ///< 8N1

} // namespace

void CommandFilling::begin(int baud, std::chrono::milliseconds atMost, SteadyTime now)
{
    m_isRunning = true;
    m_atMost = atMost;
    m_begun = m_next = now;
    m_baud = std::max(baud, 300);
    m_sent = 0;
    m_portions = 0;
    m_first = 0;
    m_end.reset();
}

void CommandFilling::stop()
{
    m_isRunning = false;
    m_end.reset();
}

bool CommandFilling::unfinished() const
{
    return !m_isRunning && m_sent > 0 && m_sent < kLongestData;
}

QByteArray CommandFilling::tick(ProofDesk& desk, bool isAsked, SteadyTime now)
{
    if (!m_isRunning)
        return {};
    const bool answers = m_first != 0 && (desk.reachedSince(m_first, PrintProof::Sensor) ||
                                          desk.reachedSince(m_first, PrintProof::ProcessId));
    const bool isAllSent = m_sent >= kLongestData || now - m_begun >= m_atMost;
    if (answers)
        end(m_sent > 0 ? End::Answers : End::Answered);
    else if (!isAllSent && !isAsked && now >= m_next)
        return portion(desk, now);
    else if (isAllSent && now - m_next >= kAnswersWithin)
        end(End::Silent);
    return {};
}

// First it is only asked. Then half a second's worth at most: a question waits behind it, and what follows
// when it answers. Every second time it is asked anew; the desk doesn't remember more.
QByteArray CommandFilling::portion(ProofDesk& desk, SteadyTime now)
{
    const bool isFirst = m_portions == 0;
    const bool onlyIds = desk.knows(PrintProof::ProcessId) && !desk.knows(PrintProof::Sensor);
    const auto proof = onlyIds ? PrintProof::ProcessId : PrintProof::Sensor;
    const qsizetype zeros = isFirst ? 0 : std::min<qsizetype>(m_baud / kBitsAByte / 2, kLargestPortion);
    QByteArray bytes(zeros, '\0');
    if (m_portions++ % 2 == 0)
        bytes += proof == PrintProof::Sensor ? desk.askOnce(proof, now) : desk.ask(proof, now);
    if (isFirst)
        m_first = desk.last();
    m_sent += zeros;
    const std::chrono::milliseconds onWire(bytes.size() * kBitsAByte * 1000 / m_baud);
    m_next = now + (isFirst ? kAnswersWithin : onWire);
    return bytes;
}

void CommandFilling::end(End how)
{
    m_isRunning = false;
    m_end = how;
}

} // namespace starqueue::bridge
