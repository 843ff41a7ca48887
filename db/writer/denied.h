#pragma once

#include <string>

namespace starqueue::db {

/// Who asks may not do this, for a reason that the rules know nothing of: it isn't their ticket or counter.
struct Denied
{
    std::string detail; ///< a sentence for people
};

} // namespace starqueue::db
