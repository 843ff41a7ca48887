#pragma once

#include <queue/recording/trace.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

namespace starqueue::queue::test {

/// Where the bank's trace lies: $STARQUEUE_TRACE, or beside the checkout. It isn't part of the project.
inline std::filesystem::path bankTrace()
{
    if (const char* const named = std::getenv("STARQUEUE_TRACE"))
        return named;
    return std::filesystem::path{STARQUEUE_SOURCE_DIR} / "../shared/data/anonbank_january.txt";
}

/// Its lines with the heading; none where it is absent.
inline std::vector<std::string> bankLines()
{
    std::vector<std::string> lines;
    std::ifstream in(bankTrace(), std::ios::binary);
    for (std::string line; std::getline(in, line);)
        lines.push_back(line);
    return lines;
}

} // namespace starqueue::queue::test

/// Ends a test that can't be made without the trace.
#define STARQUEUE_NEED_BANK_TRACE(lines)                                                                     \
    if ((lines).empty())                                                                                     \
    GTEST_SKIP() << "no trace at " << starqueue::queue::test::bankTrace()                                    \
                 << ": set STARQUEUE_TRACE to the bank's January trace"
