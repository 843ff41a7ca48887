#pragma once

#include <string>
#include <vector>

namespace starqueue::hall::test {

/// How a program's run ended.
struct ProgramEnd
{
    int status = 0;     ///< its exit status; -1: it was killed
    long calls = 0;     ///< how often it had entered the kernel
    std::string said{}; ///< what it wrote to both outputs
};

/// Runs the program and kills it when it enters the kernel for the `killAt`th time; 0: never.
[[nodiscard]] ProgramEnd runProgram(const std::vector<std::string>& line, long killAt = 0);

} // namespace starqueue::hall::test
