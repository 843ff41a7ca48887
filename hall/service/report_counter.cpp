#include <hall/service/report_counter.h>

#include <spdlog/spdlog.h>

#include <chrono>

namespace starqueue::hall {

namespace {

/// Others wait for the journal's connection that reads, and a mutex isn't fair.
constexpr auto kBetweenPieces = std::chrono::milliseconds(1);

} // namespace

ReportCounter::ReportCounter(db::WaitReport& waits, sync::Executor& executor)
    : m_waits(waits), m_strand(executor.strand(sync::Urgency::Background))
{}

void ReportCounter::start()
{
    m_strand->after(kBetweenPieces, [this] { countOn(); });
}

void ReportCounter::countOn()
{
    const auto goesOn = m_waits.countOn();
    if (!goesOn)
        spdlog::error("reports can't be counted: {}", goesOn.error().detail);
    else if (*goesOn)
        start();
}

} // namespace starqueue::hall
