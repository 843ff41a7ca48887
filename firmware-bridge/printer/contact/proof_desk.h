#pragma once

#include <firmware-bridge/printer/contact/printer_answers.h>
#include <firmware-bridge/steady_time.h>
#include <firmware-bridge/ticket/printer_profile.h>

#include <QByteArray>
#include <QByteArrayList>

#include <deque>
#include <optional>

namespace starqueue::bridge {

/// Asks a printer whether it has printed what came before, and knows which question an answer answers.
///
/// A process id names its question. The paper sensor's answers bear no id: what proves a ticket is asked in a
/// row of four to fourteen questions, an even number and as many as in no other row that is still to be
/// answered, and proven by as many answers together; whether the printer hears is asked once. So neither
/// noise, nor the rest of a damaged block, nor a late answer to an earlier question proves anything. Pure:
/// time is passed in.
class ProofDesk
{
public:
    using Serial = int; ///< of a question; 0: none

    /// Ids never come again soon: an answer to one of an earlier run of this program is late, not ours.
    void lineOpened(SteadyTime now);

    /// The bytes that ask; last() is the question's serial.
    [[nodiscard]] QByteArray ask(PrintProof proof, SteadyTime now);
    /// Asks once, only to learn whether the printer has come as far as this.
    [[nodiscard]] QByteArray askOnce(PrintProof proof, SteadyTime now);
    /// Asks once within a ticket, to learn whether the printer takes for commands what comes there.
    [[nodiscard]] QByteArray askWithin(SteadyTime now);
    [[nodiscard]] Serial last() const { return m_last; }

    void answered(const ProcessCompleted& completed, SteadyTime now);
    void answered(PaperSensorStatus status, SteadyTime now);
    /// Call it about every 0.1 s: a row of answers is over when no more come.
    void tick(SteadyTime now);
    /// Something else than the sensor's answer came, which is as much in order.
    void interrupted(SteadyTime now);
    /// Something keeps the printer from its work, so that what is answered after this says nothing of how
    /// late it is.
    void held(SteadyTime now) { m_heldAt = now; }

    /// Everything before the question was printed.
    [[nodiscard]] bool proven(Serial serial) const;
    /// The same of `first` or a later question for that proof; of the sensor's, of a whole row.
    [[nodiscard]] bool provenSince(Serial first, PrintProof proof) const;
    /// The printer seems to have come as far as `first` or a later question: one answer of the sensor, which
    /// noise may look like, is enough, and proves no ticket.
    [[nodiscard]] bool reachedSince(Serial first, PrintProof proof) const;
    /// The question `within`, asked by askWithin(), had an answer of its own beside those to `next`.
    [[nodiscard]] bool answeredBefore(Serial within, Serial next) const;
    /// The sensor answered it with "no paper".
    [[nodiscard]] bool saidNoPaper(Serial serial) const;
    /// Answers came since then that fit no row: some may be lost.
    [[nodiscard]] bool brokenSince(SteadyTime asked) const { return m_brokenAt > asked; }
    /// No answer to a question of an earlier run can be taken for one to the next.
    [[nodiscard]] bool settled(SteadyTime now) const;
    /// Its latest answer came so late that the next may take a minute.
    [[nodiscard]] bool late() const { return m_isLate; }
    /// The printer has answered so since this program runs.
    [[nodiscard]] bool knows(PrintProof proof) const;
    /// Answers so far that are damaged real-time status.
    [[nodiscard]] int oddAnswers() const { return m_oddAnswers; }
    /// Whether the latest answers are odd isn't known yet.
    [[nodiscard]] bool midRow() const { return !m_row.isEmpty(); }

private:
    struct Asked
    {
        Serial serial = 0;
        PrintProof proof = PrintProof::None;
        QByteArrayList ids{};
        SteadyTime at{};
        int times = 0; ///< of the sensor's; more than one: a row
        bool proven = false;
        bool noPaper = false;
        bool passed = false;   ///< it, or a later row, was answered
        bool answered = false; ///< asked once: by an answer that is no row's
    };

    QByteArray ask(PrintProof proof, int times, SteadyTime now);
    [[nodiscard]] int lengthOfRow(SteadyTime now);
    [[nodiscard]] bool isDue(const Asked& asked, SteadyTime now) const;
    /// From the first row to the last that are due.
    struct Rows
    {
        std::size_t first = 0;
        std::size_t last = 0;
        bool withSingles = false; ///< those in between were answered, too
    };
    void endRow(SteadyTime now);
    [[nodiscard]] std::optional<Rows> rowsOf(qsizetype answers) const;
    [[nodiscard]] bool mayBeAnswered(const Asked& asked) const;
    [[nodiscard]] bool passSingles();
    void answeredRows(Rows rows, bool isWhole, SteadyTime now);
    void breakRow(SteadyTime now);
    [[nodiscard]] bool isLateNow(const Asked& asked, SteadyTime now) const;
    [[nodiscard]] bool mostSayNoPaper() const;
    [[nodiscard]] const Asked* find(Serial serial) const;

    std::deque<Asked> m_asked; ///< the latest ones, oldest first
    QByteArray m_row;          ///< of answers that came together
    quint32 m_lastId = 0;
    Serial m_last = 0;
    int m_length = 0; ///< of the latest row asked for
    int m_oddAnswers = 0;
    qsizetype m_broken = 0; ///< answers of the latest rows that fitted nothing: the rest may follow
    SteadyTime m_rowBegan{-1};
    Serial m_rowAfter = 0;         ///< the latest question then: a later one may be of the same millisecond
    SteadyTime m_sensorAnswer{-1}; ///< the latest
    SteadyTime m_openedAt{-1};
    SteadyTime m_brokenAt{-1};
    SteadyTime m_heldAt{-1};
    bool m_isLate = false; ///< its answers come seconds after the questions
    bool m_knowsIds = false;
    bool m_knowsSensor = false;
};

} // namespace starqueue::bridge
