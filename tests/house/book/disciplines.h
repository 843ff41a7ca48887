#pragma once

#include <house/book/book.h>

#include <cstddef>
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <vector>

namespace starqueue::house {

/// A span of the rules as they stand in the journal, in ms: they are in seconds, null is never.
[[nodiscard]] std::int64_t spanIn(const nlohmann::json& rule, const char* field);

/// The place of the tier that takes the visit: the first that it reaches. A duplicate has no stars.
[[nodiscard]] std::size_t tierOf(const nlohmann::json& rules, const Visit& visit);

/// The place of the tier as which the visit counts where tiers are compared: a statutory priority counts as
/// the lowest tier that has as large a head start, or as the highest.
[[nodiscard]] std::size_t standingOf(const nlohmann::json& rules, const Visit& visit);

/// The share of calls that each tier is behind under "weighted": at each call in turn those of whom somebody
/// could have been called instead gain their weights, and the one that is called pays for all.
class TierShares
{
public:
    void clear() { *this = {}; }
    /// `counter` calls somebody of `called`, and `rivals` (with `called`) could have been called.
    void pay(const nlohmann::json& rules, const std::string& counter, const std::set<std::size_t>& rivals,
             std::size_t called);
    /// It calls somebody for whom no tier pays.
    void callFreely(const std::string& counter) { m_paid[counter].clear(); }
    /// Its last call is taken back.
    void takeBack(const std::string& counter);
    [[nodiscard]] double of(std::size_t tier) const;

private:
    std::map<std::size_t, double> m_shares;
    std::map<std::string, std::map<std::size_t, double>> m_paid; ///< by its last call, by counter
};

/// The least is called first, where nothing but the discipline decides; among equals the one who came first
/// to the hall.
using Rank = std::tuple<double, double, double>;
[[nodiscard]] Rank rankOf(const nlohmann::json& rules, const Visit& visit, std::int64_t now,
                          const TierShares& shares);

} // namespace starqueue::house
