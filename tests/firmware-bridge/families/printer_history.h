#pragma once

#include <firmware-bridge/families/history_floor.h>
#include <firmware-bridge/families/history_judge.h>
#include <firmware-bridge/families/history_script.h>
#include <firmware-bridge/families/history_wire.h>
#include <firmware-bridge/simulators/families/escpos_family.h>

namespace starqueue::bridge {

/// Plays one history: a driver, a line, a printer of a family, a hall, and what happens to them.
class PrinterHistory
{
public:
    PrinterHistory(const Contestant& contestant, std::uint64_t seed, bool trace = false);

    /// What was wrong, a line each; empty: nothing.
    [[nodiscard]] std::vector<std::string> run();
    [[nodiscard]] const std::map<std::string, int>& seen() const { return m_judge.seen(); }

private:
    void happen(const Happening& happening);
    void happenToLine(const Happening& happening);
    void step();
    void moveToPrinter();
    void sendUnsent();
    void moveToHost();
    [[nodiscard]] QByteArray disturbed(QByteArray answers);
    void takeTickets();
    void freeJams();
    void endBlockade();
    void traceStep();
    void note(const QString& what) const;
    void noteBytes(const QString& way, const QByteArray& bytes) const;
    [[nodiscard]] bool connected() const { return m_cable && m_adapter; }
    [[nodiscard]] bool heard() const { return connected() && m_noise < 0; }

    HistoryScript m_script;
    PrinterProfile m_profile;
    std::unique_ptr<simulators::EscPosFamily> m_printer;
    HistoryJudge m_judge;
    HistoryFloor m_floor;
    PacedWire m_toPrinter;
    PacedWire m_toHost;
    std::mt19937_64 m_random;
    WireDamage m_damage;
    QByteArray m_unsent; ///< the printer asks not to be sent to
    SteadyTime m_now{};
    std::optional<SteadyTime> m_heldOutSince;
    std::optional<SteadyTime> m_jammedSince;
    std::optional<SteadyTime> m_stuckSince;
    std::optional<SteadyTime> m_switchedOff;
    int m_noise = -1;
    bool m_cable = true;
    bool m_adapter = true;
    bool m_forgotten = false;
    bool m_blocked = false;
    bool m_trace;
    QString m_lastFault;
    std::size_t m_linesTraced = 0;
};

} // namespace starqueue::bridge
