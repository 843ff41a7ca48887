#include <formats/nearest_name.h>

#include <algorithm>
#include <numeric>
#include <vector>

namespace starqueue::formats {

namespace {

/// Levenshtein: how many bytes are inserted, removed or replaced.
std::size_t distance(std::string_view a, std::string_view b)
{
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 0; i < a.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i + 1;
        for (std::size_t j = 0; j < b.size(); ++j) {
            const std::size_t changed = diagonal + (a[i] == b[j] ? 0 : 1);
            diagonal = row[j + 1];
            row[j + 1] = std::min({changed, row[j] + 1, diagonal + 1});
        }
    }
    return row.back();
}

} // namespace

std::string nearestName(std::string_view written, const std::set<std::string>& known)
{
    const auto nearest = std::ranges::min_element(
        known, {}, [written](const std::string& name) { return distance(written, name); });
    return nearest == known.end() ? std::string{} : *nearest;
}

} // namespace starqueue::formats
