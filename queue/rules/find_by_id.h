#pragma once

#include <algorithm>
#include <cstdint>

namespace starqueue::queue {

/// The thing of that id among `things`, which stand by id; null: none. Ids grow by one from the first of the
/// day on; only what was carried over leaves gaps before.
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
