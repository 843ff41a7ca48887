#include <hall/api/exports/exported_visit.h>
#include <hall/api/handlers/route.h>
#include <hall/api/request/date_range.h>

#include <db/visits/visit_export.h>
#include <formats/csv/csv_writer.h>
#include <formats/json/json_object.h>

#include <queue/model/rating_session.h>

#include <algorithm>
#include <array>
#include <numeric>
#include <type_traits>
#include <utility>

namespace starqueue::hall {

namespace {

constexpr LongestRange kLongestExport{31, "a date after from, at most 31 days"};
constexpr std::size_t kMostVisits = 30'000;  ///< with their text less than 50 MB
constexpr std::chrono::days kClockMargin{2}; ///< by which the clock may have been stepped since

/// A default that a regulator wants for visits that nobody rated, once nobody can rate them any more.
struct RegulatorDefault
{
    int score = 0; ///< 0: none is wanted
    Instant finishedBefore{};

    [[nodiscard]] std::optional<int> of(const db::ServedVisit& visit) const
    {
        const bool isDue =
            score != 0 && visit.past.session.value != 0 && visit.past.finished < finishedBefore;
        return isDue && visit.score == 0 ? std::optional{score} : std::nullopt;
    }
};

struct ExportRequest
{
    db::VisitDays days;
    bool isCsv = false;
    RegulatorDefault regulator;
};

RegulatorDefault regulatorDefaultIn(const db::View& view)
{
    if (!view.state.rules)
        return {};
    const queue::Rules& rules = *view.state.rules;
    const Millis atPanel = rules.ratingWindow + queue::kLateArrival;
    return {rules.exportDefault, view.now - std::max<Millis>(std::chrono::days{rules.lateDays}, atPanel)};
}

std::string jsonOf(const std::vector<db::ServedVisit>& visits, const RegulatorDefault& regulator)
{
    std::string all = "[";
    for (const db::ServedVisit& visit : visits) {
        formats::JsonObject out;
        eachField(ExportedVisit{visit, regulator.of(visit)},
                  [&out](std::string_view name, const auto& value) { out.add(name, value); });
        formats::appendItem(all, out.take());
    }
    return all += ']';
}

void addCell(formats::CsvWriter& out, const std::optional<std::string>& value)
{
    out.text(value.value_or(""));
}
void addCell(formats::CsvWriter& out, const std::optional<int>& value)
{
    value ? out.number(std::to_string(*value)) : out.empty();
}
void addCell(formats::CsvWriter& out, const std::optional<bool>& value)
{
    out.text(*value ? "true" : "false");
}
void addCell(formats::CsvWriter& out, const std::vector<std::string>& values)
{
    out.text(std::accumulate(values.begin(), values.end(), std::string{},
                             [](const std::string& line, const std::string& value) {
                                 return line.empty() ? value : line + ' ' + value;
                             }));
}

std::string csvOf(const std::vector<db::ServedVisit>& visits, const RegulatorDefault& regulator)
{
    formats::CsvWriter out{formats::CsvWriter::Reader::Spreadsheet};
    std::vector<std::string> columns;
    const db::ServedVisit any{};
    eachField(ExportedVisit{any}, [&](std::string_view name, const auto&) { columns.emplace_back(name); });
    out.record(columns);
    for (const db::ServedVisit& visit : visits) {
        eachField(ExportedVisit{visit, regulator.of(visit)},
                  [&out](std::string_view, const auto& value) { addCell(out, value); });
        out.endRecord();
    }
    return out.take();
}

Problem notExported(const std::variant<db::StorageError, db::TooManyVisits>& why)
{
    if (const auto* error = std::get_if<db::StorageError>(&why))
        return {503, "unavailable", error->detail, {}};
    return badField("to", "too far from from",
                    "a nearer date: these are more than " + std::to_string(kMostVisits) +
                        " services at once");
}

void exportServices(Hall& hall, const Exchange& exchange, const ExportRequest& asked)
{
    const auto visits = db::servedVisits(hall.journal, asked.days, kMostVisits);
    if (!visits)
        return send(exchange.reply, notExported(visits.error()));
    if (!asked.isCsv)
        return send(exchange.reply, Rendered{200, jsonOf(*visits, asked.regulator)});
    exchange.reply.send(200, "text/csv; charset=utf-8", csvOf(*visits, asked.regulator),
                        {{"Cache-Control", "no-store"}});
}

tl::expected<ExportRequest, Problem> exportRequestIn(const Hall& hall, const Exchange& exchange,
                                                     const db::View& view)
{
    const Date today = view.state.date.value_or(hall.zone.local(view.wallNow()).date);
    const auto days = dateRangeIn(exchange.request, today, kLongestExport);
    const auto isCsv = isCsvIn(exchange.request);
    if (!days || !isCsv)
        return tl::unexpected(!days ? days.error() : isCsv.error());
    if (auto problem = beyondToday(exchange.caller, *days, today))
        return tl::unexpected(std::move(*problem));
    const time::WallTime begin = hall.zone.wallTimeOf(days->from, {});
    return ExportRequest{{days->from, days->to, view.state.clock.elapsed(begin) - kClockMargin},
                         *isCsv,
                         regulatorDefaultIn(view)};
}

/// The writer tells which day it is; the journal is read in the background, so that it delays no call.
void services(Hall& hall, const ExchangePtr& exchange)
{
    hall.writer.ask([&hall, exchange](const db::View& view) -> db::Release {
        return [&hall, exchange, asked = exportRequestIn(hall, *exchange, view)](db::Fate) {
            if (!asked)
                return send(exchange->reply, asked.error());
            inBackground(hall.reports, exchange,
                         [&hall, exchange, asked = *asked] { exportServices(hall, *exchange, asked); });
        };
    });
}

constexpr std::array kExportRoutes{
    Route{"GET", "/reports/services", kDesk | Roles{Role::Admin}, services, "?from ?to ?format"},
};

} // namespace

std::span<const Route> exportRoutes()
{
    return kExportRoutes;
}

} // namespace starqueue::hall
