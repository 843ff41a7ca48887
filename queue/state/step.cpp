#include <queue/state/step.h>

namespace starqueue::queue {

CounterIx counterConcerned(const Step& step)
{
    const bool isAtCounter =
        step.ticket.state == TicketState::Called || step.ticket.state == TicketState::Serving;
    return step.counter == kNoCounter && isAtCounter ? step.ticket.counter : step.counter;
}

} // namespace starqueue::queue
