#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace starqueue::cli::test {

/// A figure that is known, and half its 95 % interval: 0 for a formula's.
struct KnownFigure
{
    std::string configuration;
    std::size_t tier; ///< from 0, highest first
    std::string name; ///< as in the JSON: mean, p90, p95
    double value;
    double halfWidth;
};

/// Of queueing.csv: the formula's value where there is one.
[[nodiscard]] std::vector<KnownFigure> knownFigures(const std::string& csv);

/// The scenario with another length.
[[nodiscard]] std::string withLength(std::string scenario, const std::string& customers,
                                     const std::string& warmUp);
/// `text` with what stands after "key = " on its line changed.
[[nodiscard]] std::string withValue(std::string text, const std::string& key, const std::string& value);

} // namespace starqueue::cli::test
