#pragma once

#include <queue/demand/recorded_day.h>

#include <string_view>

namespace starqueue::queue {

/// Puts a recorded day together from customers in any order, where nothing is known of the counters but
/// whom they called.
class DayBuilder
{
public:
    explicit DayBuilder(Date date) { m_day.date = date; }

    /// `customer` wants `service` and, if called, was called by `counter`; empty: it isn't known by which.
    void add(RecordedCustomer customer, std::string_view service, std::string_view counter);
    /// By arrival, with the counters' presence; the builder is used up.
    [[nodiscard]] RecordedDay build() &&;

private:
    [[nodiscard]] CounterIx counterNamed(std::string_view id);
    void seatUnknown();

    RecordedDay m_day;
};

/// Works out what the counters did from whom they called.
///
/// A counter for which the day names no services may give those that it gave. It was there while it served,
/// and between two services if nobody waited meanwhile whom it may serve: a counter that is idle while
/// somebody waits is away. Where a service overlaps the counter's next call it is cut short at that call.
void derivePresence(RecordedDay& day);

} // namespace starqueue::queue
