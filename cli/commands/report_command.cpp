#include <cli/commands/commands.h>

#include <cli/checks/hall_access.h>
#include <cli/console/date_check.h>
#include <cli/console/text_table.h>

#include <db/sqlite/hall_directory.h>

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

namespace starqueue::cli {

namespace {

using Json = nlohmann::ordered_json;

struct ReportOptions
{
    std::string report;
    std::string data;
    std::string hall;
    std::string tokenFile;
    std::string from;
    std::string to;
    std::string by;
    std::string format = "table";
};

tl::expected<HallAccess, std::string> accessTo(const ReportOptions& options)
{
    return options.data.empty() ? hallAt(options.hall, options.tokenFile) : hallIn(options.data);
}

std::string pathOf(const ReportOptions& options)
{
    std::string path = "/api/v1/reports/" + options.report;
    char before = '?';
    const auto add = [&](const char* name, const std::string& value) {
        if (value.empty())
            return;
        path += before + std::string{name} + "=" + value;
        before = '&';
    };
    add("from", options.from);
    add("to", options.to);
    add("by", options.by);
    add("format", options.format == "csv" ? "csv" : "json");
    return path;
}

std::string cell(const Json& value)
{
    if (value.is_string())
        return value.get<std::string>();
    return value.is_null() ? "-" : value.dump();
}

/// The requested keys first, then the figures in the hall's order.
std::vector<std::string> columnsOf(const Json& row, std::string by)
{
    std::vector<std::string> columns;
    std::replace(by.begin(), by.end(), ',', ' ');
    std::istringstream keys(by);
    for (std::string key; keys >> key;)
        columns.push_back(key);
    for (const auto& [name, value] : row.items()) {
        if (std::find(columns.begin(), columns.end(), name) == columns.end())
            columns.push_back(name);
    }
    return columns;
}

std::string table(const Json& rows, const std::string& by)
{
    if (rows.empty())
        return "no figures in this time\n";
    const std::vector<std::string> columns = columnsOf(rows.front(), by);
    std::vector<std::vector<std::string>> lines{columns};
    for (const Json& row : rows) {
        lines.emplace_back();
        for (const std::string& column : columns)
            lines.back().push_back(row.contains(column) ? cell(row[column]) : "-");
    }
    return setInColumns(lines);
}

void report(const ReportOptions& options, Context& context)
{
    const auto hall = accessTo(options);
    if (!hall)
        return context.fail(hall.error());
    if (options.format == "csv") {
        const auto rows = fetch(*hall, pathOf(options));
        return rows ? void(context.out << *rows) : context.fail(rows.error());
    }
    const auto rows = fetchJson(*hall, pathOf(options), Shape::List);
    if (!rows)
        return context.fail(rows.error());
    context.out << (options.format == "json" ? rows->dump(2) + "\n" : table(*rows, options.by));
}

std::string isKeyList(const std::string& text)
{
    const bool shaped = text.find_first_not_of("abcdefghijklmnopqrstuvwxyz,") == std::string::npos;
    return shaped ? "" : "\"" + text + "\" is no list such as tier,service";
}

} // namespace

void addReport(CLI::App& app, Context& context)
{
    auto* command = app.add_subcommand("report", "The figures of a running hall");
    auto options = std::make_shared<ReportOptions>();
    command->add_option("REPORT", options->report, "waits, visits, outcomes, fairness, promises or ratings")
        ->required()
        ->check(CLI::IsMember({"waits", "visits", "outcomes", "fairness", "promises", "ratings"}));
    auto* data =
        command->add_option("--data", options->data, "The hall's directory: address and token stand there");
    auto* hall = command->add_option("--hall", options->hall, "The hall's address: http://127.0.0.1:8470");
    auto* token = command->add_option("--token-file", options->tokenFile, "A manager's token");
    data->check(db::whyNoHall)->excludes(hall);
    hall->needs(token);
    command->add_option("--from", options->from, "First day; without it, today")->check(isDate);
    command->add_option("--to", options->to, "The day after the last one")->check(isDate);
    command->add_option("--by", options->by, "tier,service,counter,clerk,day,halfhour,weekday,outcome")
        ->check(isKeyList);
    command->add_option("--format", options->format, "table, csv or json")
        ->check(CLI::IsMember({"table", "csv", "json"}));
    command->callback([options, &context] {
        if (options->data.empty() && options->hall.empty())
            throw CLI::RequiredError("--data or --hall");
        report(*options, context);
    });
}

} // namespace starqueue::cli
