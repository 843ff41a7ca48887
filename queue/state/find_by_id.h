#pragma once

#include <algorithm>
#include <cstdint>

namespace starqueue::queue {

/// Finds the element with that id in `things`, sorted by id; null: none. Ids are consecutive, except for gaps
/// among those carried over.
template <class Things> auto findById(const Things& things, auto id) -> const typename Things::value_type*
{
    using Thing = typename Things::value_type;
    if (things.empty() || id.value > things.back().id.value)
        return nullptr;
    const std::uint64_t fromBack = things.back().id.value - id.value;
    if (fromBack < things.size()) {
        const Thing& guess = things[things.size() - 1 - fromBack];
        if (guess.id == id)
            return &guess;
    }
    const auto found = std::ranges::lower_bound(things, id, {}, &Thing::id);
    return found != things.end() && found->id == id ? &*found : nullptr;
}

} // namespace starqueue::queue
