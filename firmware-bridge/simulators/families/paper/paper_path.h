#pragma once

#include <firmware-bridge/escpos/interpreter.h>
#include <firmware-bridge/simulators/families/paper/family_printer.h>

#include <optional>

namespace starqueue::simulators {

/// The paper of a printer from its roll to the hand that takes it.
class PaperPath
{
public:
    /// `command` prints, or changes how what follows is printed.
    void apply(const escpos::Command& command, SteadyTime now, bool again = false);
    /// Cuts; a slip that comes off falls into a presenter, or into the customer's hand.
    void cut(bool intoPresenter, SteadyTime now);
    /// What follows belongs to another run: power was cut, or buffers were cleared.
    void endRun();
    /// The line that isn't printed yet is lost.
    void clearLine() { m_interpreter.clearBuffer(); }
    /// Sizes, alignment and a stored code are lost.
    void reset();
    /// The piece that hangs in the printer goes with the old roll. A begun line must be applied anew.
    /// False: nothing hung there.
    bool tearOff();
    /// The slip in the presenter goes to `place`; nothing happens without one.
    void moveWaiting(Slip::Place place);

    /// Where the slip in the presenter is; none: the presenter is empty.
    [[nodiscard]] std::optional<Slip::Place> waiting() const;
    [[nodiscard]] const std::vector<PrintRun>& runs() const { return m_runs; }
    [[nodiscard]] const std::vector<Slip>& slips() const { return m_slips; }
    [[nodiscard]] const std::vector<escpos::PaperTicket>& tickets() const { return m_interpreter.tickets(); }

private:
    void follow(SteadyTime now, bool again);

    escpos::Interpreter m_interpreter;
    std::vector<PrintRun> m_runs = std::vector<PrintRun>(1);
    std::vector<Slip> m_slips;
    std::size_t m_linesSeen = 0; ///< of the last slip
};

} // namespace starqueue::simulators
