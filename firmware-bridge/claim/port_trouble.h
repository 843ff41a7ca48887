#pragma once

#include <string>

namespace starqueue::claim {

/// Why a port can't be opened.
struct PortTrouble
{
    enum class Kind {
        Missing,      ///< nothing is there, or something that is no device; a typo, or never plugged in
        Unplugged,    ///< was open before and isn't there any more
        NoPermission, ///< `detail`: the group that may
        InUse,        ///< `detail`: by whom, "picocom (4711)"; empty where that can't be seen
        Failed,       ///< `detail`: the system's words
    };

    Kind kind = Kind::Missing;
    std::string detail{};

    bool operator==(const PortTrouble&) const = default;
};

/// In English, without the port's name: "is in use by picocom (4711)".
[[nodiscard]] std::string toText(const PortTrouble& trouble);

} // namespace starqueue::claim
