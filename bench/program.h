#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include <sys/types.h>

namespace starqueue::bench {

/// A child process, ended with SIGTERM by the destructor. It also ends when the benchmark dies. Throws
/// std::runtime_error when it can't be started.
class Program
{
public:
    /// `name` in programsDir(); its output is appended to `log`.
    Program(const std::string& name, const std::vector<std::string>& arguments,
            const std::filesystem::path& log);
    ~Program();
    Program(Program&& other) noexcept;
    Program& operator=(Program&& other) noexcept;

    /// Waits until it exits; returns its exit status.
    int wait();
    void end();

    /// Resident memory, in 10⁶ bytes.
    [[nodiscard]] double residentMB() const;
    /// CPU time of all its threads so far, user and system.
    [[nodiscard]] double cpuSeconds() const;

private:
    pid_t m_pid = -1;
};

/// The directory of the measured programs: $STARQUEUE_BIN, or the benchmark's own.
[[nodiscard]] std::filesystem::path programsDir();

/// A temporary directory in $STARQUEUE_BENCH_DIR or the system's, removed by the destructor (RAII).
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
