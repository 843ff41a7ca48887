#include <firmware-bridge/printer/contact/proof_finder.h>

namespace starqueue::bridge {

namespace {

constexpr std::chrono::milliseconds kProvesWithin{1000};
constexpr std::chrono::milliseconds kLateProvesWithin{35'000}; ///< after the second question, 70 s in all
constexpr std::chrono::milliseconds kMayBeWhy{5000}; ///< longer than it takes to see that the paper ends
constexpr int kSilences = 2;

std::chrono::milliseconds patience(const ProofDesk& desk)
{
    return desk.late() ? kLateProvesWithin : kProvesWithin;
}

} // namespace

void ProofFinder::restart()
{
    m_proof = m_best;
    m_first = m_asked = 0;
    m_silences = 0;
    m_silentAt.reset();
    m_done = false;
}

void ProofFinder::doubt(SteadyTime now)
{
    if (m_silentAt && now - *m_silentAt < kMayBeWhy)
        restart();
}

QByteArray ProofFinder::advance(const PrinterMonitor& monitor, ProofDesk& desk, SteadyTime now)
{
    m_done = isAnswered(desk);
    if (m_done)
        return {};
    if (!monitor.known() || monitor.blocked() || monitor.suspects() || !monitor.condition().fitToPrint()) {
        m_asked = 0;
        return {};
    }
    if (m_asked != 0 && now - m_askedAt < patience(desk))
        return {};
    if (m_asked != 0 && monitor.unanswered() == m_unanswered && ++m_silences >= kSilences) {
        m_proof = desk.provenSince(m_asked, PrintProof::Sensor) ? PrintProof::Sensor : PrintProof::None;
        m_silentAt = now;
        m_done = true;
        return {};
    }
    return ask(monitor, desk, now);
}

// An answer for the best proof counts even when a weaker one was found meanwhile.
bool ProofFinder::isAnswered(const ProofDesk& desk)
{
    if (m_first != 0 && m_proof != m_best && desk.provenSince(m_first, m_best)) {
        m_proof = m_best;
        return true;
    }
    return m_done || !needsAnswer() || (m_asked != 0 && desk.provenSince(m_asked, m_proof));
}

// Ids are asked for first: that the sensor has answered means that theirs won't come.
QByteArray ProofFinder::ask(const PrinterMonitor& monitor, ProofDesk& desk, SteadyTime now)
{
    m_askedAt = now;
    m_unanswered = monitor.unanswered();
    QByteArray request = desk.ask(m_proof, now);
    if (m_asked == 0)
        m_asked = desk.last();
    if (m_first == 0)
        m_first = m_asked;
    if (m_proof == PrintProof::ProcessId)
        request += desk.ask(PrintProof::Sensor, now);
    return request;
}

void ProofFinder::goWithout()
{
    m_proof = PrintProof::None;
    m_done = true;
}

} // namespace starqueue::bridge
