#pragma once

#include <queue/schema/words.h>

#include <time/instant.h>

namespace starqueue::hall {

using queue::shownWord;
using queue::word;

/// A span as the API's fields named …Seconds have it.
[[nodiscard]] constexpr double seconds(Millis span)
{
    return static_cast<double>(span.count()) / 1000.0;
}

} // namespace starqueue::hall
