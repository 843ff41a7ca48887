#include <cli/commands/commands.h>

#include <cli/console/date_check.h>
#include <cli/console/number_text.h>
#include <cli/console/text_table.h>
#include <cli/data/holiday_calendar.h>
#include <cli/data/local_time.h>
#include <cli/data/text_source.h>

#include <files/posix_files.h>
#include <hall/settings/hall_settings.h>
#include <time/timestamp.h>

#include <CLI/CLI.hpp>

#include <algorithm>

namespace starqueue::cli {

namespace {

struct CalendarOptions
{
    std::string file;
    std::string data;
    bool dryRun = false;
};

std::string sentence(const PublicYear& year, const std::vector<Date>& left)
{
    const auto off = std::ranges::count(year.days, true, &PublicDay::isOff);
    const auto worked = static_cast<std::ptrdiff_t>(year.days.size()) - off;
    std::string text = std::to_string(year.year) + ": " + std::to_string(off) + " days off, " +
                       std::to_string(worked) + " worked at a weekend";
    for (std::size_t i = 0; i < left.size(); ++i)
        text += (i == 0 ? "; hall.toml names itself " : ", ") + time::dateText(left[i]);
    return text + ".\n";
}

tl::expected<void, std::string> needTakeable(const std::filesystem::path& file, const std::string& changed)
{
    if (const auto taken = settings::parseHallSettings(changed, file.string()); !taken)
        return tl::unexpected{"Nothing was changed, since hall.toml would be wrong then: " +
                              formats::errorMessage(taken.error())};
    return {};
}

/// Replaces hall.toml, unless it has changed since it was read.
tl::expected<void, std::string> replaceSettings(const std::filesystem::path& file, const std::string& read,
                                                const std::string& changed)
{
    const auto now = files::posix().read(file);
    if (!now || *now != read)
        return tl::unexpected{file.string() + " was changed meanwhile. Import once more."};
    if (const auto replaced = files::posix().replace(file, changed, files::Readers::Everybody); !replaced)
        return tl::unexpected{replaced.error().detail};
    return {};
}

void import(const CalendarOptions& options, Context& context)
{
    const auto json = readText({options.file, {}});
    if (!json)
        return context.fail(json.error());
    const auto year = readPublicYear(json->text);
    if (!year)
        return context.fail(year.error());
    if (year->days.empty())
        return context.fail("There are no public days of " + std::to_string(year->year) +
                            " in it: they aren't published yet, or the file isn't whole.");
    const std::filesystem::path file = std::filesystem::path(options.data) / "hall.toml";
    const auto read = files::posix().read(file);
    if (!read)
        return context.fail(read.error().detail);
    std::vector<Date> left;
    const std::string changed = withCalendar(*read, *year, left);
    if (const auto takeable = needTakeable(file, changed); !takeable)
        return context.fail(takeable.error());
    if (!options.dryRun) {
        if (const auto replaced = replaceSettings(file, *read, changed); !replaced)
            return context.fail(replaced.error());
    }
    context.out << sentence(*year, left);
    if (!options.dryRun)
        context.out << "They hold after SIGHUP or a restart of the hall service.\n";
}

constexpr std::chrono::days kListed{31};

struct ListOptions
{
    std::string data;
    std::string from;
    std::string to;
};

/// "09:00-12:00 13:00-17:30", "closed", "always".
std::string hoursText(const settings::OpeningHours& opens, Date date)
{
    if (opens.always)
        return "always";
    std::string text;
    for (const settings::OpenSpan& span : spansOn(opens, date))
        text += (text.empty() ? "" : " ") + clockText(span.from) + '-' + clockText(span.to);
    return text.empty() ? "closed" : text;
}

std::vector<std::string> listLine(const settings::HallSettings& hall, Date date)
{
    return {time::dateText(date) + ' ' + std::string{word(queue::weekdayOf(date))},
            std::string{word(dayKindOf(hall.opens, date))},
            isWorked(hall.workingDays, date) ? "working" : "off", hoursText(hall.opens, date),
            hasEntries(hall.workingDays, date) ? "known" : "missing"};
}

void list(const ListOptions& options, Context& context)
{
    using std::chrono::sys_days;
    const auto hall = settings::readHallSettings(std::filesystem::path(options.data) / "hall.toml");
    if (!hall)
        return context.fail(formats::errorMessage(hall.error()));
    const Date from = time::parseGivenDate(options.from).value_or(todayIn(*hall, context.now()));
    const Date to = time::parseGivenDate(options.to).value_or(Date{sys_days{from} + kListed});
    std::vector<std::vector<std::string>> lines{{"date", "like", "day", "opens", "public days"}};
    for (sys_days day{from}; day < sys_days{to}; day += std::chrono::days{1})
        lines.push_back(listLine(*hall, Date{day}));
    context.out << setInColumns(lines);
    const auto count = workingDaysBetween(hall->workingDays, Date{sys_days{from} - std::chrono::days{1}},
                                          Date{sys_days{to} - std::chrono::days{1}});
    context.out << count.days << " working days"
                << (count.isCertain ? "" : "; not certain: public days of a year are missing") << ".\n";
}

void addList(CLI::App& calendar, Context& context)
{
    auto* command = calendar.add_subcommand("list", "Dates with their hours, and which are working days");
    auto options = std::make_shared<ListOptions>();
    command->add_option("--data", options->data, "The hall's directory")
        ->required()
        ->check(CLI::ExistingDirectory);
    command->add_option("--from", options->from, "First date; without it today")->check(isDate);
    command->add_option("--to", options->to, "The date after the last one; without it 31 dates")
        ->check(isDate);
    command->callback([options, &context] { list(*options, context); });
}

} // namespace

void addCalendar(CLI::App& app, Context& context)
{
    auto* calendar = app.add_subcommand("calendar", "Public holidays and weekends that are worked");
    calendar->require_subcommand(1);
    addList(*calendar, context);
    auto* command = calendar->add_subcommand("import", "Writes a year's public days into hall.toml");
    auto options = std::make_shared<CalendarOptions>();
    command->add_option("FILE", options->file, "A year as holiday-cn has it: JSON")
        ->required()
        ->check(CLI::ExistingFile);
    command->add_option("--data", options->data, "The hall's directory")
        ->required()
        ->check(CLI::ExistingDirectory);
    command->add_flag("--dry-run", options->dryRun, "Only says what would be imported");
    command->callback([options, &context] { import(*options, context); });
}

} // namespace starqueue::cli
