#pragma once

#include <house/kernel/agenda.h>
#include <house/kernel/interposition.h>
#include <house/kernel/random.h>
#include <house/kernel/virtual_clock.h>

#include <memory>

class QCoreApplication;

namespace starqueue::house {

/// The virtual machine of a run: one clock, one seed, one agenda, and a Qt application that lives on them.
/// One at a time, on the main thread.
class Kernel
{
public:
    explicit Kernel(std::uint64_t seed);
    ~Kernel();
    Kernel(const Kernel&) = delete;
    Kernel& operator=(const Kernel&) = delete;

    /// Keeps Qt from asking the processor for random numbers, and freed memory in the process. For main(),
    /// before anything of Qt: it may start the program anew, since Qt and the C library look at their
    /// environment while they are loaded.
    static void prepare(char** argv);

    VirtualClock clock;
    const Random random; ///< for stream(); nobody draws from it
    Agenda agenda;

private:
    Interposition m_interposition;
    std::unique_ptr<QCoreApplication> m_application;
};

} // namespace starqueue::house
