#pragma once

#include <queue/model/print_job.h>
#include <queue/rules/ids.h>

#include <string>

namespace starqueue::queue {

struct PrintJobCreated
{
    PrintJob job;
};
struct PrintJobTaken
{
    PrintJobId job;
    std::string bridge;
};
struct PrintJobEnded
{
    PrintJobId job;
    PrintOutcome outcome;
};

} // namespace starqueue::queue
