#pragma once

#include <queue/schema/words.h>

#include <time/instant.h>

namespace starqueue::hall {

using queue::shownWord;
using queue::word;

/// A duration for fields named …Seconds.
[[nodiscard]] constexpr double seconds(Millis span)
{
    return static_cast<double>(span.count()) / 1000.0;
}

} // namespace starqueue::hall
