#include <cli/data/recorded_source.h>

#include <CLI/CLI.hpp>

#include <cli/backup/database_file.h>
#include <cli/backup/scratch_directory.h>
#include <cli/console/date_check.h>
#include <cli/data/text_source.h>

#include <db/chain/anchor_of_copy.h>
#include <db/recorded/recorded_days.h>
#include <db/sqlite/hall_directory.h>
#include <formats/encoding/lines.h>
#include <time/timestamp.h>

#include <queue/recording/day_builder.h>
#include <queue/recording/trace.h>

#include <algorithm>

namespace starqueue::cli {

namespace {

constexpr std::size_t kProblemsTold = 20;

template <class Value> using Read = tl::expected<Value, std::string>;

void tell(Context& context, const std::string& file, std::uint64_t line, const std::string& detail)
{
    context.err << file << ':' << line << ": " << detail << '\n';
}

Read<std::string> textOf(const TextSource& source, Context& context)
{
    auto text = readText(source);
    if (!text)
        return tl::unexpected(text.error());
    context.err << readAs(source, *text) << '\n';
    return std::move(text->text);
}

Read<RecordedDays> fromTrace(const RecordedSource& source, Context& context)
{
    const auto text = textOf({source.trace, source.encoding}, context);
    if (!text)
        return tl::unexpected(text.error());
    queue::Trace trace;
    for (const std::string_view line : formats::linesOf(*text))
        trace.addLine(line);
    for (const queue::Trace::Fault& fault : trace.faults())
        tell(context, source.trace, fault.line, fault.detail);
    return RecordedDays{recordedDays(trace.calls(), source.services), trace.lines(), trace.malformed()};
}

Read<RecordedDays> fromCsv(const RecordedSource& source, Context& context)
{
    const auto text = textOf({source.csv, source.encoding}, context);
    if (!text)
        return tl::unexpected(text.error());
    db::RecordedCsv csv = db::readRecordedCsv(*text, source.services);
    for (std::size_t i = 0; i < std::min(csv.skipped.size(), kProblemsTold); ++i)
        tell(context, source.csv, csv.skipped[i].line, csv.skipped[i].detail);
    if (csv.skipped.size() > kProblemsTold)
        context.err << source.csv << ": " << csv.skipped.size() - kProblemsTold
                    << " more rows are left out\n";
    return RecordedDays{std::move(csv.days), csv.customers + csv.skipped.size(), csv.skipped.size()};
}

/// Presence is derived, so that a clerk's pause between two customers is kept in the replay.
queue::RecordedDay asItWasWorked(queue::RecordedDay day, const std::vector<std::string>& services)
{
    if (!services.empty())
        std::erase_if(day.customers, [&](const queue::RecordedCustomer& customer) {
            return std::ranges::find(services, day.services[customer.service.value]) == services.end();
        });
    derivePresence(day);
    return day;
}

Read<RecordedDays> fromJournal(const RecordedSource& source)
{
    const auto date = time::parseGivenDate(source.day);
    if (!date)
        return tl::unexpected("\"" + source.day + "\" is no date such as 2026-11-22, from 1970 to 2099");
    const auto scratch = ScratchDirectory::make();
    if (!scratch)
        return tl::unexpected(scratch.error());
    // A copy: a running service holds the directory's lock.
    const std::filesystem::path database = std::filesystem::path{source.data} / kDatabase;
    if (const auto copied = copyDatabase(database, scratch->path() / kDatabase); !copied)
        return tl::unexpected(copied.error());
    if (const auto anchored = db::anchorCopy(scratch->path()); !anchored)
        return tl::unexpected(anchored.error().detail);
    const auto journal = db::Journal::open(scratch->path());
    if (!journal)
        return tl::unexpected(journal.error().detail);
    auto day = db::recordedDay(**journal, *date);
    if (!day)
        return tl::unexpected(day.error().detail);
    if (!*day)
        return tl::unexpected("the hall in " + source.data + " has no business day " + source.day);
    return RecordedDays{{asItWasWorked(std::move(**day), source.services)}, 0, 0};
}

void keepBetween(std::vector<queue::RecordedDay>& days, const std::string& from, const std::string& to)
{
    const auto first = time::parseGivenDate(from);
    const auto end = time::parseGivenDate(to);
    std::erase_if(days, [&](const queue::RecordedDay& day) {
        return (first && day.date < *first) || (end && day.date >= *end);
    });
}

} // namespace

void addRecordedSource(CLI::App& command, RecordedSource& source, const std::string& prefix)
{
    auto* trace = command.add_option(prefix + "trace", source.trace,
                                     "A call centre's trace in the format of the Anonymous Bank data");
    auto* csv = command.add_option(prefix + "csv", source.csv,
                                   "CSV with the columns issued and service, and stars, key_contact, "
                                   "called, started, finished, left, counter where known");
    auto* data = command.add_option(prefix + "data", source.data, "The hall's directory, with --day");
    auto* day = command.add_option("--day", source.day, "A business day of the hall: 2026-11-22");
    trace->check(CLI::ExistingFile)->excludes(csv)->excludes(data);
    csv->check(CLI::ExistingFile)->excludes(data);
    data->check(db::whyNoHall)->needs(day);
    day->check(isDate)->needs(data);
    addEncoding(command, prefix + "encoding", source.encoding);
    command.add_option("--from", source.from, "First day of a file; without it, all")
        ->check(isDate)
        ->excludes(data);
    command.add_option("--to", source.to, "The day after the last one")->check(isDate)->excludes(data);
    command.add_option("--service", source.services, "Only these services, as if there were no others")
        ->delimiter(',');
}

tl::expected<RecordedDays, std::string> readDays(const RecordedSource& source, Context& context)
{
    if (!source.data.empty())
        return fromJournal(source);
    auto read = source.trace.empty() ? fromCsv(source, context) : fromTrace(source, context);
    if (!read)
        return read;
    keepBetween(read->days, source.from, source.to);
    if (read->days.empty())
        return tl::unexpected("no customer of " + (source.trace.empty() ? source.csv : source.trace) +
                              " is of these days and services");
    return read;
}

} // namespace starqueue::cli
