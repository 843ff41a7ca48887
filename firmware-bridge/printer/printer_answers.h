#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <array>
#include <optional>
#include <variant>
#include <vector>

namespace starqueue::bridge {

/// Automatic status back: four bytes that a printer sends by itself (GS a).
struct AutomaticStatus
{
    std::array<quint8, 4> bytes{};
};

/// One byte in answer to DLE EOT n; which n it answers, only the asker knows.
struct RealTimeStatus
{
    quint8 byte = 0;
};

/// One byte in answer to GS r 1, processed in order with the print data.
struct PaperSensorStatus
{
    quint8 byte = 0;
};

/// The printer has printed everything before GS ( H with these four characters.
struct ProcessCompleted
{
    QByteArray id;
};

using PrinterAnswer = std::variant<AutomaticStatus, RealTimeStatus, PaperSensorStatus, ProcessCompleted>;

/// Demultiplexes the bytes that come from a printer.
///
/// Its four kinds of answer share one line, come in any order, may be nested (a real-time byte is sent even
/// within a longer answer) and may be split anywhere. They are told apart by fixed bits (Epson
/// ESC/POS reference, "transmission of status"): automatic status starts 0xx1xx00
/// and goes on with three bytes 0xx0xxxx; real-time status is 0xx1xx10; GS r is
/// 0xx0xxxx; a process id is 37 22 d1 d2 d3 d4 00. This host's ids use only
/// characters 0xx0xxxx (processIdFor()), so that the rule holds within them too.
/// Any other byte is counted and dropped. Pure: no clock, no I/O.
class PrinterAnswers
{
public:
    /// Appends `bytes` and returns the answers that are now complete, in order of their last byte.
    [[nodiscard]] std::vector<PrinterAnswer> feed(QByteArrayView bytes);

    /// Drops an incomplete answer, after the line was lost.
    void clear();

    [[nodiscard]] int strayBytes() const { return m_strays; }

private:
    std::optional<PrinterAnswer> take(quint8 byte);
    std::optional<PrinterAnswer> goOnWithStatus(quint8 byte);
    std::optional<PrinterAnswer> goOnWithBlock(quint8 byte);
    void stray(int count = 1) { m_strays += count; }

    QByteArray m_status; ///< begun automatic status
    QByteArray m_block;  ///< begun process-id answer
    int m_strays = 0;
};

/// The id of the `number`th job: four characters of "@A…O", one a half byte of its low 16 bits.
[[nodiscard]] QByteArray processIdFor(quint32 number);

/// GS ( H: answer with `id` when everything before this is printed.
[[nodiscard]] QByteArray processIdRequest(const QByteArray& id);

} // namespace starqueue::bridge
