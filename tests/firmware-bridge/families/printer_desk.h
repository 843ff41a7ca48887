#pragma once

#include <firmware-bridge/simulators/families/escpos_family.h>

#include <string>

namespace starqueue::simulators {

/// Feeds and cuts, as it is typed in.
inline const QByteArray kCut = "1D 56 42 00";

/// A printer on a desk: bytes are typed in, time is passed by hand, answers are read in hexadecimal.
class PrinterDesk
{
public:
    explicit PrinterDesk(FamilySettings settings) : printer(std::move(settings))
    {
        pass(std::chrono::seconds(1));
    }
    explicit PrinterDesk(Family family) : PrinterDesk(familySettings(family)) {}

    void send(const QByteArray& hex) { printer.receive(QByteArray::fromHex(hex), m_now); }
    void write(const QByteArray& text) { printer.receive(text, m_now); }
    void touch(Hand hand) { printer.touch(hand, m_now); }
    void pass(SteadyTime time)
    {
        for (const SteadyTime until = m_now + time; m_now < until; m_now += std::chrono::milliseconds(10))
            printer.tick(m_now);
    }
    /// What it has said since, as "16 12"; empty: nothing.
    [[nodiscard]] std::string said() { return printer.takeOutput().toHex(' ').toStdString(); }
    [[nodiscard]] std::string asked(const QByteArray& hex)
    {
        (void)printer.takeOutput();
        send(hex);
        return said();
    }
    /// The lines of all runs, "/" between runs; "!" after a line that came again, "|" for a cut.
    [[nodiscard]] std::string paper() const
    {
        std::string all;
        for (const PrintRun& run : printer.runs()) {
            if (run.lines.empty())
                continue;
            all += all.empty() ? "" : "/";
            for (const PrintRun::Line& line : run.lines)
                all += line.text + (line.again ? "!" : "") + " ";
            all += run.cut ? "|" : "";
        }
        return all;
    }

    EscPosFamily printer;

private:
    SteadyTime m_now{};
};

} // namespace starqueue::simulators
