#pragma once

#include <queue/model/counter.h>
#include <queue/model/device.h>
#include <queue/model/rating_session.h>
#include <queue/model/ticket.h>
#include <queue/model/wait_range.h>
#include <queue/rules/ids.h>
#include <queue/rules/opening.h>
#include <queue/rules/rules.h>

#include <time/instant.h>

#include <cstdint>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace starqueue::queue {

struct MessageChanged
{
    std::string id;
    Name text;
};
struct RulesSet
{
    std::shared_ptr<const Rules> rules;
    bool nextDay;        /**< its discipline waits for the next day */
    DayHoursPtr hours{}; ///< in force from now on
};
struct ClockStepped
{
    Millis offset;
};
/// By what promises are corrected from now on; learned each night.
struct PromisesCalibrated
{
    Calibration calibration;
    std::uint32_t outcomes; /**< so many promises it was learned from */
};
/// A ticket that stays over the change of days, with the name of its kiosk.
struct CarriedTicket
{
    Ticket ticket;
    std::string kiosk;
};
/// What a day hands to the next: with it, a DayOpened needs no earlier event.
struct CarriedOver
{
    TicketId lastTicket;
    PrintJobId lastPrintJob;
    RatingSessionId lastSession;
    std::vector<CarriedTicket> tickets;  ///< still called or in service, or with a rating still possible
    std::vector<RatingSession> sessions; ///< of those tickets
    std::vector<std::pair<CounterIx, Counter>> counters; ///< not closed, or with a session not yet ended
    std::vector<Device> devices;
    std::vector<std::pair<std::string, Name>> messages;
    std::vector<ServiceIx> closedServices;
};
/// Starts a State from nothing: replay begins at the last one of these.
struct DayOpened
{
    Date date;
    std::shared_ptr<const Rules> rules;
    std::shared_ptr<const CarriedOver> carried;
    DayHoursPtr hours{};
};
struct DayClosed
{
    Date date;
    std::uint32_t unserved;
};

} // namespace starqueue::queue
