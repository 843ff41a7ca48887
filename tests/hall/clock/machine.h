#pragma once

#include <hall/clock/random.h>

#include <db/journal/machine_clocks.h>

#include <string>

namespace starqueue::hall::test {

/// A computer whose clocks do all that clocks do, and the right time beside it.
class Machine
{
public:
    Machine(Random& random, Instant begin);

    [[nodiscard]] db::MachineClocks clocks();
    [[nodiscard]] time::WallTime rightTime() const { return {m_right}; }
    [[nodiscard]] time::WallTime wall() const { return {m_wall}; }
    [[nodiscard]] Millis steady() const { return m_steady; }
    [[nodiscard]] bool isSynchronised() const { return m_isSynchronised; }
    [[nodiscard]] bool isRight() const { return abs(m_wall - m_right) < Millis{500}; }

    /// The wall clock drifts by up to 50 ppm.
    void pass(Millis time);
    /// Off for a while; then the wall clock shows anything.
    void reboot();
    /// By up to two minutes, never ten minutes off by that alone; not while a time protocol holds it.
    void stepALittle();
    void stepFar();
    /// Somebody, or a time protocol, sets the wall clock right.
    void setRight();
    void synchronise();
    void loseNetwork() { m_isSynchronised = false; }

private:
    void comeUpWith(Instant wallBefore);

    Random& m_random;
    Instant m_right;
    Instant m_wall;
    Millis m_steady{900'000};
    std::int64_t m_partsPerMillion;
    bool m_isSynchronised = false;
    int m_boots = 1;
    time::WallTime m_built;
};

} // namespace starqueue::hall::test
