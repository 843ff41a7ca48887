#include <hall/service/hall_process.h>

#include <hall/settings/default_hall.h>

#include <support/phone_pages.h>

#include <fcntl.h>
#include <sched.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <cstdio>
#include <fstream>
#include <stdexcept>
#include <utility>

namespace starqueue::hall::test {

namespace {

void limitFiles(std::uint64_t largest)
{
    const rlimit limit{largest, largest};
    if (largest != 0 && ::setrlimit(RLIMIT_FSIZE, &limit) != 0)
        ::_exit(126);
}

/// In mounts of this process's own.
bool mountReadOnly(const std::string& folder)
{
    const int own = CLONE_NEWNS | (::geteuid() == 0 ? 0 : CLONE_NEWUSER);
    return ::unshare(own) == 0 && ::mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0 &&
           ::mount(folder.c_str(), folder.c_str(), nullptr, MS_BIND, nullptr) == 0 &&
           ::mount("none", folder.c_str(), nullptr, MS_BIND | MS_REMOUNT | MS_RDONLY, nullptr) == 0;
}

[[noreturn]] void become(const std::string& config, const std::string& data, int errors)
{
    ::dup2(errors, STDERR_FILENO);
    ::execl(STARQUEUE_HALL, STARQUEUE_HALL, "--config", config.c_str(), "--data", data.c_str(), "--listen",
            "127.0.0.1:0", nullptr);
    ::_exit(127);
}

} // namespace

bool canMountReadOnly()
{
    const pid_t child = ::fork();
    if (child == 0)
        ::_exit(mountReadOnly("/tmp") ? 0 : 1);
    int status = 1;
    ::waitpid(child, &status, 0);
    return status == 0;
}

HallProcess::HallProcess(const std::filesystem::path& folder, const DiskOfHall& disk,
                         const std::string& settings)
{
    const std::string config = folder / "hall.toml";
    std::ofstream(config) << starqueue::test::withPhonePages(
        settings.empty() ? std::string(starqueue::settings::defaultHall()) : settings);
    std::array<int, 2> pipe{};
    if (::pipe2(pipe.data(), O_CLOEXEC) != 0)
        throw std::runtime_error("no pipe");
    m_pid = ::fork();
    if (m_pid == 0) {
        limitFiles(disk.largestFile);
        if (disk.isReadOnly && !mountReadOnly(folder))
            ::_exit(125);
        become(config, folder, pipe[1]);
    }
    ::close(pipe[1]);
    m_errors = pipe[0];
    m_port = readPort();
}

HallProcess::~HallProcess()
{
    end(SIGTERM);
}

std::string HallProcess::endAndReadLog()
{
    ::kill(m_pid, SIGTERM);
    std::string log = m_log;
    std::array<char, 4096> part{};
    for (ssize_t got = 0; (got = ::read(m_errors, part.data(), part.size())) > 0;)
        log.append(part.data(), static_cast<std::size_t>(got));
    end(SIGTERM);
    return log;
}

void HallProcess::kill()
{
    end(SIGKILL);
}

void HallProcess::end(int signal)
{
    if (m_pid < 0)
        return;
    ::kill(m_pid, signal);
    ::waitpid(std::exchange(m_pid, -1), nullptr, 0);
    ::close(std::exchange(m_errors, -1));
}

/// Its log says "… serves at http://127.0.0.1:PORT".
std::uint16_t HallProcess::readPort()
{
    std::string& log = m_log;
    char c = 0;
    while (::read(m_errors, &c, 1) == 1) {
        log += c;
        const auto at = log.find("serves at http://127.0.0.1:");
        if (c == '\n' && at != std::string::npos)
            return static_cast<std::uint16_t>(std::stoi(log.substr(log.rfind(':') + 1)));
    }
    throw std::runtime_error("starqueue-hall ended: " + log);
}

std::size_t HallProcess::residentKilobytes() const
{
    std::ifstream file("/proc/" + std::to_string(m_pid) + "/statm");
    std::size_t total = 0;
    std::size_t resident = 0;
    file >> total >> resident;
    return resident * static_cast<std::size_t>(::sysconf(_SC_PAGESIZE)) / 1024;
}

bool HallProcess::dumpsCore()
{
    int status = 0;
    ::kill(m_pid, SIGABRT);
    ::waitpid(std::exchange(m_pid, -1), &status, 0);
    ::close(std::exchange(m_errors, -1));
    return WCOREDUMP(status);
}

std::optional<bool> HallProcess::remembers(const std::string& text) const
{
    const std::string process = "/proc/" + std::to_string(m_pid);
    std::ifstream maps(process + "/maps");
    std::ifstream memory(process + "/mem", std::ios::binary);
    if (!maps || !memory)
        return std::nullopt;
    for (std::string line; std::getline(maps, line);) {
        unsigned long from = 0;
        unsigned long to = 0;
        std::array<char, 5> access{};
        if (std::sscanf(line.c_str(), "%lx-%lx %4s", &from, &to, access.data()) != 3 || access[1] != 'w')
            continue;
        std::string bytes(to - from, '\0');
        memory.clear();
        memory.seekg(static_cast<std::streamoff>(from));
        memory.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
        if (bytes.find(text) != std::string::npos)
            return true;
    }
    return false;
}

} // namespace starqueue::hall::test
