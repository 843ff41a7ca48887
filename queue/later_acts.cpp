#include <queue/later_acts.h>

#include <queue/event_naming.h>

#include <algorithm>
#include <type_traits>
#include <variant>

namespace starqueue::queue {

namespace {

/// Events that don't depend on which day is open: taking an opening back leaves them as they are.
template <class E>
constexpr bool kIsOfAnyDay =
    kIsOneOf<E, DeviceChanged, DeviceTestRequested, DeviceTested, DeviceAsked, MessageChanged, ClockStepped,
             ClockDoubted, PromisesCalibrated, HallRestored, RatingArmed, RatingFailed, TicketRated,
             TicketRatedLate, RatingExplained, RatingExpired, CaseOpened, HallActUndone, DayOpened,
             SlipCreated>;

/// These need the day to be closed. DayOpened says so itself.
template <class E> constexpr bool kStandsOnTheClose = kIsOneOf<E, DayCorrected, RulesSet, CounterOpened>;

template <class E> bool concernsService(const E& event, ServiceIx service)
{
    if constexpr (std::is_same_v<E, TicketIssued>)
        return event.ticket.service == service;
    else if constexpr (kIsOneOf<E, TicketTransferred, ServiceOpened, ServiceClosed>)
        return event.service == service;
    else
        return false;
}

template <class E> bool dependsOn(const HallAct& act, const E& event)
{
    switch (act.kind) {
    case HallActKind::DayOpened:
        return !kIsOfAnyDay<E>;
    case HallActKind::DayClosed:
        return kStandsOnTheClose<E>;
    case HallActKind::ServiceOpened:
        return concernsService(event, act.service);
    case HallActKind::ServiceClosed:
        return kIsOneOf<E, ServiceOpened, ServiceClosed> && concernsService(event, act.service);
    case HallActKind::CounterServices:
        if constexpr (std::is_same_v<E, CounterServicesSet>)
            return event.counter == act.former.counter;
        return false;
    case HallActKind::MessageChanged:
        if constexpr (std::is_same_v<E, MessageChanged>)
            return event.id == act.formerMessage.first;
        return false;
    }
    return false;
}

} // namespace

void noteDependence(State& state, const Event& event, Instant at)
{
    std::erase_if(state.acts, [&](const HallAct& act) { return at - act.at > kUndoTime; });
    for (HallAct& act : state.acts) {
        if (!act.later.empty())
            continue;
        std::visit(
            [&](const auto& one) {
                if (dependsOn(act, one))
                    act.later = named(state, one);
            },
            event);
    }
}

} // namespace starqueue::queue
