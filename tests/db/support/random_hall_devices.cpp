#include <db/support/random_hall.h>

#include <algorithm>

namespace starqueue::db::test {

using namespace queue;

Command RandomHall::anyRequest()
{
    const auto isOnPaper = [](const PrintJob& job) {
        return job.outcome == PrintOutcome::Printed || job.outcome == PrintOutcome::Sent;
    };
    const auto printed =
        std::ranges::find_if(m_state.printJobs.rbegin(), m_state.printJobs.rend(), isOnPaper);
    switch (below(5)) {
    case 3:
        if (below(4) == 0) // rare, as papers are reported of tickets
            return PrintSlip{"k1", "17:0123456789abcdef"};
        [[fallthrough]];
    case 0:
        return ReportPaper{printed == m_state.printJobs.rend() ? PrintJobId{} : printed->id,
                           static_cast<PaperEvent>(1 + below(3))};
    case 1:
        return EndDeviceTest{"printer-1", static_cast<TestOutcome>(1 + below(3)), below(2) ? "silent" : ""};
    case 2:
        return AskDevice{"printer-1", static_cast<DeviceRequest>(below(2)), Seconds{below(600)}};
    default:
        return TestDevice{"printer-1"};
    }
}

Command RandomHall::anyDeviceCommand()
{
    const auto any = [this](std::uint64_t last) {
        return last == 0 ? 0 : last - std::min<std::uint64_t>(last - 1, static_cast<std::uint64_t>(below(4)));
    };
    const PrintJobId job{any(m_state.lastPrintJob.value)};
    const RatingSessionId session = this->session();
    switch (below(10)) {
    case 0:
        return TakePrintJob{job, "bridge"};
    case 1:
        return EndPrintJob{job, static_cast<PrintOutcome>(1 + below(7))};
    case 2:
        return ArmRating{session};
    case 8:
        return anyPhoneRating();
    case 3:
        return FailRating{session, "no answer"};
    case 4:
        return anyRequest();
    case 5:
        return ReportDevice{Device{"printer-1", DeviceKind::Printer, "bridge", "k1", "",
                                   static_cast<DeviceState>(below(4)),
                                   below(3) == 0   ? ""
                                   : below(2) == 0 ? "ticketWaiting"
                                                   : "paperOut",
                                   R"({"left":"7 \"m\""})", Instant{}}};
    default: {
        const RatingSession* const open = m_state.find(session);
        return RateTicket{
            session, open ? open->ticket : TicketId{}, 1 + below(2 + below(4)),
            Press{{"0001A2B3", 7, static_cast<std::uint32_t>(below(1000))}, m_now - Millis{below(3000)}}};
    }
    }
}

} // namespace starqueue::db::test
