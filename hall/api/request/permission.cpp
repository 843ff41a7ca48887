#include <hall/api/request/permission.h>

#include <queue/undo/checks.h>

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
    if (caller.role == Role::Bridge && !caller.reach.hasCounter(counter))
        return tl::unexpected(db::Denied{"This bridge isn't bound to counter " + counter + "."});
    if (caller.role == Role::Clerk && caller.bound != counter)
        return tl::unexpected(
            db::Denied{"This token belongs to counter " + caller.bound + ", not to " + counter + "."});
    return {};
}

tl::expected<void, db::Denied> needOwnKiosk(const Caller& bridge, const std::string& kiosk)
{
    if (bridge.reach.hasKiosk(kiosk))
        return {};
    return tl::unexpected(db::Denied{"This bridge isn't bound to kiosk " + kiosk + "."});
}

tl::expected<void, db::Denied> needOwnDevice(const Caller& bridge, const queue::Device& device)
{
    if (!device.counter.empty())
        if (const auto own = needOwnCounter(bridge, device.counter); !own)
            return own;
    return device.kiosk.empty() ? tl::expected<void, db::Denied>{} : needOwnKiosk(bridge, device.kiosk);
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
    if (!needOwnCounter(caller, id))
        return {};
    queue::Actions may = queue::possible(view.state, counter, caller.actions);
    if (may.has(queue::Action::Undo) &&
        !queue::undoableStep(view.state, counter, view.now)) // unlike others it ends with time alone
        may.remove(queue::Action::Undo);
    return may;
}

} // namespace starqueue::hall
