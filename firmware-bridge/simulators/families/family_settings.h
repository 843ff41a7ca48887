#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <chrono>
#include <map>
#include <memory>
#include <optional>

namespace starqueue::simulators {

class FamilyPrinter;

enum class Family {
    Epson,           ///< TM-T88III and its like: an opened cover ends with its closing
    EpsonCoverError, ///< TM-L90 as shipped: a cover opened while printing waits for DLE ENQ
    Bixolon,         ///< SRP-350plus A&C: no process id
    Clone,           ///< 80 mm serial: GS r and nothing else, boots in Chinese
    Custom,          ///< VKP80, KPM: presenter, full status
    Citizen,         ///< PPU-700: presenter that holds the next ticket back
    OneWay,          ///< never a byte back
    Snbc,            ///< BT-T080: anti-jam module
    Masung,          ///< MS-D347: exit sensor in n=5
    Reliance,        ///< Pyramid: silent while feeding, 6C without paper
    Phoenix,         ///< Pyramid: DLE EOT in order, n=3 without fixed bits
    Star,            ///< Star line mode
    Nippon,          ///< NP-2511
};

/// Everything in which printers that speak ESC/POS differ; each line is a switch of a manual or of a model.
struct FamilySettings
{
    enum class Layout { Epson, Citizen, Custom, Snbc, Masung };
    enum class Enquiry { None, ClearOnly, ResumeAndClear }; ///< DLE ENQ
    enum class Flow { None, Dtr, XonXoff };
    enum class Presenter { None, Custom, Citizen };
    enum class WhenNotTaken { Hold, Retract, Eject };
    enum class OnWaitingTicket { Holds, Pushes, Jams }; ///< what the next ticket does to one not yet taken

    /// A bit of the answer to DLE EOT n that is always so.
    struct StuckBits
    {
        unsigned char on = 0;
        unsigned char off = 0;
    };

    // what it says
    Layout layout = Layout::Epson;
    bool answers = true;
    bool statusInOrder = false;      ///< DLE EOT waits in the buffer as other commands do
    bool silentWhileFeeding = false; ///< no answer to DLE EOT while paper moves
    QByteArray questions = QByteArray("\x01\x02\x03\x04", 4); ///< the n of DLE EOT that it knows
    std::map<int, StuckBits> stuck;
    std::map<int, unsigned char> wholeAnswer;   ///< DLE EOT n is answered with this byte when all is well
    std::optional<unsigned char> noPaperAnswer; ///< what n=4 says without paper, where it isn't Epson's
    bool processId = true;                      ///< GS ( H
    std::chrono::milliseconds proofDelay{0};
    bool sensorReport = true;                ///< GS r, ESC v
    bool sensorReportWhenOut = false;        ///< also without paper, if nothing to print is before it
    bool automatic = true;                   ///< GS a
    int automaticAtStart = 0;                ///< as a DIP switch sets it
    bool powerNotice = false;                ///< 3B 31 00 after power-up
    bool sensorLiesWhenOpen = false;         ///< says paper end while the cover is open
    QByteArray type = QByteArray("\x20", 1); ///< GS I 1
    unsigned char features = 2;              ///< GS I 2
    QByteArray maker = "EPSON";
    QByteArray model = "TM-T88III";
    QByteArray font = "CHINA GB18030";
    bool bootsInChinese = false;
    bool autoRecoverInverted = false; ///< n=3 b6 is on while there is no such error
    bool presentBitInverted = false;  ///< "ticket present" is off with a ticket
    bool emptyBitInverted = false;    ///< "presenter empty" is on with a ticket

    // what ends what
    Enquiry enquiry = Enquiry::ResumeAndClear;
    bool clearCommand = true;     ///< DLE DC4 8
    bool hardwareReset = false;   ///< 1C C0 18 10 14 1A
    bool errorsLatch = true;      ///< cutter and jam wait for DLE ENQ after their cause is gone
    bool coverIsError = false;    ///< opened while printing: waits for DLE ENQ
    bool jamHasBit = false;       ///< mechanical errors are n=3 b2
    bool feedAfterRefill = false; ///< waits for FEED or DLE ENQ 0
    bool imageEatsOn = false;     ///< paper end inside an image: all that follows is pixels until power-off

    // how it takes bytes
    int buffer = 4096;
    Flow flow = Flow::None;
    bool busyWhenOffline = false;
    std::chrono::milliseconds boots{600};
    std::chrono::milliseconds line{28};
    std::chrono::milliseconds code{80};
    std::chrono::milliseconds cut{300};
    std::chrono::milliseconds feedOffline{1000};
    std::chrono::milliseconds cools{20000};

    // presenter
    Presenter presenter = Presenter::None;
    OnWaitingTicket onWaiting = OnWaitingTicket::Holds;
    WhenNotTaken whenNotTaken = WhenNotTaken::Hold;
    std::chrono::milliseconds takenWithin{0}; ///< 0: no time-out
    bool retractTimerAllowed = false;         ///< Citizen's Msw 4-4
    std::chrono::milliseconds presents{700};
};

[[nodiscard]] FamilySettings familySettings(Family family);
/// Where a profile is for one family, it has the same name.
[[nodiscard]] QStringList familyNames();
[[nodiscard]] std::optional<Family> familyNamed(const QString& name);
/// A printer of `family`, switched as `familySettings()` says.
[[nodiscard]] std::unique_ptr<FamilyPrinter> makeFamilyPrinter(Family family);

} // namespace starqueue::simulators
