#pragma once

#include <hall/api/support/hall_folder.h>

#include <sys/types.h>

#include <array>
#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace starqueue::hall::test {

/// Does for starqueue-hall what systemd does: listens for it, starts it with the sockets, hears what it
/// tells.
class ServiceManager
{
public:
    /// Listens at a free port of @p host for each of @p sockets, the names of their units
    /// (FileDescriptorName=).
    ServiceManager(const HallFolder& folder, const std::vector<std::string>& sockets,
                   const std::string& host = "127.0.0.1");
    /// Ends the program, too.
    ~ServiceManager();
    ServiceManager(const ServiceManager&) = delete;
    ServiceManager& operator=(const ServiceManager&) = delete;

    /// Starts the program with @p arguments beside --config and --data. @p watchdog 0: it isn't watched.
    void start(std::chrono::milliseconds watchdog = {}, const std::vector<std::string>& arguments = {});
    /// The next that it tells, within 20 s; empty: nothing.
    [[nodiscard]] std::string hear();
    /// The next line of its log, within 20 s; empty: none.
    [[nodiscard]] std::string logLine();
    /// Asks it to end.
    void askToEnd();
    /// Waits for its end: its exit status, or -1 if a signal ended it.
    int waitForEnd();
    [[nodiscard]] std::uint16_t port(std::size_t socket) const { return m_sockets.at(socket).port; }

private:
    struct Socket
    {
        std::string name;
        int descriptor = -1;
        std::uint16_t port = 0;
    };

    [[noreturn]] void become(std::chrono::milliseconds watchdog, const std::vector<std::string>& arguments);

    std::filesystem::path m_folder;
    std::vector<Socket> m_sockets;
    int m_told = -1;
    std::array<int, 2> m_log{-1, -1}; ///< a pipe: what is read, and its standard error
    pid_t m_pid = -1;
};

} // namespace starqueue::hall::test
