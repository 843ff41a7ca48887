#pragma once

#include <firmware-bridge/families/history_floor.h>
#include <firmware-bridge/simulators/families/paper/family_printer.h>

#include <map>
#include <string>
#include <vector>

namespace starqueue::bridge {

/// Holds what came out of a printer against what must never happen.
class HistoryJudge
{
public:
    /// `canBeCleared`: by a command of any profile. `isDamaged`: bytes to the printer are, so that a number
    /// or a mark may be another on paper, or a cut missing: that is counted.
    HistoryJudge(const PrinterProfile& profile, const simulators::FamilyPrinter& printer, bool canBeCleared,
                 bool isDamaged)
        : m_profile(profile), m_printer(printer), m_canBeCleared(canBeCleared), m_isDamaged(isDamaged)
    {}

    /// What the driver says of a job, at the moment when it says it.
    void ended(const HistoryJob& job, TicketPrinter::Outcome outcome);
    /// Call it at each step. `heard`: the line is whole and the bridge runs.
    void watch(const PrinterDialogue* driver, bool heard, SteadyTime now);
    /// At the end, when all is calm since `calm`.
    void conclude(const std::vector<HistoryJob>& jobs, SteadyTime now);

    [[nodiscard]] const std::vector<std::string>& faults() const { return m_faults; }
    /// How often each thing happened that is allowed, but should be rare.
    [[nodiscard]] const std::map<std::string, int>& seen() const { return m_seen; }

private:
    struct Paper
    {
        bool number = false; ///< it bears the number
        bool marked = false;
        bool whole = false;
        SteadyTime inked{};
        std::size_t slip = 0;
    };

    [[nodiscard]] std::vector<Paper> papersOf(const QString& number) const;
    void noteHeard();
    void judgeState(const PrinterDialogue& driver);
    void judgePapers(const HistoryJob& job);
    void judgeMixedPaper(const std::vector<HistoryJob>& jobs);
    void judgeMoved(const HistoryJob& job);
    void blame(const QString& what);
    void blameOrCount(const QString& what);
    [[nodiscard]] bool ticketWaits() const;
    [[nodiscard]] bool couldClear(SteadyTime from, SteadyTime until) const;

    const PrinterProfile& m_profile;
    const simulators::FamilyPrinter& m_printer;
    bool m_canBeCleared;
    bool m_isDamaged;
    SteadyTime m_now{};
    SteadyTime m_unsoundAt{};
    SteadyTime m_ticketWaitedAt{};
    std::vector<std::pair<SteadyTime, SteadyTime>> m_heard; ///< from, to: the line was whole, the bridge ran
    bool m_blamedState = false;
    bool m_notedBusy = false;
    SteadyTime m_askable{}; ///< so long it could be asked since it is well
    SteadyTime m_watchedAt{};
    std::vector<std::string> m_faults;
    std::map<std::string, int> m_seen;
};

} // namespace starqueue::bridge
