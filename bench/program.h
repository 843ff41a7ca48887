#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include <sys/types.h>

namespace starqueue::bench {

/// A child process: started here, sent SIGTERM and waited for when this goes. It also ends when the
/// benchmark itself dies. Throws std::runtime_error when it can't be started.
class Program
{
public:
    /// `name` as it lies in programsDir(); its output is appended to `log`.
    Program(const std::string& name, const std::vector<std::string>& arguments,
            const std::filesystem::path& log);
    ~Program();
    Program(Program&& other) noexcept;
    Program& operator=(Program&& other) noexcept;

    /// Waits for its own end; its exit status.
    int wait();
    void end();

    /// Memory that it has in RAM now, 10⁶ bytes.
    [[nodiscard]] double residentMB() const;
    /// Processor time of all its threads so far, user and system.
    [[nodiscard]] double cpuSeconds() const;

private:
    pid_t m_pid = -1;
};

/// Where the programs to measure lie: $STARQUEUE_BIN, or beside the benchmark itself.
[[nodiscard]] std::filesystem::path programsDir();

/// A directory of its own below $STARQUEUE_BENCH_DIR or the system's temporary one, gone with it.
class ScratchDir
{
public:
    ScratchDir();
    ~ScratchDir();
    ScratchDir(const ScratchDir&) = delete;
    ScratchDir& operator=(const ScratchDir&) = delete;

    [[nodiscard]] const std::filesystem::path& path() const { return m_path; }

private:
    std::filesystem::path m_path;
};

} // namespace starqueue::bench
