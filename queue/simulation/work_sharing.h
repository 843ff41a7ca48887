#pragma once

#include <queue/simulation/simulation.h>

#include <atomic>
#include <thread>

namespace starqueue::queue {

/// Reports a simulation's progress from many threads.
class SharedProgress
{
public:
    SharedProgress(const SimulationOptions& options, std::uint64_t all) : m_options(options), m_all(all) {}

    void note(std::uint64_t done)
    {
        const std::uint64_t sum = m_done += done;
        if (m_options.progress && m_all > 0)
            m_options.progress(static_cast<double>(sum) / static_cast<double>(m_all));
    }

    [[nodiscard]] bool isWhole() const { return m_done >= m_all; }

private:
    const SimulationOptions& m_options;
    std::uint64_t m_all;
    std::atomic<std::uint64_t> m_done = 0;
};

/// A parallel for: runs parts 0 to `parts` − 1 on as many threads as the options say; starts none after a
/// stop.
template <class Do> void shareWork(const SimulationOptions& options, std::size_t parts, Do doPart)
{
    std::atomic<std::size_t> next = 0;
    const auto work = [&] {
        for (std::size_t i = next++; i < parts && !options.stop.stop_requested(); i = next++)
            doPart(i);
    };
    std::vector<std::jthread> others;
    for (unsigned i = 1; i < options.threads && i < parts; ++i)
        others.emplace_back(work);
    work();
}

} // namespace starqueue::queue
