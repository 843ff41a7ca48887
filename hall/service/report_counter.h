#pragma once

#include <db/reports/wait_report.h>
#include <sync/executor.h>

#include <memory>

namespace starqueue::hall {

/// Takes the journal into the reports after a start, in small pieces on a strand of its own, which has a
/// background task's priority. A line that can't be read is logged and ends it; queries then say it.
class ReportCounter
{
public:
    /// `waits` must outlive the counter.
    ReportCounter(db::WaitReport& waits, sync::Executor& executor);

    /// Goes on until the end of the journal.
    void start();
    /// Waits for the piece that is being counted; none follows.
    void stop() { m_strand->close(); }

private:
    void countOn();

    db::WaitReport& m_waits;
    const std::unique_ptr<sync::Strand> m_strand;
};

} // namespace starqueue::hall
