#pragma once

#include <queue/demand/recorded_day.h>

#include <string_view>

namespace starqueue::queue {

/// Builds a recorded day from customers in any order, where all that is known of the counters is whom they
/// called.
class DayBuilder
{
public:
    explicit DayBuilder(Date date) { m_day.date = date; }

    /// `customer` wants `service` and was called, if at all, by `counter`; empty: not known by which.
    void add(RecordedCustomer customer, std::string_view service, std::string_view counter);
    /// The customers by arrival, with derived presences; the builder is consumed.
    [[nodiscard]] RecordedDay build() &&;

private:
    [[nodiscard]] CounterIx counterNamed(std::string_view id);
    void seatUnknown();

    RecordedDay m_day;
};

/// Derives when counters were staffed from whom they called.
///
/// A counter for which the day names no services may give those that it gave. It was there while it served,
/// and between two services unless somebody waited whom it may serve (it would have called them). A service
/// that overlaps the counter's next call is cut short at that call.
void derivePresence(RecordedDay& day);

} // namespace starqueue::queue
