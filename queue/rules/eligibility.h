#pragma once

#include <queue/rules/rules.h>

#include <cstdint>
#include <vector>

namespace starqueue::queue {

/// How near a service and tier are to a counter's heart: smaller goes first, before any rank.
struct Closeness
{
    bool other = false;           ///< the counter is dedicated, and not to these
    std::uint16_t preference = 0; ///< place in CounterRule::prefers, or its size

    friend constexpr auto operator<=>(const Closeness&, const Closeness&) = default;
};

/// Empty: the counter may not serve that service, or not that tier.
[[nodiscard]] std::optional<Closeness> closenessAt(const Rules& rules, CounterIx counter, ServiceIx service,
                                                   TierIx tier);

/// Which counters may serve whom, and which of them are open, as one bit each: what is asked about all
/// lanes at every issue. A value.
class Eligibility
{
public:
    /// From `rules`; every counter is closed.
    void arrange(const Rules& rules);
    void setOpen(CounterIx counter, bool open);

    [[nodiscard]] bool mayServe(CounterIx counter, ServiceIx service, TierIx tier) const;
    [[nodiscard]] bool hasOpen(ServiceIx service, TierIx tier) const;
    /// A counter may serve both: an open one, or any where `openOnly` is false.
    [[nodiscard]] bool meet(ServiceIx service, TierIx tier, ServiceIx otherService, TierIx otherTier,
                            bool openOnly) const;

    friend bool operator==(const Eligibility&, const Eligibility&) = default;

private:
    using Word = std::uint64_t;

    [[nodiscard]] const Word* rowOf(ServiceIx service, TierIx tier) const
    {
        return m_rows.data() + (service.value * m_tiers + tier.value) * m_words;
    }

    std::size_t m_tiers = 0;
    std::size_t m_words = 0;  ///< of a row: 64 counters each
    std::vector<Word> m_rows; ///< by service and tier: who may serve them
    std::vector<Word> m_open;
};

} // namespace starqueue::queue
