#pragma once

#include <firmware-bridge/printer/contact/printer_answers.h>
#include <firmware-bridge/steady_time.h>
#include <firmware-bridge/ticket/printer_profile.h>

#include <QByteArray>
#include <QByteArrayList>

#include <deque>

namespace starqueue::bridge {

/// Asks a printer whether it has printed what came before, and knows which question an answer answers.
///
/// A process id names its question. The paper sensor's answers bear no id, and one may be lost, be noise or
/// be half a minute late: what proves a ticket is asked three times in a row and proven by two equal answers
/// together; whether the printer hears is asked once, again only seconds later. Answers that are still to
/// come when a ticket was given up are waited for. Pure: time is passed in.
class ProofDesk
{
public:
    using Serial = int; ///< of a question; 0: none

    /// Ids never come again soon: an answer to one of an earlier run of this program is late, not ours.
    void lineOpened(SteadyTime now);

    /// The bytes that ask; last() is the question's serial.
    [[nodiscard]] QByteArray ask(PrintProof proof, SteadyTime now);
    /// Asks once more, only to learn whether the printer has come as far as this.
    [[nodiscard]] QByteArray askOnce(PrintProof proof, SteadyTime now);
    [[nodiscard]] Serial last() const { return m_last; }

    void answered(const ProcessCompleted& completed, SteadyTime now);
    void answered(PaperSensorStatus status, SteadyTime now);

    /// Everything before the question was printed.
    [[nodiscard]] bool proven(Serial serial) const;
    /// The same of `first` or a later question for that proof.
    [[nodiscard]] bool provenSince(Serial first, PrintProof proof) const;
    /// The sensor answered it with "no paper".
    [[nodiscard]] bool saidNoPaper(Serial serial) const;
    /// An answer came after the question was asked, by which its own would have come, too.
    [[nodiscard]] bool passed(Serial serial, SteadyTime now) const;
    /// No answer to an earlier question can be taken for one to the next.
    [[nodiscard]] bool settled(SteadyTime now) const;
    /// Its latest answer came so late that the next may take a minute.
    [[nodiscard]] bool late() const { return m_isLate; }
    /// No answer comes any more to what was asked in a row.
    void close() { m_rowIsOpen = false; }
    /// The printer has answered so since this program runs.
    [[nodiscard]] bool knows(PrintProof proof) const;

private:
    struct Asked
    {
        Serial serial = 0;
        PrintProof proof = PrintProof::None;
        QByteArrayList ids{};
        SteadyTime at{};
        int times = 0;
        bool proven = false;
        bool noPaper = false;
    };

    /// An answer of the sensor that may still come.
    struct Due
    {
        Serial serial = 0;
        SteadyTime at{};
    };

    QByteArray ask(PrintProof proof, int times, SteadyTime now);
    void provedBySensor(bool noPaper);
    [[nodiscard]] bool isStillDue(Serial serial, SteadyTime now) const;
    [[nodiscard]] const Asked* find(Serial serial) const;

    std::deque<Asked> m_asked; ///< the latest ones, oldest first
    quint32 m_lastId = 0;
    Serial m_last = 0;
    SteadyTime m_sensorAnswer{-1}; ///< the latest
    SteadyTime m_openedAt{-1};
    SteadyTime m_rowAskedAt{-1}; ///< the latest question that was asked in a row
    std::deque<Due> m_due;       ///< oldest first
    int m_equal = 0;             ///< of them so many were the same, together, since a row was asked
    quint8 m_value = 0;
    bool m_rowIsOpen = false;
    bool m_isLate = false; ///< its answers come seconds after the questions
    bool m_knowsIds = false;
    bool m_knowsSensor = false;
};

} // namespace starqueue::bridge
