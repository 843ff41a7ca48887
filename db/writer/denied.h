#pragma once

#include <cstdint>
#include <string>

namespace starqueue::db {

/// Who asks may not do this, for a reason that the rules know nothing of: it isn't their ticket or counter,
/// or they ask too often.
struct Denied
{
    enum class Why : std::uint8_t { NotTheirs, TooOften };

    std::string detail; ///< a sentence for people
    Why why = Why::NotTheirs;
};

} // namespace starqueue::db
