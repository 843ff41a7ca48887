#pragma once

#include <db/users/password.h>
#include <time/instant.h>

#include <tl/expected.hpp>

#include <functional>
#include <optional>
#include <ostream>
#include <string>
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
    /// A new password or PIN of somebody's; the error says why there is none.
    std::function<tl::expected<std::string, std::string>()> newSecret{};
    db::PasswordCost passwordCost = db::kUsualCost;
    ExitStatus status = ExitStatus::Well; ///< set by the command that ran
    /// A customer's number or code; the error says why there is none.
    std::function<tl::expected<std::string, std::string>()> identity{};

    /// The answer to a question, by whoever sits before the machine; nothing where nobody does.
    std::function<std::optional<std::string>(const std::string& question)> ask{};

    /// Prints `why` as one line and sets the status to Failed.
    void fail(std::string_view why)
    {
        err << "starqueue: " << why << '\n';
        status = ExitStatus::Failed;
    }
};

} // namespace starqueue::cli
