#pragma once

#include <db/codec/codec_names.h>

#include <time/instant.h>

#include <string_view>

namespace starqueue::hall {

/// The API's word for a value of the rules' enums; the journal uses the same.
template <class Enum> [[nodiscard]] constexpr std::string_view word(Enum value)
{
    return db::kNames<Enum>.at(static_cast<std::size_t>(value));
}

/// A span as the API's fields named …Seconds have it.
[[nodiscard]] constexpr double seconds(Millis span)
{
    return static_cast<double>(span.count()) / 1000.0;
}

} // namespace starqueue::hall
