#pragma once

#include <queue/decide.h>

#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <memory>
#include <string>

namespace starqueue::queue::test {

inline constexpr ServiceIx kAccount{0}; ///< prefix A: counters 1, 2, 3
inline constexpr ServiceIx kPlans{1};   ///< prefix B: counters 1 and 3
inline constexpr ServiceIx kRepair{2};  ///< prefix C: counter 2 alone
inline constexpr CounterIx kFirst{0};   ///< account, plans
inline constexpr CounterIx kSecond{1};  ///< account, repair; prefers repair
inline constexpr CounterIx kStars{2};   ///< account, plans; dedicated to five stars
inline constexpr TierIx kOrdinary{3};   ///< no stars
inline constexpr GroupIx kDisabled{0};  ///< 20 min, like the other groups
inline constexpr GroupIx kElderly{1};

/// Three services, three counters, four tiers: like a small hall's defaults.
[[nodiscard]] Rules smallHall();
/// The small hall's rules with `change` made to them.
[[nodiscard]] std::shared_ptr<const Rules> changed(const std::function<void(Rules&)>& change);

/// A hall in memory: carries out commands at its own clock, which only the test advances.
class Hall
{
public:
    explicit Hall(Rules rules = smallHall());

    /// Decides and applies. Fails the test if a refused command has left events.
    Decision tell(const Command& command);
    /// The same; fails the test if it is refused.
    void must(const Command& command);
    [[nodiscard]] std::optional<RefusalCode> refusalOf(const Command& command);

    TicketId issue(ServiceIx service, int stars = 0, GroupIx statutory = kNoGroup);
    TicketId issueAs(std::uint8_t customer, ServiceIx service);
    TicketId issueAt(const std::string& kiosk, ServiceIx service);
    /// Whom `counter` calls; 0: nobody.
    TicketId next(CounterIx counter);
    /// By clerk 17 at the first counter, 18 at the second …
    void open(CounterIx counter) { must(OpenCounter{counter, std::to_string(17 + counter.value)}); }
    void pass(Millis time) { now += time; }
    /// Calls, starts and finishes whoever is next.
    TicketId serveNext(CounterIx counter, Millis service = Minutes{5});

    [[nodiscard]] const Ticket& ticket(TicketId id) const { return *state.find(id); }
    [[nodiscard]] TicketState stateOf(TicketId id) const { return ticket(id).state; }
    template <class Kind> [[nodiscard]] std::size_t count() const
    {
        return static_cast<std::size_t>(std::ranges::count_if(
            events, [](const Event& event) { return std::holds_alternative<Kind>(event); }));
    }
    /// The last event of that kind; fails the test if there is none.
    template <class Kind> [[nodiscard]] Kind last() const
    {
        const auto latest = std::find_if(events.rbegin(), events.rend(), [](const Event& event) {
            return std::holds_alternative<Kind>(event);
        });
        if (latest != events.rend())
            return std::get<Kind>(*latest);
        ADD_FAILURE() << "no such event";
        return {};
    }

    State state;
    Instant now = Instant{} + Seconds{1'800'000'000};
    Events events; ///< of the whole day
};

inline constexpr Date kToday{std::chrono::year{2026}, std::chrono::month{11}, std::chrono::day{22}};
inline constexpr Date kTomorrow{std::chrono::year{2026}, std::chrono::month{11}, std::chrono::day{23}};

} // namespace starqueue::queue::test
