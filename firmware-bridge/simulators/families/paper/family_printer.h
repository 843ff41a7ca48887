#pragma once

#include <firmware-bridge/steady_time.h>

#include <QByteArray>
#include <QByteArrayView>

#include <string>
#include <vector>

namespace starqueue::simulators {

using bridge::SteadyTime;

/// What a person, or fate, does to a printer.
enum class Hand {
    OpenCover,
    CloseCover,
    TakePaperOut, ///< the roll ends
    Refill,       ///< a new roll; what hung in the printer goes with the old one
    PaperLow,     ///< the near-end sensor sees the roll's core
    JamCutter,    ///< the next cut gets stuck
    FreeCutter,
    JamPaper, ///< in the paper's path or in the presenter
    FreePaper,
    PressFeed,
    HeatHead,
    Break,      ///< no printer recovers from this
    TakeTicket, ///< the customer takes what the presenter holds out
    PowerOff,
    PowerOn,
};

/// The lines that one run of commands put on paper: from ESC @, power-up, a clearing or a cut to the next of
/// them.
struct PrintRun
{
    struct Line
    {
        SteadyTime at{};
        std::string text;   ///< UTF-8
        int height = 1;     ///< magnification
        bool again = false; ///< a broken line, printed anew after an interruption
        std::size_t slip = 0;
    };

    std::vector<Line> lines;
    bool cut = false; ///< whole: its own cut was made
    SteadyTime cutAt{};
};

/// A piece of paper and where it is.
struct Slip
{
    enum class Place {
        Hanging,   ///< not cut off
        Inside,    ///< cut, in the presenter, out of reach
        AtExit,    ///< cut, held out
        Taken,     ///< in somebody's hand
        Retracted, ///< in the bin
        Ejected,   ///< on the floor in front of the printer
        TornOff,   ///< went with the old roll
    };

    Place place = Place::Hanging;
    std::size_t run = 0;
};

/// A printer as its manual describes it, without I/O and clock: bytes, time and hands are passed in, bytes
/// and paper are taken out. Knows nothing of whoever drives it.
class FamilyPrinter
{
public:
    virtual ~FamilyPrinter() = default;

    virtual void receive(QByteArrayView bytes, SteadyTime now) = 0;
    /// Call it often: printing takes time.
    virtual void tick(SteadyTime now) = 0;
    /// The bytes that it sends.
    [[nodiscard]] virtual QByteArray takeOutput() = 0;
    /// Asks not to be sent to: by DTR, or by not taking what is written.
    [[nodiscard]] virtual bool busy() const = 0;
    virtual void touch(Hand hand, SteadyTime now) = 0;
    /// Its paper ends after so many more lines; negative: never.
    virtual void endPaperAfter(int lines) = 0;

    /// Has power, paper, a closed cover and nothing in the way: what may still stop it is what only commands
    /// end.
    [[nodiscard]] virtual bool sound() const = 0;
    [[nodiscard]] virtual const std::vector<PrintRun>& runs() const = 0;
    [[nodiscard]] virtual const std::vector<Slip>& slips() const = 0;
    /// How often it has said by its family's proof that something is printed.
    [[nodiscard]] virtual int proofs() const = 0;
};

} // namespace starqueue::simulators
