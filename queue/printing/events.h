#pragma once

#include <queue/model/print_job.h>
#include <queue/rules/ids.h>
#include <queue/schema/event_fields.h>
#include <queue/schema/format.h>

#include <string>

namespace starqueue::queue {

/// Writes a job's ticket and kiosk, for API clients.
void describeJob(auto& a, PrintJobId id)
{
    const PrintJob* const job = a.find(id);
    a.known(toAll("ticket"), job, &PrintJob::ticket);
    a.number("number", job ? job->ticket : TicketId{});
    a.known(toAll("kiosk"), job, &PrintJob::kiosk);
}

/// A ticket is to be printed.
struct PrintJobCreated
{
    static constexpr std::string_view kName = "print_job_created";
    static constexpr Audiences kSeenBy = kPrinting;
    static constexpr bool kOfOneKiosk = true;

    PrintJob job;
};

void describe(auto& a, Of<PrintJobCreated> auto& e)
{
    describe(a, e.job);
}

/// A bridge took the job and may send it.
struct PrintJobTaken
{
    static constexpr std::string_view kName = "print_job_taken";
    static constexpr Audiences kSeenBy = kPrinting;
    static constexpr bool kOfOneKiosk = true;

    PrintJobId job;
    std::string bridge;
};

void describe(auto& a, Of<PrintJobTaken> auto& e)
{
    a.field(toAll("job"), e.job);
    describeJob(a, e.job);
    a.field("bridge", e.bridge);
}

/// A job ended, with what is known about the paper.
struct PrintJobEnded
{
    static constexpr std::string_view kName = "print_job_ended";
    static constexpr Audiences kSeenBy = kPrinting;
    static constexpr bool kOfOneKiosk = true;

    PrintJobId job;
    PrintOutcome outcome;
};

void describe(auto& a, Of<PrintJobEnded> auto& e)
{
    a.field(toAll("job"), e.job);
    describeJob(a, e.job);
    a.field(toAll("outcome"), e.outcome);
}

/// What became of the paper of a job that has ended.
struct PrintJobPaper
{
    static constexpr std::string_view kName = "print_job_paper";
    static constexpr int kSince = kSincePaper;
    static constexpr Audiences kSeenBy = kPrinting;
    static constexpr bool kOfOneKiosk = true;

    PrintJobId job;
    PaperEvent paper = PaperEvent::None;
};

void describe(auto& a, Of<PrintJobPaper> auto& e)
{
    a.field(toAll("job"), e.job);
    describeJob(a, e.job);
    a.field(toAll("paper"), e.paper);
}

/// A paper that is nobody's ticket is to be printed.
struct SlipCreated
{
    static constexpr std::string_view kName = "slip_created";
    static constexpr int kSince = kSinceSlips;
    static constexpr Audiences kSeenBy = kPrinting;
    static constexpr bool kOfOneKiosk = true;

    PrintJob job;
};

void describe(auto& a, Of<SlipCreated> auto& e)
{
    a.field(toAll("job"), e.job.id);
    a.field(toAll("kiosk"), e.job.kiosk);
    a.field(toAll("reprint"), e.job.reprint);
    a.field("createdAt", e.job.created);
    a.field("expiresAt", e.job.expires);
    a.field("slip", e.job.slip);
}

} // namespace starqueue::queue
