#include <hall/api/handlers/report_rows.h>
#include <hall/api/handlers/route.h>
#include <hall/api/request/date_range.h>

#include <formats/csv/csv_writer.h>
#include <time/timestamp.h>

#include <queue/order/overtaking.h>
#include <queue/rules/bound.h>

#include <array>

namespace starqueue::hall {

namespace {

using nlohmann::json;

constexpr int kLongestRangeDays = 3660;

/// The parameters of a report: days, keys, format.
struct ReportRequest
{
    db::DayRange days;
    std::vector<db::ReportKey> by;
    bool csv = false;
    queue::RatingLabels labels = queue::RatingLabels::Telecom;
};

tl::expected<std::vector<db::ReportKey>, Problem> keysIn(std::string_view list)
{
    std::vector<db::ReportKey> keys;
    while (!list.empty()) {
        const auto name = list.substr(0, list.find(','));
        list.remove_prefix(std::min(list.size(), name.size() + 1));
        const auto key = formats::withWord<db::ReportKey>(name);
        if (!key || std::find(keys.begin(), keys.end(), *key) != keys.end())
            return tl::unexpected(badField("by", '"' + std::string(name) + '"',
                                           "each of tier, service, counter, clerk, day, halfhour, weekday, "
                                           "outcome at most once"));
        keys.push_back(*key);
    }
    return keys;
}

tl::expected<ReportRequest, Problem> reportRequestIn(const http::Request& request, Date today)
{
    const auto days =
        dateRangeIn(request, today, {kLongestRangeDays, "a date after from, at most ten years"});
    const auto keys = keysIn(request.parameter("by").value_or(""));
    const auto isCsv = isCsvIn(request);
    if (!days || !keys || !isCsv)
        return tl::unexpected(!days ? days.error() : !keys ? keys.error() : isCsv.error());
    return ReportRequest{{days->from, days->to}, *keys, *isCsv};
}

/// A row whole: its keys, then its fields.
template <class Row>
RowFields wholeRow(const std::vector<db::ReportKey>& by, const db::RowKey& key, const Row& row)
{
    RowFields out = RowFields::object();
    for (std::size_t i = 0; i < by.size(); ++i)
        out[std::string(formats::word(by[i]))] = key.at(i);
    out.update(fields(row));
    return out;
}

void addCell(formats::CsvWriter& out, const RowFields& value)
{
    if (value.is_number())
        out.number(value.dump());
    else if (value.is_string())
        out.text(value.get_ref<const std::string&>());
    else
        out.text(value.is_null() ? "" : value.dump());
}

/// `likeAll` has the columns.
std::string csv(const std::vector<RowFields>& rows, const RowFields& likeAll)
{
    formats::CsvWriter out{formats::CsvWriter::Reader::Spreadsheet};
    std::vector<std::string> columns;
    for (const auto& column : likeAll.items())
        columns.push_back(column.key());
    out.record(columns);
    for (const RowFields& row : rows) {
        for (const std::string& column : columns)
            addCell(out, row.at(column));
        out.endRecord();
    }
    return out.take();
}

template <class Rows> void sendRows(const Exchange& exchange, const ReportRequest& asked, const Rows& rows)
{
    if (!rows)
        return send(exchange.reply, Problem{503, "unavailable", rows.error().detail, {}});
    std::vector<RowFields> list;
    for (const auto& row : *rows)
        list.push_back(wholeRow(asked.by, row.key, row));
    if (!asked.csv)
        return send(exchange.reply, Rendered{200, RowFields(list).dump()});
    const RowFields likeAll =
        wholeRow(asked.by, db::RowKey(asked.by.size()), typename Rows::value_type::value_type{});
    exchange.reply.send(200, "text/csv; charset=utf-8", csv(list, likeAll), {{"Cache-Control", "no-store"}});
}

using MakeReport = void (*)(Hall&, const Exchange&, const ReportRequest&);
enum class Source { Journal, Forecasts };

std::optional<Problem> whileCounting(const Hall& hall, Source source, std::uint64_t last)
{
    if (source == Source::Journal)
        if (const auto at = hall.waits.stillCountingAt(last))
            return stillCounting(*at, last);
    return {};
}

/// The writer tells which day it is and what counts as satisfied; the report itself runs in the background,
/// so that it delays no call.
void report(Hall& hall, const ExchangePtr& exchange, Source source, MakeReport make)
{
    hall.writer.ask([&hall, exchange, source, make](const db::View& view) -> db::Release {
        const Date today = view.state.date.value_or(hall.zone.local(view.wallNow()).date);
        const auto labels = view.state.rules ? view.state.rules->ratingLabels : queue::RatingLabels::Telecom;
        return [&hall, exchange, source, make, today, labels, last = view.seq](db::Fate) {
            auto asked = reportRequestIn(exchange->request, today);
            if (!asked)
                return send(exchange->reply, asked.error());
            if (const auto problem = beyondToday(exchange->caller, {asked->days.from, asked->days.to}, today))
                return send(exchange->reply, *problem);
            if (const auto problem = whileCounting(hall, source, last))
                return send(exchange->reply, *problem);
            asked->labels = labels;
            inBackground(hall.reports, exchange,
                         [&hall, exchange, make, asked = *asked] { make(hall, *exchange, asked); });
        };
    });
}

void waits(Hall& hall, const ExchangePtr& exchange)
{
    report(hall, exchange, Source::Journal, [](Hall& in, const Exchange& to, const ReportRequest& asked) {
        sendRows(to, asked, in.waits.waits(asked.days, asked.by));
    });
}

void visits(Hall& hall, const ExchangePtr& exchange)
{
    report(hall, exchange, Source::Journal, [](Hall& in, const Exchange& to, const ReportRequest& asked) {
        sendRows(to, asked, in.waits.visits(asked.days, asked.by));
    });
}

void outcomes(Hall& hall, const ExchangePtr& exchange)
{
    report(hall, exchange, Source::Journal, [](Hall& in, const Exchange& to, const ReportRequest& asked) {
        sendRows(to, asked, in.waits.outcomes(asked.days, asked.by));
    });
}

void ratings(Hall& hall, const ExchangePtr& exchange)
{
    report(hall, exchange, Source::Journal, [](Hall& in, const Exchange& to, const ReportRequest& asked) {
        using Figures = std::vector<RatingFigures>;
        sendRows(to, asked,
                 in.waits.ratings(asked.days, asked.by).map([&](const std::vector<db::RatingRow>& rows) {
                     Figures figures;
                     for (const db::RatingRow& row : rows)
                         figures.push_back({row, queue::leastSatisfied(asked.labels)});
                     return figures;
                 }));
    });
}

void fairness(Hall& hall, const ExchangePtr& exchange)
{
    report(hall, exchange, Source::Journal, [](Hall& in, const Exchange& to, const ReportRequest& asked) {
        sendRows(to, asked, in.waits.fairness(asked.days, asked.by));
    });
}

void promises(Hall& hall, const ExchangePtr& exchange)
{
    report(hall, exchange, Source::Forecasts, [](Hall& in, const Exchange& to, const ReportRequest& asked) {
        const auto records = in.forecasts.records();
        if (!records)
            return send(
                to.reply,
                Problem{503, "unavailable", "The hall is still reading its past: ask again soon.", {}});
        sendRows(to, asked,
                 tl::expected<std::vector<db::PromiseRow>, db::StorageError>{
                     db::promiseRows(*records, in.zone, asked.days, asked.by)});
    });
}

json secondsOrNull(Millis bound)
{
    return bound == queue::kNoBound ? json(nullptr) : json(std::chrono::ceil<Seconds>(bound).count());
}

json boundsOf(const queue::Rules& rules)
{
    json pairs = json::array();
    for (std::uint16_t passed = 0; passed < rules.tiers.size(); ++passed) {
        for (std::uint16_t called = 0; called < rules.tiers.size(); ++called) {
            pairs.push_back(
                {{"passedTier", rules.tiers[passed].stars},
                 {"calledTier", rules.tiers[called].stars},
                 {"boundSeconds", secondsOrNull(queue::largestBound(rules, {passed}, {called}))}});
        }
    }
    const bool counts = rules.mostPasses > 0;
    return {{"promisedSeconds", Seconds{rules.bound}.count()},
            {"pairs", std::move(pairs)},
            {"mostPasses", counts ? json(rules.mostPasses) : json(nullptr)},
            {"byCountSeconds", counts ? secondsOrNull(queue::boundByCount(rules)) : json(nullptr)}};
}

void bounds(Hall& hall, const ExchangePtr& exchange)
{
    hall.writer.ask([exchange](const db::View& view) -> db::Release {
        const json answer = view.state.rules ? boundsOf(queue::rulesInTheRoom(view.state))
                                             : json{{"promisedSeconds", nullptr},
                                                    {"pairs", json::array()},
                                                    {"mostPasses", nullptr},
                                                    {"byCountSeconds", nullptr}};
        return [exchange, answer](db::Fate) { send(exchange->reply, rendered(200, answer)); };
    });
}

constexpr Roles kReaders = kDesk | Roles{Role::Admin};
constexpr std::string_view kReported = "?from ?to ?by ?format";

constexpr std::array kReportRoutes{
    Route{"GET", "/reports/waits", kReaders, waits, kReported},
    Route{"GET", "/reports/visits", kReaders, visits, kReported},
    Route{"GET", "/reports/fairness", kReaders, fairness, kReported},
    Route{"GET", "/reports/fairness/bounds", kReaders, bounds},
    Route{"GET", "/reports/promises", kReaders, promises, kReported},
    Route{"GET", "/reports/outcomes", kReaders, outcomes, kReported},
    Route{"GET", "/reports/ratings", kReaders, ratings, kReported},
};

} // namespace

std::span<const Route> reportRoutes()
{
    return kReportRoutes;
}

} // namespace starqueue::hall
