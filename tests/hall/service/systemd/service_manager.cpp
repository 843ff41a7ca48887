#include <hall/service/systemd/service_manager.h>

#include <hall/settings/default_hall.h>

#include <support/phone_pages.h>

#include <arpa/inet.h>
#include <fcntl.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <csignal>
#include <cstring>
#include <fstream>
#include <stdexcept>
#include <utility>

namespace starqueue::hall::test {

namespace {

constexpr int kFirstHanded = 3; // SD_LISTEN_FDS_START
constexpr int kPatience = 20'000;

int listeningSocket(const std::string& host, std::uint16_t& port)
{
    const int descriptor = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    ::inet_pton(AF_INET, host.c_str(), &address.sin_addr);
    socklen_t size = sizeof address;
    if (::bind(descriptor, reinterpret_cast<const sockaddr*>(&address), size) != 0 ||
        ::listen(descriptor, 64) != 0 ||
        ::getsockname(descriptor, reinterpret_cast<sockaddr*>(&address), &size) != 0)
        throw std::runtime_error("no socket");
    port = ntohs(address.sin_port);
    return descriptor;
}

int notifySocket(const std::string& path)
{
    const int descriptor = ::socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0);
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    path.copy(static_cast<char*>(address.sun_path), sizeof address.sun_path - 1);
    if (::bind(descriptor, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0)
        throw std::runtime_error("no socket to be told at");
    return descriptor;
}

} // namespace

ServiceManager::ServiceManager(const HallFolder& folder, const std::vector<std::string>& sockets,
                               const std::string& host)
    : m_folder(folder.path()), m_told(notifySocket(m_folder / "notify"))
{
    std::ofstream(m_folder / "hall.toml")
        << starqueue::test::withPhonePages(std::string(starqueue::settings::defaultHall()));
    if (::pipe2(m_log.data(), O_CLOEXEC) != 0)
        throw std::runtime_error("no pipe");
    for (const std::string& name : sockets) {
        Socket socket{name};
        socket.descriptor = listeningSocket(host, socket.port);
        m_sockets.push_back(socket);
    }
}

ServiceManager::~ServiceManager()
{
    if (m_pid > 0) {
        askToEnd();
        waitForEnd();
    }
    for (const Socket& socket : m_sockets)
        ::close(socket.descriptor);
    for (const int descriptor : {m_told, m_log[0], m_log[1]})
        ::close(descriptor);
}

void ServiceManager::start(std::chrono::milliseconds watchdog, const std::vector<std::string>& arguments)
{
    m_pid = ::fork();
    if (m_pid == 0)
        become(watchdog, arguments);
}

void ServiceManager::become(std::chrono::milliseconds watchdog, const std::vector<std::string>& arguments)
{
    std::string names;
    std::vector<int> copies; // beyond the places that they are to have
    for (const Socket& socket : m_sockets) {
        copies.push_back(::fcntl(socket.descriptor, F_DUPFD, 100));
        names += (names.empty() ? "" : ":") + socket.name;
    }
    for (std::size_t i = 0; i < copies.size(); ++i)
        ::dup2(copies[i], kFirstHanded + static_cast<int>(i));
    ::dup2(m_log[1], STDERR_FILENO);
    const std::string pid = std::to_string(::getpid());
    ::setenv("LISTEN_PID", pid.c_str(), 1);
    ::setenv("LISTEN_FDS", std::to_string(m_sockets.size()).c_str(), 1);
    ::setenv("LISTEN_FDNAMES", names.c_str(), 1);
    ::setenv("NOTIFY_SOCKET", (m_folder / "notify").c_str(), 1);
    if (watchdog.count() > 0) {
        ::setenv("WATCHDOG_PID", pid.c_str(), 1);
        ::setenv("WATCHDOG_USEC", std::to_string(watchdog.count() * 1000).c_str(), 1);
    }
    std::vector<std::string> words{STARQUEUE_HALL, "--config", m_folder / "hall.toml", "--data", m_folder};
    words.insert(words.end(), arguments.begin(), arguments.end());
    std::vector<char*> pointers(words.size() + 1); // the last one is null
    std::ranges::transform(words, pointers.begin(), [](std::string& word) { return word.data(); });
    ::execv(STARQUEUE_HALL, pointers.data());
    ::_exit(127);
}

std::string ServiceManager::hear()
{
    pollfd waiting{m_told, POLLIN, 0};
    if (::poll(&waiting, 1, kPatience) != 1)
        return {};
    std::array<char, 4096> part{};
    const ssize_t got = ::recv(m_told, part.data(), part.size(), 0);
    return {part.data(), static_cast<std::size_t>(std::max<ssize_t>(got, 0))};
}

std::string ServiceManager::logLine()
{
    std::string line;
    for (char c = 0; c != '\n';) {
        pollfd waiting{m_log[0], POLLIN, 0};
        if (::poll(&waiting, 1, kPatience) != 1 || ::read(m_log[0], &c, 1) != 1)
            return {};
        line += c;
    }
    return line;
}

void ServiceManager::askToEnd()
{
    ::kill(m_pid, SIGTERM);
}

int ServiceManager::waitForEnd()
{
    int status = 0;
    ::waitpid(std::exchange(m_pid, -1), &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

} // namespace starqueue::hall::test
