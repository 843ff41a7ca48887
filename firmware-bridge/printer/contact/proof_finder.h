#pragma once

#include <firmware-bridge/printer/contact/printer_monitor.h>
#include <firmware-bridge/printer/contact/proof_desk.h>

#include <optional>

namespace starqueue::bridge {

/// Finds out by empty jobs what a printer can prove: the profile's way, or the next weaker one that it
/// answers, or nothing.
///
/// All that it may be able to prove is asked for at once. Silence counts only while the printer is fit and
/// answers its heartbeat, and twice. An answer that comes later than that still counts. Pure.
class ProofFinder
{
public:
    explicit ProofFinder(PrintProof best) : m_best(best), m_proof(best) {}

    /// A new contact: what was found to be missing is tried again.
    void restart();
    /// Bytes to send.
    [[nodiscard]] QByteArray advance(const PrinterMonitor& monitor, ProofDesk& desk, SteadyTime now);
    /// The printer can't print now. If it was found silent only a moment ago, that may have been why, and it
    /// is asked anew.
    void doubt(SteadyTime now);
    /// Nothing is answered that could prove anything: go without.
    void goWithout();

    [[nodiscard]] bool done() const { return m_done; }
    [[nodiscard]] PrintProof proof() const { return m_proof; }
    /// It can prove nothing, against what its profile says.
    [[nodiscard]] bool lowered() const
    {
        return m_done && m_proof == PrintProof::None && m_best != PrintProof::None;
    }

private:
    [[nodiscard]] bool needsAnswer() const
    {
        return m_proof == PrintProof::ProcessId || m_proof == PrintProof::Sensor;
    }
    [[nodiscard]] bool isAnswered(const ProofDesk& desk);
    [[nodiscard]] QByteArray ask(const PrinterMonitor& monitor, ProofDesk& desk, SteadyTime now);

    PrintProof m_best;
    PrintProof m_proof;            ///< being tried, or found
    ProofDesk::Serial m_first = 0; ///< of its questions
    ProofDesk::Serial m_asked = 0; ///< its first question since the printer is fit; 0: none yet
    SteadyTime m_askedAt{};
    std::optional<SteadyTime> m_silentAt{}; ///< when its silence was taken for an answer
    int m_silences = 0;
    int m_unanswered = 0; ///< of the heartbeat, when it was asked
    bool m_done = false;
};

} // namespace starqueue::bridge
