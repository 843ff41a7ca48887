#pragma once

#include <hall/api/support/hall_folder.h>

#include <sys/types.h>

#include <cstddef>
#include <cstdint>
#include <string>

namespace starqueue::hall::test {

/// The real program starqueue-hall, running on a free port.
class HallProcess
{
public:
    /// Returns when it listens. Throws when it ends before. No file of it may grow above `largestFile` bytes;
    /// 0: there is no limit. `settings` is the text of a hall.toml; empty: the default one.
    explicit HallProcess(const HallFolder& folder, std::uint64_t largestFile = 0,
                         const std::string& settings = {})
        : HallProcess(folder.path(), largestFile, settings)
    {}
    explicit HallProcess(const std::filesystem::path& folder, std::uint64_t largestFile = 0,
                         const std::string& settings = {});
    /// Asks it to end and waits.
    ~HallProcess();
    HallProcess(const HallProcess&) = delete;
    HallProcess& operator=(const HallProcess&) = delete;

    /// SIGKILL: no farewell. Returns when it is gone.
    void kill();
    [[nodiscard]] std::uint16_t port() const { return m_port; }
    [[nodiscard]] std::size_t residentKilobytes() const;

private:
    void end(int signal);
    [[nodiscard]] std::uint16_t readPort() const;

    pid_t m_pid = -1;
    int m_errors = -1; ///< its standard error, to its end
    std::uint16_t m_port = 0;
};

} // namespace starqueue::hall::test
