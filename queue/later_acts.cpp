#include <queue/later_acts.h>

#include <queue/event_naming.h>

#include <algorithm>
#include <string>
#include <string_view>
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

std::string keyOf(std::string_view name, const std::string& subject)
{
    return std::string(name) + ' ' + subject;
}

/// "service_closed account"; of an act on the whole hall, the same as keyOf() that act.
template <class E> std::string keyOf(const State& state, const E& event)
{
    if constexpr (kIsOneOf<E, ServiceOpened, ServiceClosed>)
        return keyOf(E::kName, state.rules->services.at(event.service.value).id);
    else if constexpr (std::is_same_v<E, CounterServicesSet>)
        return keyOf(E::kName, state.rules->counters.at(event.counter.value).id);
    else if constexpr (std::is_same_v<E, MessageChanged>)
        return keyOf(E::kName, event.id);
    else
        return keyOf(E::kName, {});
}

/// Nothing depends any more on what was taken back, nor on the line by which it was.
void forgetDependence(State& state, const HallActUndone& event, Instant at)
{
    for (HallAct& act : state.acts) {
        act.later.forget(event.of, keyOf(word(event.act), event.subject));
        act.later.forget(at, keyOf(word(reverseOf(event.act)), event.subject));
    }
}

} // namespace

void noteDependence(State& state, const Event& event, Instant at)
{
    std::erase_if(state.acts, [&](const HallAct& act) { return at - act.at > kUndoTime; });
    if (const auto* const undone = std::get_if<HallActUndone>(&event))
        forgetDependence(state, *undone, at);
    for (HallAct& act : state.acts) {
        std::visit(
            [&](const auto& one) {
                if (dependsOn(act, one))
                    act.later.note(at, keyOf(state, one), named(state, one));
            },
            event);
    }
}

} // namespace starqueue::queue
