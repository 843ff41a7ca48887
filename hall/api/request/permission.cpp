#include <hall/api/request/permission.h>

#include <algorithm>
#include <chrono>

namespace starqueue::hall {

namespace {

constexpr auto kOwnTicketTime = std::chrono::minutes(5);

bool mayTakeBack(const Caller& caller, const db::View& view, const queue::Ticket& ticket)
{
    if (!caller.actions.has(queue::Action::Unpark))
        return false;
    const auto own = queue::findCounter(*view.state.rules, caller.bound);
    return own && queue::mayUnpark(view.state, *own, ticket.id);
}

} // namespace

tl::expected<void, db::Denied> needOwn(const Caller& caller, const db::View& view,
                                       const queue::Ticket& ticket)
{
    if (caller.role == Role::Kiosk &&
        (view.state.kioskOf(ticket) != caller.bound || view.now - ticket.issued > kOwnTicketTime))
        return tl::unexpected(db::Denied{"A kiosk may change its own tickets only, for 5 minutes."});
    if (caller.role == Role::Clerk &&
        (ticket.counter == queue::kNoCounter ||
         view.state.rules->counters.at(ticket.counter.value).id != caller.bound))
        return tl::unexpected(db::Denied{"A clerk may change tickets of the own counter only."});
    return {};
}

tl::expected<void, db::Denied> needOwnCounter(const Caller& caller, const std::string& counter)
{
    if (caller.role != Role::Clerk || caller.bound == counter)
        return {};
    return tl::unexpected(
        db::Denied{"This token belongs to counter " + caller.bound + ", not to " + counter + "."});
}

tl::expected<void, db::Denied> needKeypad(const Caller& caller, const queue::State& state,
                                          const std::string& counter)
{
    const auto isThere = [&](const auto& entry) {
        const queue::Device& device = entry.second;
        return device.kind == queue::DeviceKind::Keypad && device.bridge == caller.token &&
               device.counter == counter;
    };
    if (caller.role != Role::Bridge || std::ranges::any_of(state.devices, isThere))
        return {};
    return tl::unexpected(db::Denied{"This bridge has no keypad at counter " + counter + "."});
}

queue::Actions mayDo(const Caller& caller, const db::View& view, const queue::Ticket& ticket)
{
    queue::Actions may;
    if (needOwn(caller, view, ticket))
        may = queue::possible(view.state, ticket.id, caller.actions);
    if (mayTakeBack(caller, view, ticket))
        may.add(queue::Action::Unpark);
    return may;
}

queue::Actions mayDo(const Caller& caller, const db::View& view, queue::CounterIx counter)
{
    const std::string& id = view.state.rules->counters.at(counter.value).id;
    if (!needOwnCounter(caller, id) || !needKeypad(caller, view.state, id))
        return {};
    return queue::possible(view.state, counter, caller.actions);
}

} // namespace starqueue::hall
