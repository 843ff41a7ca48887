#include <hall/drill/killed_program.h>

#include <sys/ptrace.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <stdexcept>

namespace starqueue::hall::test {

namespace {

[[noreturn]] void become(const std::vector<std::string>& line, int out)
{
    std::vector<char*> arguments;
    for (const std::string& word : line)
        arguments.push_back(const_cast<char*>(word.c_str()));
    arguments.push_back(nullptr);
    ::dup2(out, STDOUT_FILENO);
    ::dup2(out, STDERR_FILENO);
    ::ptrace(PTRACE_TRACEME, 0, nullptr, nullptr);
    ::execv(arguments.front(), arguments.data());
    ::_exit(127);
}

/// Lets the stopped program go on to its next call's begin or end.
bool goOn(pid_t program, int& status)
{
    const int passed =
        WSTOPSIG(status) == SIGTRAP || WSTOPSIG(status) == (SIGTRAP | 0x80) ? 0 : WSTOPSIG(status);
    ::ptrace(PTRACE_SYSCALL, program, nullptr, passed);
    return ::waitpid(program, &status, 0) == program && WIFSTOPPED(status);
}

std::string wholeOf(std::FILE* file)
{
    std::string text;
    std::rewind(file);
    for (int c = std::fgetc(file); c != EOF; c = std::fgetc(file))
        text += static_cast<char>(c);
    return text;
}

} // namespace

ProgramEnd runProgram(const std::vector<std::string>& line, long killAt)
{
    std::FILE* const out = std::tmpfile();
    if (out == nullptr)
        throw std::runtime_error("no temporary file");
    const pid_t program = ::fork();
    if (program == 0)
        become(line, ::fileno(out));
    int status = 0;
    ::waitpid(program, &status, 0);
    ::ptrace(PTRACE_SETOPTIONS, program, nullptr, PTRACE_O_TRACESYSGOOD | PTRACE_O_EXITKILL);
    ProgramEnd end;
    bool isEntry = false;
    while (WIFSTOPPED(status) && goOn(program, status)) {
        if (WSTOPSIG(status) != (SIGTRAP | 0x80))
            continue;
        isEntry = !isEntry;
        end.calls += isEntry ? 1 : 0;
        if (killAt != 0 && end.calls == killAt) {
            ::kill(program, SIGKILL);
            ::waitpid(program, &status, 0);
            break;
        }
    }
    end.status = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    end.said = wholeOf(out);
    std::fclose(out);
    return end;
}

} // namespace starqueue::hall::test
