#include <hall/api/devices/device_budget.h>

namespace starqueue::hall {

namespace {

// The buckets' sizes and one day's refill are 1.9 MB together.
constexpr int kBurstBytes = 320 * 1024;
constexpr std::chrono::hours kBurstRefill{6};
constexpr int kCalmBytes = 128 * 1024;
constexpr std::chrono::hours kCalmRefill{24};

/// What a line of the journal takes in the database beside what the bridge says, as measured.
constexpr std::size_t kBytesOfALine = 256;

} // namespace

DeviceBudget::DeviceBudget(const Throttle::Clock& clock)
    : m_ofAll(kBurstBytes, kBurstRefill, clock), m_ofCalm(kCalmBytes, kCalmRefill, clock)
{}

bool DeviceBudget::allow(const queue::Device& change, bool wasCalm)
{
    const auto cost =
        static_cast<double>(kBytesOfALine + change.id.size() + change.fault.size() + change.kiosk.size() +
                            change.counter.size() + change.details.size());
    return m_ofAll.allow(change.bridge, cost) || (wasCalm && m_ofCalm.allow(change.bridge, cost));
}

} // namespace starqueue::hall
