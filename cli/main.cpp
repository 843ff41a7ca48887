#include <cli/console/secret_input.h>
#include <cli/program.h>
#include <memory/own_memory.h>

#include <cerrno>
#include <csignal>
#include <cstring>
#include <iostream>

int main(int count, char** values)
{
    using namespace starqueue;
    std::signal(SIGXFSZ, SIG_IGN); // a file that may not grow is told like a full disk
    if (!memory::keepMemoryToItself())
        std::cerr << "starqueue: core dumps may hold passwords: " << std::strerror(errno) << '\n';
    cli::Context context{std::cout, std::cerr,
                         [] { return std::chrono::floor<Millis>(std::chrono::system_clock::now()); },
                         cli::readNewSecret};
    context.identity = cli::readIdentity;
    context.ask = cli::readAnswer;
    return static_cast<int>(cli::run({values + 1, values + count}, context));
}
