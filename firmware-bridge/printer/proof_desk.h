#pragma once

#include <firmware-bridge/printer/printer_answers.h>
#include <firmware-bridge/steady_time.h>
#include <firmware-bridge/ticket/printer_profile.h>

#include <QByteArray>
#include <QByteArrayList>

#include <deque>

namespace starqueue::bridge {

/// Asks a printer whether it has printed what came before, and knows which question an answer answers.
///
/// A process id names its question. The paper sensor's answers bear no id: they come in the order of the
/// questions, one may be lost or be noise, so that a question is asked three times in a row and two equal
/// answers within a second answer it. Answers that are still to come when a ticket was given up are waited
/// for. Pure: time is passed in.
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

    void answered(const ProcessCompleted& completed);
    void answered(PaperSensorStatus status, SteadyTime now);

    /// Everything before the question was printed.
    [[nodiscard]] bool proven(Serial serial) const;
    /// The same of `first` or a later question.
    [[nodiscard]] bool provenSince(Serial first) const;
    /// The sensor answered it with "no paper".
    [[nodiscard]] bool saidNoPaper(Serial serial) const;
    /// An answer came after the question was asked, by which its own would have come, too.
    [[nodiscard]] bool passed(Serial serial, SteadyTime now) const;
    /// No answer to an earlier question can be taken for one to the next.
    [[nodiscard]] bool settled(SteadyTime now);
    /// The printer has answered so since this program runs.
    [[nodiscard]] bool knows(PrintProof proof) const;

private:
    struct Asked
    {
        Serial serial = 0;
        PrintProof proof = PrintProof::None;
        QByteArrayList ids{};
        SteadyTime at{};
        int due = 0;   ///< answers of the sensor still to come
        int equal = 0; ///< the latest answers that were the same
        quint8 value = 0;
        SteadyTime answeredAt{};
        bool proven = false;
        bool noPaper = false;
    };

    QByteArray ask(PrintProof proof, int times, SteadyTime now);
    [[nodiscard]] const Asked* find(Serial serial) const;

    std::deque<Asked> m_asked; ///< the latest ones, oldest first
    quint32 m_lastId = 0;
    Serial m_last = 0;
    SteadyTime m_sensorAnswer{-1}; ///< the latest
    bool m_knowsIds = false;
    bool m_knowsSensor = false;
};

} // namespace starqueue::bridge
