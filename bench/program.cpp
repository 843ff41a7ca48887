#include <bench/program.h>

#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <fstream>
#include <stdexcept>
#include <utility>

#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

namespace starqueue::bench {

namespace fs = std::filesystem;

namespace {

constexpr double kMega = 1e6;
constexpr int kNotStarted = 127;

[[noreturn]] void become(const std::vector<char*>& argv, int log)
{
    ::prctl(PR_SET_PDEATHSIG, SIGTERM);
    ::dup2(log, STDOUT_FILENO);
    ::dup2(log, STDERR_FILENO);
    ::execv(argv[0], argv.data());
    ::_exit(kNotStarted);
}

std::string baseDir()
{
    const char* wanted = std::getenv("STARQUEUE_BENCH_DIR");
    return wanted ? wanted : fs::temp_directory_path().string();
}

} // namespace

fs::path programsDir()
{
    if (const char* wanted = std::getenv("STARQUEUE_BIN"))
        return wanted;
    return fs::read_symlink("/proc/self/exe").parent_path();
}

Program::Program(const std::string& name, const std::vector<std::string>& arguments, const fs::path& log)
{
    const fs::path program = programsDir() / name;
    if (!fs::exists(program))
        throw std::runtime_error(program.string() +
                                 " is not there: build it, or name its folder in STARQUEUE_BIN");
    std::vector<std::string> words{program.string()};
    words.insert(words.end(), arguments.begin(), arguments.end());
    std::vector<char*> argv;
    for (std::string& word : words)
        argv.push_back(word.data());
    argv.push_back(nullptr);
    const int out = ::open(log.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    m_pid = ::fork();
    if (m_pid == 0)
        become(argv, out);
    ::close(out);
    if (m_pid < 0)
        throw std::runtime_error("can't start " + program.string());
}

Program::~Program()
{
    end();
}

Program::Program(Program&& other) noexcept : m_pid(std::exchange(other.m_pid, -1)) {}

Program& Program::operator=(Program&& other) noexcept
{
    std::swap(m_pid, other.m_pid);
    return *this;
}

int Program::wait()
{
    int status = 0;
    if (m_pid > 0)
        while (::waitpid(m_pid, &status, 0) < 0 && errno == EINTR) {
        }
    m_pid = -1;
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

void Program::end()
{
    if (m_pid <= 0)
        return;
    ::kill(m_pid, SIGTERM);
    wait();
}

double Program::residentMB() const
{
    std::ifstream in("/proc/" + std::to_string(m_pid) + "/statm");
    double pages = 0;
    double resident = 0;
    in >> pages >> resident;
    return resident * static_cast<double>(::sysconf(_SC_PAGESIZE)) / kMega;
}

// proc(5): utime and stime are fields 14 and 15; field 2 is in brackets and may contain anything.
double Program::cpuSeconds() const
{
    std::ifstream in("/proc/" + std::to_string(m_pid) + "/stat");
    std::string skipped;
    std::getline(in, skipped, ')');
    for (int field = 3; field < 14; ++field)
        in >> skipped;
    double user = 0;
    double system = 0;
    in >> user >> system;
    return (user + system) / static_cast<double>(::sysconf(_SC_CLK_TCK));
}

ScratchDir::ScratchDir()
{
    std::string name = baseDir() + "/starqueue-bench-XXXXXX";
    if (!::mkdtemp(name.data()))
        throw std::runtime_error("no directory can be made below " + baseDir());
    m_path = name;
}

ScratchDir::~ScratchDir()
{
    std::error_code ignored;
    fs::remove_all(m_path, ignored);
}

} // namespace starqueue::bench
