#pragma once

#include <firmware-bridge/printer/contact/printer_answers.h>
#include <firmware-bridge/printer/contact/printer_condition.h>
#include <firmware-bridge/printer/contact/unheard_questions.h>
#include <firmware-bridge/steady_time.h>
#include <firmware-bridge/ticket/printer_profile.h>

#include <QByteArray>

#include <optional>

namespace starqueue::bridge {

/// Monitors whether a printer answers, and what it says of itself.
///
/// A serial line doesn't report a pulled RS-232 cable, so a heartbeat asks the profile's questions (DLE EOT
/// n) every 2 s, and faster while a ticket is in the printer or something is wrong: one at a time, since an
/// answer doesn't say which question it belongs to. After three rounds without an answer the printer is
/// silent; a question that it answers never, and others it does, is left out. Automatic status reports
/// changes in between. A byte may be damaged: what one answer raises is only suspected until the next that
/// tells of it says the same, which is asked for at once. While the line is blocked nothing is asked and the
/// last answers hold. Within a ticket marks take the heartbeat's place: the first question, sent between its
/// lines. Pure: bytes to send are returned, time is passed in.
class PrinterMonitor
{
public:
    explicit PrinterMonitor(const PrinterProfile& profile);

    void lineOpened(SteadyTime now);
    void lineLost();
    /// Whether questions can't pass.
    void setBlocked(bool blocked, SteadyTime now);
    /// Whether a ticket is in the printer.
    void setPrinting(bool printing) { m_printing = printing; }

    /// The bytes to send at `now`; empty most of the time. Call it about every 0.1 s.
    [[nodiscard]] QByteArray tick(SteadyTime now);

    /// What the printer answered; returns the next question, if there is one.
    [[nodiscard]] QByteArray answered(const RealTimeStatus& status, SteadyTime now);
    [[nodiscard]] QByteArray answered(const AutomaticStatus& status, SteadyTime now);
    void answered(PaperSensorStatus status);
    /// What was asked has no answer any more, or wasn't sent.
    void forgetQuestion() { m_asked.reset(); }
    /// Asks anew at once: an answer is expected to change.
    void hurry(SteadyTime now) { m_nextRound = std::min(m_nextRound, now + kHurry); }

    /// The bytes of a mark; empty: the printer answers none at once.
    [[nodiscard]] QByteArray mark() const;
    /// `marks` go out within a ticket, the last one at `sentBy`.
    void marksSent(int marks, SteadyTime now, SteadyTime sentBy);
    /// Of these so many had no answer.
    [[nodiscard]] int marksMissing() const { return m_marks; }

    /// The question that waits for its answer; null: none.
    [[nodiscard]] const StatusMap* expected() const;
    /// A question of its own waits for its answer.
    [[nodiscard]] bool asks() const { return m_asked.has_value(); }
    [[nodiscard]] bool open() const { return m_open; }
    [[nodiscard]] bool blocked() const { return m_blocked; }
    /// A whole round, or automatic status, has come since it was last silent.
    [[nodiscard]] bool known() const { return m_known; }
    [[nodiscard]] bool silent() const { return m_misses >= kMissesUntilSilent; }
    /// What was said twice.
    [[nodiscard]] const PrinterCondition& condition() const { return m_condition; }
    /// Something was said once, and is being asked again.
    [[nodiscard]] bool suspects() const { return m_suspected != PrinterCondition(); }
    /// What was said at least once.
    [[nodiscard]] PrinterCondition said() const { return m_condition.with(m_suspected); }
    /// When the last complete round of questions began.
    [[nodiscard]] SteadyTime lastRoundBegan() const { return m_lastRoundBegan; }
    /// Questions so far that had no answer in time: each may mean that the printer had no power.
    [[nodiscard]] int unanswered() const { return m_unanswered; }
    /// The same in a row, now.
    [[nodiscard]] int misses() const { return m_misses; }
    /// The n of a question that is never answered, and others are; 0: there is none.
    [[nodiscard]] int neverAnswered() const;
    /// True once after a printer answered again that was silent for about 3 s: a power cut may have cost it
    /// its settings, or it is another printer.
    [[nodiscard]] bool takeReturned();

    static constexpr int kMissesUntilSilent = 3;

private:
    static constexpr std::chrono::milliseconds kHurry{250};
    /// In so long it can be exchanged for another; a single one may be a damaged answer.
    static constexpr int kMissesOfAnother = 2;

    QByteArray ask(std::size_t index, SteadyTime now);
    QByteArray askNext(SteadyTime now);
    void beginRound(SteadyTime now);
    void missed(SteadyTime now);
    void leaveOut(std::size_t question);
    void refute();
    QByteArray passOver(SteadyTime now);
    [[nodiscard]] bool isTried() const { return m_asked && m_unheard.isMute(*m_asked); }
    [[nodiscard]] bool marksAreOnTheirWay(SteadyTime now);
    QByteArray answeredMark(const RealTimeStatus& status, SteadyTime now);
    void alive(SteadyTime now);
    void believe(const std::vector<SignStatement>& statements, std::optional<std::size_t> question = {});
    void believe(SignStatement statement, std::optional<std::size_t> question);
    [[nodiscard]] bool isRaisedByAny(PrinterSign sign) const;
    [[nodiscard]] std::optional<std::size_t> whatVerifies() const;
    [[nodiscard]] bool canVerify(PrinterSign sign) const;
    [[nodiscard]] std::chrono::milliseconds pace() const;
    [[nodiscard]] std::chrono::milliseconds patience() const;

    PrinterProfile m_profile;
    std::vector<StatusMap> m_questions;
    UnheardQuestions m_unheard;
    std::vector<std::size_t> m_round; ///< questions
    PrinterCondition m_condition;
    PrinterCondition m_suspected;
    std::vector<PrinterCondition> m_raised; ///< by the latest answer to each question
    SteadyTime m_nextRound{};
    SteadyTime m_roundBegan{};
    SteadyTime m_lastRoundBegan{-1};
    SteadyTime m_askedAt{};
    std::optional<std::size_t> m_asked{}; ///< question that is not yet answered
    std::size_t m_index = 0;              ///< in the round
    std::size_t m_markQuestion = 0;
    int m_misses = 0; ///< in a row
    int m_unanswered = 0;
    int m_marks = 0;             ///< not yet answered
    SteadyTime m_marksUntil{-1}; ///< answers are awaited
    bool m_verifying = false;    ///< the question stands out of its round
    bool m_printing = false;
    bool m_open = false;
    bool m_blocked = false;
    bool m_known = false;
    bool m_returned = false;
};

} // namespace starqueue::bridge
