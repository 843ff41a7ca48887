#pragma once

#include <firmware-bridge/printer/contact/command_filling.h>
#include <firmware-bridge/printer/contact/printer_monitor.h>
#include <firmware-bridge/printer/contact/proof_desk.h>
#include <firmware-bridge/printer/ticket_printer.h>
#include <firmware-bridge/printer/transit_marks.h>

#include <optional>

namespace starqueue::bridge {

/// A ticket that is to be printed.
struct PrintTask
{
    TicketPrinter::JobId job = 0;
    TicketBytes ticket{};
    bool isAgain = false; ///< the printer was ready once, and didn't confirm that it hears
    /// All that the printer held was cleared for it: no command can wait for data in it.
    bool wasCleared = false;
    bool partsFirst =
        false; ///< what is left of the ticket before is cut off, and that proved, before it is sent
};

/// The course of one ticket through a printer.
///
/// First the printer has to say that it hears; then the ticket is sent, and behind it what asks for its
/// proof. Its time runs only while the printer is fit: one that has no paper, an open cover or an error that
/// will be mended finishes the ticket by itself, and nothing is printed again. A confirmation that is late is
/// asked for again; when what was asked later is answered and the ticket's own answer isn't there, that
/// proves the ticket, too, where nothing was missing since it began. A ticket of which a mark had no answer
/// may have lost a part on the wire, and whatever came later proves it not. Pure: time is passed in, bytes to
/// send are appended to `output`.
class PrintCourse
{
public:
    enum class Verdict {
        GoesOn,
        Printed,
        Sent,
        Refused, ///< nothing was sent
        Again,   ///< nothing was sent: it doesn't answer any more as it did
        Anew,    ///< nothing was sent: it took what was asked for data of a command, and hears again
        Unknown,
        Clear, ///< it has lain too long: the printer should be rid of it
    };

    /// What a course works with.
    struct Scene
    {
        const PrinterProfile& profile;
        PrinterMonitor& monitor;
        ProofDesk& desk;
        QByteArray& output;
        int odd;        ///< bytes so far that answer no question: a damaged answer may be among them
        bool midAnswer; ///< one is begun
        const SilentHabit& silent;
        SteadyTime now;
    };

    /// `parting` cuts off what is left of the ticket before; it goes before this one's bytes.
    PrintCourse(PrintTask task, QByteArrayList parting, PrintProof proof, const Scene& scene);

    [[nodiscard]] Verdict advance(const Scene& scene);
    /// The printer was switched on, or has thrown away what it held.
    void lost() { m_isLost = true; }
    /// Its customer has left.
    void withdraw() { m_isWithdrawn = true; }
    [[nodiscard]] bool withdrawn() const { return m_isWithdrawn; }
    /// It can't be cleared.
    void keep() { m_mayClear = false; }

    [[nodiscard]] const PrintTask& task() const { return m_task; }
    /// Whether a byte of the ticket may have reached the printer.
    [[nodiscard]] bool begun() const { return m_begun; }
    /// It didn't always answer since the ticket began: it may have had no power.
    [[nodiscard]] bool mayHaveLostPower() const
    {
        return m_isLost || m_wasCutOff || m_mostMisses >= kMissesOfPowerCut;
    }
    /// All that came proves it, but for these.
    [[nodiscard]] MissingMarks lacksOnly() const { return m_lacksOnly; }
    /// It answers in order, but not what it has proved tickets by.
    [[nodiscard]] bool isOddlySilent() const { return m_isOddlySilent; }
    /// It was fed zeros, and may wait for more.
    [[nodiscard]] bool mayStillSwallow() const { return m_filling.unfinished(); }
    /// One of its answers at least was missing.
    [[nodiscard]] bool missedAny() const { return m_isLost || m_mostMisses > 0; }

private:
    static constexpr int kMissesOfPowerCut = 2; ///< one may be a damaged answer
    static constexpr std::chrono::milliseconds kHearsWithin{2000};
    /// With what passes by itself, or with silence.
    static constexpr std::chrono::milliseconds kPatience{30'000};
    /// The same of a printer whose answers are late.
    static constexpr std::chrono::milliseconds kLateAnswer{70'000};

    [[nodiscard]] Verdict hear(const Scene& scene);
    [[nodiscard]] Verdict hearAgain(const Scene& scene);
    [[nodiscard]] Verdict waitToHear(const Scene& scene, bool hears);
    [[nodiscard]] bool isUnfitForLong(const Scene& scene) const;
    [[nodiscard]] Verdict askUntilGivenUp(const Scene& scene);
    [[nodiscard]] Verdict hearFilled(const Scene& scene);
    [[nodiscard]] Verdict superviseFilling(const Scene& scene);
    [[nodiscard]] bool isDeafInOrder(const Scene& scene) const;
    [[nodiscard]] Verdict rouse(const Scene& scene);
    [[nodiscard]] Verdict supervise(const Scene& scene);
    [[nodiscard]] bool isToAskAgain(const Scene& scene) const;
    void watchExit(const PrinterCondition& condition);
    void watchLine(const PrinterMonitor& monitor, bool hasPresenter, std::chrono::milliseconds passed);
    [[nodiscard]] Verdict prove(const Scene& scene);
    [[nodiscard]] Verdict provePresented(const Scene& scene);
    [[nodiscard]] Verdict proveSent(const Scene& scene) const;
    [[nodiscard]] bool isOwnDoubtful(const Scene& scene) const;
    [[nodiscard]] Verdict proveLater(const Scene& scene) const;
    [[nodiscard]] Verdict printedIfWhole(const Scene& scene);
    [[nodiscard]] bool isMarkMissing(const Scene& scene) const;
    [[nodiscard]] TransitQuestions transitQuestions(const Scene& scene);
    [[nodiscard]] Verdict giveUpIfLong(const Scene& scene);
    void send(const Scene& scene);
    void askHearing(const Scene& scene);
    void askParted(const Scene& scene);
    [[nodiscard]] bool hasParted(const ProofDesk& desk) const;
    void askAgain(const Scene& scene);
    void passTime(const Scene& scene, bool canPrint);
    [[nodiscard]] bool asks() const
    {
        return m_proof == PrintProof::ProcessId || m_proof == PrintProof::Sensor;
    }
    [[nodiscard]] bool statusSays(const Scene& scene) const
    {
        return scene.profile.status && !(scene.profile.trustWrites && scene.monitor.silent());
    }

    PrintTask m_task;
    CommandFilling m_filling;
    QByteArrayList m_parting; ///< from the ticket before
    PrintProof m_proof;
    PrintProof m_hearing;               ///< how it is asked first whether it hears
    ProofDesk::Serial m_asked = 0;      ///< the ticket's own question; while it isn't begun: whether it hears
    ProofDesk::Serial m_askedAgain = 0; ///< for the first time
    ProofDesk::Serial m_firstAsked = 0; ///< whether it hears
    ProofDesk::Serial m_beforeParting = 0;
    ProofDesk::Serial m_parted = 0;       ///< asked behind m_parting, before the ticket
    ProofDesk::Serial m_afterParting = 0; ///< asked later, first
    ProofDesk::Serial m_beforeCut = 0;    ///< asked in order; 0: nothing was
    SteadyTime m_askedAt{};
    SteadyTime m_firstAskedAgainAt{};
    SteadyTime m_rousedAt{};
    SteadyTime m_sentBy{}; ///< when the last byte can be on the wire
    SteadyTime m_last{};
    std::optional<SteadyTime> m_unfitSince{};
    std::optional<SteadyTime> m_silentSince{};
    std::chrono::milliseconds m_fit{0};     ///< so long the printer could have printed
    std::chrono::milliseconds m_blocked{0}; ///< the line, now, without a reason
    std::chrono::milliseconds m_mostBlocked{0};
    std::chrono::milliseconds m_held{0}; ///< so long something held the ticket up
    int m_asksAgain = 0;
    int m_unanswered = 0; ///< of the heartbeat, when the printer was asked last
    int m_mostMisses = 0;
    int m_oddBefore = 0;
    int m_marks = 0; ///< in the ticket
    MissingMarks m_lacksOnly = MissingMarks::None;
    bool m_isAskedAnew = false; ///< its own question was answered without paper
    bool m_isWithdrawn = false;
    bool m_begun = false;
    bool m_isLost = false;
    bool m_wasCutOff = false; ///< the line was blocked as long as a power cut takes, and nothing said why
    bool m_mayClear = true;
    bool m_wasFilled; ///< or cleared
    bool m_isOddlySilent = false;
    bool m_sawMoving = false;
    bool m_sawExitEmpty = false;
};

/// Completes a command that may have been cut off in the middle, and prints nothing: zeros.
[[nodiscard]] QByteArray completion();

} // namespace starqueue::bridge
