#pragma once

#include <queue/calls/events.h>
#include <queue/counters/events.h>
#include <queue/day/events.h>
#include <queue/devices/events.h>
#include <queue/model/event_list.h>
#include <queue/printing/events.h>
#include <queue/rating/events.h>
#include <queue/service/events.h>
#include <queue/tickets/events.h>
#include <queue/undo/events.h>

#include <variant>
#include <vector>

namespace starqueue::queue {

/// What has happened, in the past tense. apply() alone changes a State, from an event and its instant. The
/// order of this list has no meaning here.
using Event =
    std::variant<TicketIssued, TicketCalled, TicketRecalled, ServiceStarted, ServiceFinished, TicketNoShow,
                 TicketRequeued, TicketParked, TicketUnparked, TicketTransferred, TicketCancelled,
                 TicketUnserved, TicketVerified, TicketIdentified, StatutoryGranted, CounterOpened,
                 CounterClosed, CounterPaused, CounterResumed, CounterHandedOver, HelpAsked, ServiceOpened,
                 ServiceClosed, PrintJobCreated, PrintJobTaken, PrintJobEnded, RatingInvited, RatingArmed,
                 RatingFailed, TicketRated, RatingExpired, CaseOpened, DeviceChanged, DeviceTestRequested,
                 MessageChanged, RulesSet, ClockStepped, ClockDoubted, DayCorrected, FairnessViolated,
                 NumberDoubled, HallActUndone, PromisesCalibrated, DayOpened, DayClosed, TicketServedByHand,
                 HallRestored, CounterServicesSet, TicketPostponed, TicketReturned, TicketRatedLate,
                 StepUndone, PrintJobPaper, DeviceTested, DeviceAsked, RatingExplained, SlipCreated>;

/// Events in the order in which they happened. A type of its own, so that others can declare it.
struct Events : std::vector<Event>
{
    using std::vector<Event>::vector;
};

} // namespace starqueue::queue
