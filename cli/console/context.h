#pragma once

#include <time/instant.h>

#include <functional>
#include <ostream>
#include <string_view>

namespace starqueue::cli {

/// How a command ended, as scripts see it.
enum class ExitStatus { Well = 0, Failed = 1, WrongUse = 2 };

/// What a command has around it. Answers go to `out`, complaints to `err`.
struct Context
{
    std::ostream& out;
    std::ostream& err;
    std::function<Instant()> now;
    ExitStatus status = ExitStatus::Well; ///< set by the command that ran

    /// Says why the command failed, in one line.
    void fail(std::string_view why)
    {
        err << "starqueue: " << why << '\n';
        status = ExitStatus::Failed;
    }
};

} // namespace starqueue::cli
