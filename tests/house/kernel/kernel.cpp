#include <house/kernel/kernel.h>

#include <house/kernel/event_dispatcher.h>
#include <house/kernel/stop_run.h>

#include <QCoreApplication>

#include <dlfcn.h>
#include <unistd.h>

#include <cstdlib>

namespace starqueue::house {

namespace {

constexpr auto kFeatures = "QT_NO_CPU_FEATURE";

// Qt would ask the processor for random numbers, which QT_NO_CPU_FEATURE doesn't prevent in every build of
// it: of the features that it found only the marks that it has looked stay.
void forgetProcessorFeatures()
{
    constexpr std::uint64_t kMarks = (std::uint64_t{1} << 63) | 1;
    if (auto* const features = static_cast<std::uint64_t*>(::dlsym(RTLD_DEFAULT, "qt_cpu_features")))
        *features &= kMarks;
}

std::unique_ptr<QCoreApplication> applicationOn(Agenda& agenda)
{
    static int count = 1;
    static char name[] = "house";
    static char* arguments[] = {name, nullptr};
    QCoreApplication::setEventDispatcher(new EventDispatcher{agenda});
    return std::make_unique<QCoreApplication>(count, arguments);
}

} // namespace

void Kernel::prepare(char** argv)
{
    if (std::getenv(kFeatures) != nullptr)
        return;
    ::setenv(kFeatures, "rdrnd rdseed", 1);
    // From the first instruction on: what static objects put into a QHash must be found there later.
    ::setenv("QT_HASH_SEED", "0", 1);
    // The hall's own zone whatever this machine's is; and without one the C library looks at /etc/localtime
    // each time that somebody asks what time it is.
    ::setenv("TZ", ":Asia/Shanghai", 1);
    ::execv("/proc/self/exe", argv);
    stopRun("the program can't start itself anew");
}

Kernel::Kernel(std::uint64_t seed)
    : random(seed), agenda(clock, random.stream("ties")), m_interposition(clock, random.stream("entropy"))
{
    forgetProcessorFeatures();
    m_application = applicationOn(agenda);
}

Kernel::~Kernel() = default;

} // namespace starqueue::house
