#pragma once

#include <firmware-bridge/escpos/command_reader.h>
#include <firmware-bridge/escpos/interpreter.h>
#include <firmware-bridge/steady_time.h>

#include <QByteArray>

#include <deque>

namespace starqueue::simulators {

using bridge::SteadyTime;

/// A simulated thermal printer that speaks ESC/POS. No I/O, no clock.
///
/// Real-time commands (DLE EOT, DLE ENQ, DLE DC4 8) are executed on arrival; all others wait in the receive
/// buffer and take printing time. Without paper, or with the cover open, printing stops and the buffer is
/// kept. Automatic status is off after power-up and ESC @. Status bits: as PrinterProfile has them.
class SimulatedPrinter
{
public:
    struct Speed
    {
        std::chrono::milliseconds line{15};
        std::chrono::milliseconds code{60};
        std::chrono::milliseconds cut{120};
    };

    void setSpeed(const Speed& speed) { m_speed = speed; }
    void setPaperOut(bool out);
    void setNearEnd(bool near);
    void setCoverOpen(bool open);
    void setCutterFault(bool fault);
    /// Runs out of paper after so many more printed lines; negative: never.
    void endPaperAfter(int lines) { m_linesLeft = lines; }
    /// Without power it takes no byte and says nothing; buffers and settings are lost.
    void setPower(bool on);
    void powerCycle();
    /// As Epson's manuals say of DLE ENQ 2: only a recoverable error is cleared by it, no paper end.
    void setClearsErrorsOnly(bool only) { m_clearsErrorsOnly = only; }

    void receive(const QByteArray& bytes, SteadyTime now);
    void tick(SteadyTime now);
    /// The bytes that it sends.
    [[nodiscard]] QByteArray takeOutput();

    [[nodiscard]] const std::vector<escpos::PaperTicket>& tickets() const { return m_paper.tickets(); }
    [[nodiscard]] bool paperOut() const { return m_paperOut; }
    [[nodiscard]] bool nearEnd() const { return m_nearEnd; }
    [[nodiscard]] bool coverOpen() const { return m_coverOpen; }
    [[nodiscard]] bool blocked() const { return m_paperOut || m_coverOpen || m_cutterFault; }
    [[nodiscard]] int waitingCommands() const { return static_cast<int>(m_buffer.size()); }

private:
    void receiveByte(char byte);
    void realTime(char command, char argument);
    [[nodiscard]] bool beginsRealTime() const;
    void answerStatus(int question);
    void clearBuffers();
    void execute(const escpos::Command& command, SteadyTime now);
    void executeGroup(const escpos::Command& command);
    void spend(const escpos::Command& command, SteadyTime now);
    void usePaper();
    void statusChanged();
    void sendAutomaticStatus();

    Speed m_speed;
    escpos::CommandReader m_reader;
    escpos::Interpreter m_paper;
    std::deque<escpos::Command> m_buffer;
    QByteArray m_realTime; ///< a begun DLE sequence
    QByteArray m_output;
    SteadyTime m_busyUntil{};
    int m_linesLeft = -1;
    bool m_powered = true;
    bool m_clearsErrorsOnly = false;
    bool m_automaticStatus = false;
    bool m_paperOut = false;
    bool m_nearEnd = false;
    bool m_coverOpen = false;
    bool m_cutterFault = false;
};

} // namespace starqueue::simulators
