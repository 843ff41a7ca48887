#pragma once

#include <firmware-bridge/simulators/families/paper/family_printer.h>
#include <firmware-bridge/simulators/families/paper/paper_path.h>

#include <string>

namespace starqueue::simulators {

/// A printer with a language of its own, as far as it takes to be told apart from one that speaks ESC/POS:
/// prints lines, cuts, tells its state. A language says how its commands are cut and what they do.
class ForeignFamily : public FamilyPrinter
{
public:
    void receive(QByteArrayView bytes, SteadyTime now) override;
    void tick(SteadyTime now) override;
    [[nodiscard]] QByteArray takeOutput() override { return std::exchange(m_output, {}); }
    [[nodiscard]] bool busy() const override { return false; }
    void touch(Hand hand, SteadyTime now) override;
    void endPaperAfter(int lines) override { m_linesLeft = lines; }

    [[nodiscard]] bool sound() const override { return m_powered && !offline() && !m_jammed; }
    [[nodiscard]] const std::vector<PrintRun>& runs() const override { return m_path.runs(); }
    [[nodiscard]] const std::vector<Slip>& slips() const override { return m_path.slips(); }
    [[nodiscard]] int proofs() const override { return m_proofs; }

protected:
    [[nodiscard]] bool offline() const
    {
        return m_coverOpen || m_paperOut || m_jammed || m_feedUntil > m_now;
    }
    [[nodiscard]] bool coverOpen() const { return m_coverOpen; }
    [[nodiscard]] bool paperOut() const { return m_paperOut; }
    [[nodiscard]] bool paperLow() const { return m_paperLow; }
    [[nodiscard]] bool jammed() const { return m_jammed; }
    [[nodiscard]] bool printing() const { return m_busyUntil > m_now; }
    void say(const QByteArray& bytes) { m_output += bytes; }
    void proved() { ++m_proofs; }
    void clear();
    void cutNow();

private:
    [[nodiscard]] bool paperLasts(const std::string& command, SteadyTime now);
    void power(bool on);

    /// The bytes of the command that `begun` starts with; 0: more are needed to tell.
    [[nodiscard]] virtual std::size_t lengthOf(const std::string& begun) const = 0;
    virtual void execute(const std::string& command) = 0;
    /// Called before a byte waits its turn; true: it was acted on at once.
    [[nodiscard]] virtual bool realTime(char byte) = 0;
    virtual void changed() = 0;
    virtual void poweredUp() = 0;

    PaperPath m_path;
    std::string m_pending;
    QByteArray m_output;
    SteadyTime m_now{};
    SteadyTime m_busyUntil{};
    SteadyTime m_feedUntil{};
    int m_linesLeft = -1;
    int m_proofs = 0;
    bool m_powered = true;
    bool m_coverOpen = false;
    bool m_paperOut = false;
    bool m_paperLow = false;
    bool m_jammed = false;
};

} // namespace starqueue::simulators
