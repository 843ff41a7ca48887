#pragma once

#include <firmware-bridge/ticket/printer_signs.h>

#include <QByteArray>
#include <QByteArrayView>

#include <optional>
#include <variant>
#include <vector>

namespace starqueue::bridge {

/// Automatic status back: what a printer sends by itself (GS a).
struct AutomaticStatus
{
    QByteArray bytes{};
};

/// The answer to DLE EOT n, mostly one byte; which n it answers, only the asker knows.
struct RealTimeStatus
{
    QByteArray bytes{};
};

/// One byte in answer to GS r 1, processed in order with the print data.
struct PaperSensorStatus
{
    quint8 byte = 0;
};

/// The printer has printed everything before GS ( H with these four characters.
struct ProcessCompleted
{
    QByteArray id{};
};

/// Its buffers are empty: the answer to DLE DC4 8.
struct BufferCleared
{};

/// It was switched on: what it held is gone.
struct PoweredOn
{};

/// XOFF or XON.
struct FlowChanged
{
    bool stop = false;
};

/// Another block that it sends: an identity, memory switches, an off-line report.
struct OtherBlock
{
    QByteArray bytes{};
};

/// It speaks no ESC/POS.
struct OtherLanguage
{
    const char* maker = ""; ///< whose language
};

using PrinterAnswer = std::variant<AutomaticStatus, RealTimeStatus, PaperSensorStatus, ProcessCompleted,
                                   BufferCleared, PoweredOn, FlowChanged, OtherBlock, OtherLanguage>;

/// Demultiplexes the bytes that come from a printer.
///
/// Its kinds of answer share one line, come in any order and may be split anywhere. Automatic status starts
/// 0xx1xx00 and goes on with three bytes 0xx0xxxx; real-time status is 0xx1xx10; GS r is 0xx0xxxx; blocks
/// start 37, 3B, 5F or 3D and end with 00, Custom's full status is 10 0F and four bytes, Nippon's and Star's
/// frames have heads of their own. No byte within a block counts for anything else, but a real-time byte or
/// automatic status may be nested in a process id (37 22), since this host's ids use only characters 0xx0xxxx
/// (processIdFor()). What follows a damaged byte in a block, up to its NUL, is dropped. Any other byte is
/// counted and dropped. Pure: no clock, no I/O.
class PrinterAnswers
{
public:
    /// The question that the next real-time status may answer; null: none. Must outlive its use.
    void expect(const StatusMap* question) { m_expected = question; }

    /// Appends `bytes` and returns the answers that are now complete, in order of their last byte.
    [[nodiscard]] std::vector<PrinterAnswer> feed(QByteArrayView bytes);

    /// Nothing has come for longer than the bytes of one answer lie apart: what is incomplete stays so.
    [[nodiscard]] std::vector<PrinterAnswer> quiet();

    /// Drops an incomplete answer, after the line was lost.
    void clear();

    [[nodiscard]] bool midAnswer() const
    {
        return !m_status.isEmpty() || !m_block.isEmpty() || !m_foreign.isEmpty() || m_isRest;
    }
    [[nodiscard]] int strayBytes() const { return m_strays; }

private:
    std::optional<PrinterAnswer> take(quint8 byte);
    std::optional<PrinterAnswer> begin(quint8 byte);
    std::optional<PrinterAnswer> goOnWithForeign(quint8 byte);
    std::optional<PrinterAnswer> goOnWithStatus(quint8 byte);
    std::optional<PrinterAnswer> goOnWithProcessId(quint8 byte);
    std::optional<PrinterAnswer> goOnWithBlock(quint8 byte);
    void breakBlock();
    [[nodiscard]] bool mayNest() const;
    [[nodiscard]] bool beginsForeign(quint8 byte) const;
    [[nodiscard]] bool isExpected(quint8 byte) const;
    [[nodiscard]] bool isFullStatus() const { return m_status.startsWith("\x10\x0F"); }
    void stray(qsizetype count = 1) { m_strays += static_cast<int>(count); }

    const StatusMap* m_expected = nullptr;
    QByteArray m_status;   ///< begun automatic status, or Custom's full status
    QByteArray m_block;    ///< begun block
    QByteArray m_foreign;  ///< begun frame of another language
    bool m_isRest = false; ///< of a damaged block, up to its NUL
    int m_strays = 0;
};

/// The id of the `number`th job: four characters of "@A…O", one a half byte of its low 16 bits.
[[nodiscard]] QByteArray processIdFor(quint32 number);

/// GS ( H: answer with `id` when everything before this is printed.
[[nodiscard]] QByteArray processIdRequest(const QByteArray& id);

} // namespace starqueue::bridge
