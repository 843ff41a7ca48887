#pragma once

#include <queue/schema/words.h>
#include <queue/state/state.h>

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <string_view>
#include <vector>

namespace starqueue::queue {

/// What somebody may do with a counter or a ticket. Order: counter actions first, then ticket actions.
enum class Action : std::uint8_t {
    Next,
    Call, ///< by number
    Recall,
    Start,
    Finish,
    NoShow,
    Park,
    Unpark,
    Transfer,
    Verify,
    Handover,
    Help,
    Undo,
    Open,
    Close,
    Pause,
    Resume,
    Profile,
    Services,
    WalkIn,
    Cancel,
    Requeue,
    Move,
    Identify,
    Statutory,
    Reprint,
    Postpone
};

/// The last part of the path of the API's command.
consteval auto spelling(Action)
{
    return spelled<Action>(
        {{Action::Next, "next"},           {Action::Call, "call"},         {Action::Recall, "recall"},
         {Action::Start, "start"},         {Action::Finish, "finish"},     {Action::NoShow, "no-show"},
         {Action::Park, "park"},           {Action::Unpark, "unpark"},     {Action::Transfer, "transfer"},
         {Action::Verify, "verify"},       {Action::Handover, "handover"}, {Action::Help, "help"},
         {Action::Undo, "undo"},           {Action::Open, "open"},         {Action::Close, "close"},
         {Action::Pause, "pause"},         {Action::Resume, "resume"},     {Action::Profile, "profile"},
         {Action::Services, "services"},   {Action::WalkIn, "walk-in"},    {Action::Cancel, "cancel"},
         {Action::Requeue, "requeue"},     {Action::Move, "move"},         {Action::Identify, "identify"},
         {Action::Statutory, "statutory"}, {Action::Reprint, "reprint"},   {Action::Postpone, "postpone"}});
}

/// How many actions there are: their values count from 0.
inline constexpr std::size_t kActions = kWords<Action>.size();

/// A set of actions, in the order of the enum. A value of a few bytes.
class Actions
{
public:
    constexpr Actions() = default;
    constexpr Actions(std::initializer_list<Action> actions)
    {
        for (const Action action : actions)
            add(action);
    }
    [[nodiscard]] static constexpr Actions all()
    {
        Actions all;
        all.m_bits = (std::uint32_t{1} << kActions) - 1;
        return all;
    }

    constexpr void add(Action action) { m_bits |= bit(action); }
    constexpr void remove(Action action) { m_bits &= ~bit(action); }
    [[nodiscard]] constexpr bool has(Action action) const { return (m_bits & bit(action)) != 0; }
    template <class Visitor> constexpr void forEach(Visitor visit) const
    {
        for (std::size_t i = 0; i < kActions; ++i)
            if (has(static_cast<Action>(i)))
                visit(static_cast<Action>(i));
    }

    friend constexpr bool operator==(const Actions&, const Actions&) = default;

private:
    static_assert(kActions < 32);
    static constexpr std::uint32_t bit(Action action) { return 1U << static_cast<unsigned>(action); }

    std::uint32_t m_bits = 0;
};

// An action is possible if and only if decide() accepts its command for at least one value of its arguments:
// some reason, some other service, somebody to call. Both make the same checks. The time doesn't matter:
// `next` is possible at a free counter though nobody waits, since a guard or a delayed help makes somebody
// callable by time alone; CallNext is then refused with NobodyWaits. Pure, any thread; costs nothing that
// grows with the day.

/// Those of `among` that are possible at the counter.
[[nodiscard]] Actions possible(const State& state, CounterIx counter, Actions among = Actions::all());
/// Those of `among` that are possible with the ticket; without Unpark, which depends on the counter.
[[nodiscard]] Actions possible(const State& state, TicketId ticket, Actions among = Actions::all());

/// Whether customers who are inside may be moved or transferred to the service, those of others. Opening
/// hours and limits are for who comes: a service that gives no more numbers may still take them.
[[nodiscard]] bool takesTransfers(const State& state, ServiceIx service);
/// Whether the counter may call back this parked ticket now.
[[nodiscard]] bool mayUnpark(const State& state, CounterIx counter, TicketId ticket);
/// The parked tickets that the counter may call back once it is free, by id.
[[nodiscard]] std::vector<const Ticket*> parkedFor(const State& state, CounterIx counter);

} // namespace starqueue::queue
