#pragma once

#include <queue/support/hall_fixture.h>

#include <queue/rating/past_visit.h>

namespace starqueue::queue::test {

/// Serves a customer at the first counter, who is asked to rate; what the journal knows of it.
inline PastVisit servedVisit(Hall& hall)
{
    hall.open(kFirst);
    hall.issue(kAccount);
    PastVisit visit;
    visit.ticket = hall.serveNext(kFirst);
    visit.session = hall.state.lastSession;
    visit.day = kToday;
    visit.number = "A001";
    visit.finished = hall.now;
    return visit;
}

} // namespace starqueue::queue::test
