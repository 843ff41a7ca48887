#pragma once

#include <db/codec_names.h>

#include <string_view>

namespace starqueue::hall {

/// The API's word for a value of the rules' enums; the journal uses the same.
template <class Enum> [[nodiscard]] constexpr std::string_view word(Enum value)
{
    return db::kNames<Enum>.at(static_cast<std::size_t>(value));
}

} // namespace starqueue::hall
