#pragma once

#include <firmware-bridge/ticket/printer_signs.h>
#include <firmware-bridge/ticket/ticket_template.h>

#include <QByteArray>
#include <QString>

#include <chrono>
#include <map>
#include <vector>

namespace starqueue::bridge {

/// What proves that a ticket was printed.
enum class PrintProof {
    ProcessId, ///< GS ( H: an answer with the ticket's own id when it is on paper
    Sensor,    ///< GS r 1: an answer without an id, processed in order
    Presenter, ///< none is sent: the motor stands still and a ticket lies at the exit
    None,      ///< nothing: the outcome is "sent"
};

/// How a printer is rid of a ticket that it holds.
enum class ClearCommand {
    None,        ///< only by switching it off
    RealTime,    ///< 10 14 08 01 03 14 01 06 02 08, in any state; answers 37 25 00
    Recovery,    ///< 10 05 2, only while a recoverable error stands
    CustomReset, ///< 1C C0 18 10 14 1A: everything, even while BUSY
};

/// What is done while a recoverable error stands whose cause is gone.
enum class RecoveryCommand {
    None,   ///< it has no DLE ENQ
    Resume, ///< 10 05 1: goes on at the line that it stopped in
    Clear,  ///< 10 05 2: what it holds is lost
};

/// A part that holds a printed ticket until the customer takes it.
struct PresenterProfile
{
    enum class Kind { None, Custom, Citizen };
    /// What becomes of a ticket that nobody takes.
    enum class Untaken { Hold, Retract, Eject };

    Kind kind = Kind::None;
    Untaken untaken = Untaken::Hold;
    std::chrono::seconds untakenAfter{30};
    /// So long after it was put out the printer may take a ticket back by itself; 0: never. A Citizen is told
    /// so (1D 52 31), up to 9 s, and heeds it where a switch of its own lets it.
    std::chrono::seconds retractsAfter{0};
    bool printsOverWaiting = false; ///< may print while a ticket lies at the exit
    int presentSteps = 20;          ///< how far a ticket is put out (Custom 1D 65 3)

    bool operator==(const PresenterProfile&) const = default;
};

/// Which code page has which number in ESC t.
using CodePageNumbers = std::map<QString, int>;

/// What one family of printers can do, says and needs. All that differs between printers is here.
///
/// Comes from a profile (profiles/*.toml) and single keys of bridge.toml. What is written here is an Epson
/// TM's, profiles/epson-tm.toml.
struct PrinterProfile
{
    QString name{"epson-tm"};
    QString source{}; ///< the manual that it was taken from

    // The paper.
    int columns = 48; ///< characters of ASCII a line: 48 for 80 mm paper, 32 for 58 mm
    int dots = 576;   ///< a line
    bool cutter = true;
    bool qr = true;             ///< draws QR codes itself (GS ( k)
    int qrEccBase = 0x30;       ///< the number of level L; M, Q and H follow
    bool chinese = true;        ///< has a GB18030 font; without it tickets are in English
    bool bootsInChinese = true; ///< ESC @ and power-on switch Chinese on
    CodePageNumbers codePages{};
    int buffer = 4096; ///< bytes that it takes while it can't print
    bool nearEndSensor = true;

    // The ticket.
    int logo = 0;            ///< number of the picture in its memory (FS p); 0: none
    bool rasterRows = false; ///< what it has no letters for is drawn in dots; only with `status`
    TicketTemplate layout{}; ///< without rows: the default one

    // What it says.
    bool status = true;          ///< answers DLE EOT
    bool automaticStatus = true; ///< knows GS a
    /// Answers DLE EOT after what came before, not at once: silence while it prints means nothing.
    bool statusInOrder = false;
    std::vector<StatusMap> statusMaps = epsonStatusMaps(); ///< the questions of a round, and automatic status
    /// With no, or never a right, answer to DLE EOT: print all the same, and say so.
    bool trustWrites = false;
    PrintProof proof = PrintProof::ProcessId; ///< at best: found out at first contact, and lowered

    // What it needs.
    ClearCommand clear = ClearCommand::RealTime;
    RecoveryCommand recovery = RecoveryCommand::Clear; ///< while no ticket is in it
    RecoveryCommand recoveryInTicket = RecoveryCommand::Resume;
    PresenterProfile presenter{};

    int baud = 19200;                              ///< only to know how long bytes are on the wire
    std::chrono::milliseconds confirmWithin{8000}; ///< after the last byte; then it is asked again
    std::chrono::seconds jobLife{90};   ///< a ticket that a fit printer doesn't confirm is given up then
    std::chrono::seconds holdLife{300}; ///< one that waits for paper or a cover is cleared then, where it can

    bool operator==(const PrinterProfile&) const = default;

    [[nodiscard]] static std::vector<StatusMap> epsonStatusMaps();
    /// The map of DLE EOT `question`; 0: of automatic status. Null where there is none.
    [[nodiscard]] const StatusMap* statusMap(int question) const;
    /// Whether it says that its paper is out.
    [[nodiscard]] bool sensesPaper() const;
};

} // namespace starqueue::bridge
