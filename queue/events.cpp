#include <queue/events.h>

#include <utility>

namespace starqueue::queue {

template <class E> void add(Events& events, E event)
{
    events.emplace_back(std::move(event));
}

template void add(Events&, TicketIssued);
template void add(Events&, TicketCalled);
template void add(Events&, TicketRecalled);
template void add(Events&, ServiceStarted);
template void add(Events&, ServiceFinished);
template void add(Events&, TicketNoShow);
template void add(Events&, TicketRequeued);
template void add(Events&, TicketParked);
template void add(Events&, TicketUnparked);
template void add(Events&, TicketTransferred);
template void add(Events&, TicketCancelled);
template void add(Events&, TicketUnserved);
template void add(Events&, TicketVerified);
template void add(Events&, TicketIdentified);
template void add(Events&, StatutoryGranted);
template void add(Events&, CounterOpened);
template void add(Events&, CounterClosed);
template void add(Events&, CounterPaused);
template void add(Events&, CounterResumed);
template void add(Events&, CounterHandedOver);
template void add(Events&, HelpAsked);
template void add(Events&, ServiceOpened);
template void add(Events&, ServiceClosed);
template void add(Events&, PrintJobCreated);
template void add(Events&, PrintJobTaken);
template void add(Events&, PrintJobEnded);
template void add(Events&, RatingInvited);
template void add(Events&, RatingArmed);
template void add(Events&, RatingFailed);
template void add(Events&, TicketRated);
template void add(Events&, RatingExpired);
template void add(Events&, CaseOpened);
template void add(Events&, DeviceChanged);
template void add(Events&, DeviceTestRequested);
template void add(Events&, MessageChanged);
template void add(Events&, RulesSet);
template void add(Events&, ClockStepped);
template void add(Events&, ClockDoubted);
template void add(Events&, DayCorrected);
template void add(Events&, FairnessViolated);
template void add(Events&, PromisesCalibrated);
template void add(Events&, DayOpened);
template void add(Events&, NumberDoubled);
template void add(Events&, HallActUndone);
template void add(Events&, HallRestored);
template void add(Events&, DayClosed);
template void add(Events&, TicketServedByHand);
template void add(Events&, CounterServicesSet);
template void add(Events&, TicketPostponed);
template void add(Events&, TicketReturned);
template void add(Events&, TicketRatedLate);
template void add(Events&, RatingExplained);
template void add(Events&, StepUndone);
template void add(Events&, PrintJobPaper);
template void add(Events&, SlipCreated);
template void add(Events&, DeviceTested);
template void add(Events&, DeviceAsked);

} // namespace starqueue::queue
