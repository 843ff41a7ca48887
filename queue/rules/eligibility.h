#pragma once

#include <queue/rules/rules.h>

#include <cstdint>
#include <vector>

namespace starqueue::queue {

/// How near a service and tier are to a counter: smaller goes first, before any rank.
struct Closeness
{
    bool notDedicated = false;    ///< the counter is dedicated, but not to this tier
    std::uint16_t preference = 0; ///< index into CounterRule::prefers, or its size

    friend constexpr auto operator<=>(const Closeness&, const Closeness&) = default;
};

/// How near they are; empty if the counter may not serve that service or that tier.
[[nodiscard]] std::optional<Closeness> closenessAt(const Rules& rules, CounterIx counter, ServiceIx service,
                                                   TierIx tier);

/// Whether some counter is dedicated to customers of that tier.
[[nodiscard]] bool hasDedicated(const Rules& rules, TierIx tier);

/// Bit sets of which counters may serve whom and which are open: every issue asks about all lanes. A value.
class Eligibility
{
public:
    /// Takes `rules`; every counter is closed.
    void arrange(const Rules& rules);
    void setOpen(CounterIx counter, bool open);

    [[nodiscard]] bool mayServe(CounterIx counter, ServiceIx service, TierIx tier) const;
    [[nodiscard]] bool hasOpen(ServiceIx service, TierIx tier) const;
    /// Whether some counter may serve both: an open one, or any if `openOnly` is false.
    [[nodiscard]] bool meet(ServiceIx service, TierIx tier, ServiceIx otherService, TierIx otherTier,
                            bool openOnly) const;

    friend bool operator==(const Eligibility&, const Eligibility&) = default;

private:
    using BitBlock = std::uint64_t;

    [[nodiscard]] const BitBlock* rowOf(ServiceIx service, TierIx tier) const
    {
        return m_rows.data() + (service.value * m_tiers + tier.value) * m_blocks;
    }

    std::size_t m_tiers = 0;
    std::size_t m_blocks = 0;     ///< blocks a row, of 64 counters each
    std::vector<BitBlock> m_rows; ///< by service and tier: the counters that may serve them
    std::vector<BitBlock> m_open;
};

} // namespace starqueue::queue
