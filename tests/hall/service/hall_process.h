#pragma once

#include <hall/api/support/hall_folder.h>

#include <sys/types.h>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

namespace starqueue::hall::test {

/// What the disk of a hall's folder lets its program do.
struct DiskOfHall
{
    std::uint64_t largestFile = 0; ///< bytes that no file may grow above; 0: there is no limit
    bool isReadOnly = false;       ///< mounted so, for that program alone; see canMountReadOnly()
};

/// Whether this machine lets this user give a program mounts of its own.
[[nodiscard]] bool canMountReadOnly();

/// The real program starqueue-hall, running on a free port.
class HallProcess
{
public:
    /// Returns when it listens. Throws when it ends before. `settings` is the text of a hall.toml; empty: the
    /// default one.
    explicit HallProcess(const HallFolder& folder, const DiskOfHall& disk = {},
                         const std::string& settings = {})
        : HallProcess(folder.path(), disk, settings)
    {}
    explicit HallProcess(const std::filesystem::path& folder, const DiskOfHall& disk = {},
                         const std::string& settings = {});
    /// Asks it to end and waits.
    ~HallProcess();
    HallProcess(const HallProcess&) = delete;
    HallProcess& operator=(const HallProcess&) = delete;

    /// Asks it to end; all that it has logged.
    [[nodiscard]] std::string endAndReadLog();
    /// SIGKILL: no farewell. Returns when it is gone.
    void kill();
    [[nodiscard]] std::uint16_t port() const { return m_port; }
    [[nodiscard]] std::size_t residentKilobytes() const;
    /// Whether `text` stands anywhere in its memory that can be written; empty: this user may not look there.
    [[nodiscard]] std::optional<bool> remembers(const std::string& text) const;

    /// Ends it as a fault would; whether the system wrote its memory to a file.
    [[nodiscard]] bool dumpsCore();

private:
    void end(int signal);
    [[nodiscard]] std::uint16_t readPort();

    pid_t m_pid = -1;
    int m_errors = -1; ///< its standard error, to its end
    std::string m_log; ///< until it listened
    std::uint16_t m_port = 0;
};

} // namespace starqueue::hall::test
