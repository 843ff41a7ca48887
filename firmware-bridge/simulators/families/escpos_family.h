#pragma once

#include <firmware-bridge/simulators/families/command_splitter.h>
#include <firmware-bridge/simulators/families/family_status.h>
#include <firmware-bridge/simulators/families/paper/family_printer.h>
#include <firmware-bridge/simulators/families/paper/paper_path.h>
#include <firmware-bridge/simulators/families/real_time_parser.h>

#include <deque>

namespace starqueue::simulators {

/// A printer of any family that speaks ESC/POS; `FamilySettings` says which.
class EscPosFamily : public FamilyPrinter
{
public:
    explicit EscPosFamily(FamilySettings settings);

    void receive(QByteArrayView bytes, SteadyTime now) override;
    void tick(SteadyTime now) override;
    [[nodiscard]] QByteArray takeOutput() override;
    [[nodiscard]] bool busy() const override;
    void touch(Hand hand, SteadyTime now) override;
    void endPaperAfter(int lines) override { m_linesLeft = lines; }

    [[nodiscard]] bool sound() const override;
    [[nodiscard]] const std::vector<PrintRun>& runs() const override { return m_path.runs(); }
    [[nodiscard]] const std::vector<Slip>& slips() const override { return m_path.slips(); }
    [[nodiscard]] int proofs() const override { return m_proofs; }

    [[nodiscard]] const Mechanics& mechanics() const { return m_is; }
    [[nodiscard]] const PaperPath& path() const { return m_path; }
    [[nodiscard]] qsizetype buffered() const;

private:
    /// A command that takes time.
    struct Operation
    {
        escpos::Command command;
        std::vector<escpos::Command> line; ///< the characters that a line feed prints
        SteadyTime whole{};
        SteadyTime left{};
        bool begun = false;
        bool interrupted = false;
    };
    struct Later
    {
        SteadyTime due{};
        QByteArray bytes;
    };

    // escpos_family.cpp: bytes in and out
    void receiveByte(char byte, SteadyTime now);
    void store(char byte, SteadyTime now);
    void realTime(const QByteArray& command, SteadyTime now);
    void askedStatus(int question);
    void enquire(int what);
    void clearBuffers();
    void recover();
    void clearCommand(SteadyTime now);
    void say(const QByteArray& bytes);
    void noticeChanges();
    void noticeBuffer();

    // escpos_family_printing.cpp: what is done when its turn comes
    void work(SteadyTime elapsed, SteadyTime now);
    [[nodiscard]] bool stopped() const;
    [[nodiscard]] bool takeNext(SteadyTime now);
    [[nodiscard]] bool takeWithoutPaper(SteadyTime now);
    [[nodiscard]] escpos::Command popFront();
    [[nodiscard]] SteadyTime timeOf(const escpos::Command& command) const;
    [[nodiscard]] bool heldByTicket(const escpos::Command& command);
    [[nodiscard]] bool begin(SteadyTime now);
    [[nodiscard]] bool unhindered();
    [[nodiscard]] bool paperLasts();
    void finish(SteadyTime now);
    void interrupt();
    void execute(const escpos::Command& command, SteadyTime now);
    void executeGroup(const escpos::Command& command, SteadyTime now);
    void answerSensor(const escpos::Command& command, SteadyTime now);
    void answerProcessId(const escpos::Command& command, SteadyTime now);
    void reset(SteadyTime now);

    // escpos_family_hands.cpp: people, time and the presenter
    void touchPaper(Hand hand, SteadyTime now);
    void touchCause(Hand hand, SteadyTime now);
    void power(bool on, SteadyTime now);
    void refill(SteadyTime now);
    void endOfPaper();
    void passTime(SteadyTime now);
    void present(SteadyTime now, SteadyTime within, FamilySettings::WhenNotTaken then);
    void commandPresenter(const escpos::Command& command, SteadyTime now);
    void followPresenter(SteadyTime now);

    FamilySettings m_settings;
    Mechanics m_is;
    PaperPath m_path;
    CommandSplitter m_splitter;
    RealTimeParser m_realTime;
    std::deque<escpos::Command> m_buffer;
    qsizetype m_bufferedBytes = 0;       ///< of the whole commands in it
    std::vector<escpos::Command> m_line; ///< characters since the last line feed
    std::optional<Operation> m_operation;
    QByteArray m_output;
    std::deque<Later> m_later;
    QByteArray m_lastStatus; ///< as it was last reported by itself
    SteadyTime m_last{};
    SteadyTime m_bootedAt{};
    SteadyTime m_clearedAt{};
    SteadyTime m_feedUntil{};
    SteadyTime m_hotUntil{};
    SteadyTime m_presentedAt{};
    SteadyTime m_notTakenWithin{};
    SteadyTime m_notTakenAt{};
    FamilySettings::WhenNotTaken m_thenNotTaken = FamilySettings::WhenNotTaken::Hold;
    int m_linesLeft = -1;
    int m_automatic = 0;
    int m_fullMask = 0; ///< GS E0
    int m_retractSeconds = 5;
    int m_proofs = 0;
    bool m_booting = false;
    bool m_clearing = false;
    bool m_offlineMessage = false;
    bool m_wasOffline = false;
    bool m_saidBusy = false;
    bool m_eating = false; ///< all that comes is pixels
    bool m_timerOn = false;
    bool m_presenting = false; ///< the slip is on its way to the exit
};

} // namespace starqueue::simulators
