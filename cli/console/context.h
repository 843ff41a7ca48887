#pragma once

#include <time/instant.h>

#include <functional>
#include <ostream>
#include <string_view>

namespace starqueue::cli {

/// Exit codes.
enum class ExitStatus { Well = 0, Failed = 1, WrongUse = 2 };

/// The environment of a command: results go to `out`, errors to `err`.
struct Context
{
    std::ostream& out;
    std::ostream& err;
    std::function<Instant()> now;
    ExitStatus status = ExitStatus::Well; ///< set by the command that ran

    /// Prints `why` as one line and sets the status to Failed.
    void fail(std::string_view why)
    {
        err << "starqueue: " << why << '\n';
        status = ExitStatus::Failed;
    }
};

} // namespace starqueue::cli
