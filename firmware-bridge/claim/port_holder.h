#pragma once

#include <optional>
#include <string>

#include <sys/stat.h>
#include <sys/types.h>

namespace starqueue::claim {

/// A program that has a port.
struct PortHolder
{
    pid_t pid = 0;
    std::string name; ///< as `ps` shows it

    bool operator==(const PortHolder&) const = default;
};

/// Who has locked the device file (seen of every user's programs); else who else has it open (seen of this
/// user's, as root of all). `file` is its fstat(). Empty where nobody can be seen.
[[nodiscard]] std::optional<PortHolder> holderOf(const struct stat& file);

/// "picocom (4711)"; empty for nobody.
[[nodiscard]] std::string toText(const std::optional<PortHolder>& holder);

} // namespace starqueue::claim
