#include <cli/output/replay_report.h>

#include <cli/console/text_table.h>

#include <nlohmann/json.hpp>

#include <charconv>
#include <cmath>
#include <cstdio>

namespace starqueue::cli {

namespace {

using Json = nlohmann::ordered_json;
using queue::LagRow;
using queue::MeanWait;
using queue::OrderAgreement;
using queue::OrderReport;
using queue::Share;
using queue::TierWaits;

constexpr double kLongest = 86'400; ///< seconds

std::string decimals(double value, int places)
{
    char text[64];
    std::snprintf(text, sizeof text, "%.*f", places, value);
    return text;
}

double seconds(Millis time)
{
    return std::chrono::duration<double>(time).count();
}

std::string inSeconds(Millis time)
{
    std::string text = decimals(seconds(time), 3);
    while (text.back() == '0')
        text.pop_back();
    if (text.back() == '.')
        text.pop_back();
    return text;
}

std::string named(queue::TrialHeadStart headStart)
{
    return headStart ? inSeconds(*headStart) + " s" : "strict";
}

std::string cell(const Share& share)
{
    return share.of == 0 ? "-" : decimals(share.percent(), 2) + " %";
}

std::string cell(const MeanWait& wait)
{
    return wait.count == 0 ? "-" : decimals(wait.mean(), 1) + " s of " + std::to_string(wait.count);
}

std::string headStartTable(const OrderReport& report)
{
    std::vector<std::vector<std::string>> lines{{"head start", "explains all", "explains different",
                                                 "replays all", "replays different", "wait priority",
                                                 "wait others"}};
    lines.push_back(
        {"as recorded", "", "", "", "", cell(report.recorded.priority), cell(report.recorded.others)});
    for (const queue::HeadStartRow& row : report.rows)
        lines.push_back({named(row.headStart), cell(row.explained.all),
                         cell(row.explained.ofDifferentPriority), cell(row.replayed.all),
                         cell(row.replayed.ofDifferentPriority), cell(row.waits.priority),
                         cell(row.waits.others)});
    return setInColumns(lines);
}

std::string lagTable(const OrderReport& report)
{
    std::vector<std::vector<std::string>> lines{{"came later by", "went first", "pairs", "share"}};
    for (const LagRow& row : report.lags)
        lines.push_back(
            {inSeconds(row.from) + (row.until ? " to " + inSeconds(*row.until) + " s" : " s or more"),
             std::to_string(row.passed.part), std::to_string(row.passed.of), cell(row.passed)});
    return setInColumns(lines);
}

Json json(const Share& share)
{
    return {{"agreeing", share.part}, {"pairs", share.of}};
}

Json json(const OrderAgreement& agreement)
{
    return {{"all", json(agreement.all)}, {"ofDifferentPriority", json(agreement.ofDifferentPriority)}};
}

Json json(const MeanWait& wait)
{
    return {{"count", wait.count}, {"meanSeconds", wait.count == 0 ? Json{} : Json(wait.mean())}};
}

Json json(const TierWaits& waits)
{
    return {{"priority", json(waits.priority)}, {"others", json(waits.others)}};
}

Json headStartRows(const OrderReport& report)
{
    Json rows = Json::array();
    for (const queue::HeadStartRow& row : report.rows)
        rows.push_back({{"headStartSeconds", row.headStart ? Json(seconds(*row.headStart)) : Json("strict")},
                        {"explained", json(row.explained)},
                        {"replayed", json(row.replayed)},
                        {"waits", json(row.waits)}});
    return rows;
}

Json lagRows(const OrderReport& report)
{
    Json rows = Json::array();
    for (const LagRow& row : report.lags)
        rows.push_back({{"fromSeconds", seconds(row.from)},
                        {"toSeconds", row.until ? Json(seconds(*row.until)) : Json{}},
                        {"wentFirst", row.passed.part},
                        {"pairs", row.passed.of}});
    return rows;
}

} // namespace

tl::expected<std::vector<queue::TrialHeadStart>, std::string> parseHeadStarts(const std::string& text)
{
    std::vector<queue::TrialHeadStart> headStarts;
    for (std::size_t begin = 0; begin <= text.size();) {
        const std::size_t end = std::min(text.find(',', begin), text.size());
        const std::string part = text.substr(begin, end - begin);
        begin = end + 1;
        if (part == "strict") {
            headStarts.push_back(queue::kStrict);
            continue;
        }
        double value = 0;
        const auto [stop, error] = std::from_chars(part.data(), part.data() + part.size(), value);
        const bool whole = error == std::errc{} && stop == part.data() + part.size();
        if (!whole || !(value >= 0 && value <= kLongest))
            return tl::unexpected("\"" + part +
                                  "\" is no head start: give seconds from 0 to 86400, or strict");
        headStarts.emplace_back(Millis{std::llround(value * 1000)});
    }
    return headStarts;
}

void printReplay(const RecordedDays& read, const OrderReport& report, std::ostream& out)
{
    if (read.lines > 0)
        out << read.lines << " lines read, " << read.malformed << " of them malformed and left out\n";
    const OrderAgreement pairs = report.rows.empty() ? OrderAgreement{} : report.rows.front().explained;
    out << report.days << " days, " << report.customers << " customers (" << report.withPriority
        << " with priority, " << report.gaveUp << " gave up)\n"
        << pairs.all.of << " pairs waited together, " << pairs.ofDifferentPriority.of
        << " of them of different priority\n\n"
        << headStartTable(report) << "\nA priority customer who came after somebody else:\n"
        << lagTable(report);
}

void printReplayJson(const RecordedDays& read, const OrderReport& report, std::ostream& out)
{
    const Json all{{"lines", read.lines},
                   {"malformed", read.malformed},
                   {"days", report.days},
                   {"customers", report.customers},
                   {"withPriority", report.withPriority},
                   {"gaveUp", report.gaveUp},
                   {"recordedWaits", json(report.recorded)},
                   {"headStarts", headStartRows(report)},
                   {"lags", lagRows(report)}};
    out << all.dump(2) << '\n';
}

} // namespace starqueue::cli
