#pragma once

#include <cstdint>
#include <string>

namespace starqueue::db {

/// Who asks may not do this, for a reason that the rules know nothing of: it isn't their ticket or counter,
/// they ask too often, or their PIN is wrong.
struct Denied
{
    enum class Why : std::uint8_t { NotTheirs, TooOften, WrongPin };

    std::string detail; ///< a sentence for people
    Why why = Why::NotTheirs;
};

} // namespace starqueue::db
