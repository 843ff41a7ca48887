#include <db/recorded/recorded_days.h>

#include <formats/csv/csv_reader.h>
#include <formats/encoding/name_text.h>
#include <time/timestamp.h>

#include <queue/recording/day_builder.h>
#include <queue/rules/rules.h>

#include <algorithm>
#include <array>
#include <map>
#include <utility>

namespace starqueue::db {

namespace {

constexpr auto kColumns = std::to_array<std::string_view>(
    {"issued", "service", "stars", "key_contact", "called", "started", "finished", "left", "counter"});
enum Column : std::size_t { Issued, Service, Stars, KeyContact, Called, Started, Finished, Left, Counter };

using Places = std::array<std::optional<std::size_t>, kColumns.size()>;
template <class Value> using Read = tl::expected<Value, std::string>;

/// The two digits at `at`, if below `end`.
std::optional<int> twoDigits(std::string_view text, std::size_t at, int end)
{
    const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
    if (at + 2 > text.size() || !isDigit(text[at]) || !isDigit(text[at + 1]))
        return std::nullopt;
    const int value = (text[at] - '0') * 10 + text[at + 1] - '0';
    return value < end ? std::optional(value) : std::nullopt;
}

/// Parses "2026-11-22 10:24:05"; T may replace the blank, seconds are optional.
std::optional<Instant> wallTime(std::string_view text)
{
    if ((text.size() != 16 && text.size() != 19) || (text[10] != ' ' && text[10] != 'T') || text[13] != ':' ||
        (text.size() == 19 && text[16] != ':'))
        return std::nullopt;
    const auto date = time::parseGivenDate(text.substr(0, 10));
    const auto hours = twoDigits(text, 11, 24);
    const auto minutes = twoDigits(text, 14, 60);
    const auto seconds = text.size() == 19 ? twoDigits(text, 17, 60) : 0;
    if (!date || !hours || !minutes || !seconds)
        return std::nullopt;
    return std::chrono::sys_days{*date} + std::chrono::hours{*hours} + Minutes{*minutes} + Seconds{*seconds};
}

/// One line's cells by column.
class Row
{
public:
    Row(const formats::CsvReader::Record& record, const Places& places) : m_record(record), m_places(places)
    {}

    /// Empty also if the file lacks the column.
    [[nodiscard]] std::string_view cell(Column column) const
    {
        const auto place = m_places[column];
        return place && *place < m_record.fields.size() ? std::string_view{m_record.fields[*place]}
                                                        : std::string_view{};
    }

    /// Empty cell: no time.
    [[nodiscard]] Read<std::optional<Instant>> time(Column column) const
    {
        const std::string_view text = cell(column);
        if (text.empty())
            return std::nullopt;
        const auto at = wallTime(text);
        if (!at)
            return complain(column, "a time such as 2026-11-22 10:24:05");
        return at;
    }

    [[nodiscard]] tl::unexpected<std::string> complain(Column column, std::string_view wanted) const
    {
        return tl::unexpected(std::string{kColumns[column]} + " must be " + std::string{wanted});
    }

private:
    const formats::CsvReader::Record& m_record;
    const Places& m_places;
};

/// The known times of one visit.
struct Times
{
    std::array<std::optional<Instant>, kColumns.size()> at;
};

Read<Times> timesIn(const Row& row)
{
    Times times;
    for (const Column column : {Issued, Called, Started, Finished, Left}) {
        const auto time = row.time(column);
        if (!time)
            return tl::unexpected(time.error());
        times.at[column] = *time;
    }
    if (!times.at[Issued])
        return row.complain(Issued, "a time such as 2026-11-22 10:24:05");
    if (!times.at[Called] && (times.at[Started] || times.at[Finished]))
        return row.complain(Called, "a time, as a service is given");
    if (times.at[Called] && times.at[Left])
        return row.complain(Left, "empty, as a call is given");
    Instant before = *times.at[Issued];
    for (const Column column : {Called, Started, Finished, Left}) {
        if (times.at[column].value_or(before) < before)
            return row.complain(column, "no earlier than the time before it");
        before = times.at[column].value_or(before);
    }
    return times;
}

/// Empty: service and counter, by which a day is replayed, have names.
std::string problemOfNames(const Row& row)
{
    if (row.cell(Service).empty())
        return "service must be the name of one";
    for (const Column column : {Service, Counter}) {
        if (const auto problem = formats::nameProblem(row.cell(column)))
            return std::string{kColumns[column]} + " " + *problem;
    }
    return {};
}

Read<queue::RecordedCustomer> customerIn(const Row& row)
{
    const auto times = timesIn(row);
    if (!times)
        return tl::unexpected(times.error());
    const std::string_view stars = row.cell(Stars);
    if (!stars.empty() && (stars.size() != 1 || stars[0] < '0' || stars[0] > '0' + queue::kMostStars))
        return row.complain(Stars, "0 to " + std::to_string(queue::kMostStars));
    const std::string_view key = row.cell(KeyContact);
    if (!key.empty() && key != "0" && key != "1")
        return row.complain(KeyContact, "0 or 1");
    if (std::string problem = problemOfNames(row); !problem.empty())
        return tl::unexpected(std::move(problem));
    const auto& at = times->at;
    queue::RecordedCustomer customer;
    customer.arrives = *at[Issued];
    customer.stars = static_cast<std::uint8_t>(stars.empty() ? 0 : stars[0] - '0');
    customer.keyContact = key == "1";
    customer.called = at[Called];
    customer.left = at[Left];
    customer.comes = !at[Called] || at[Started] || at[Finished];
    if (at[Started])
        customer.approach = *at[Started] - *at[Called];
    if (at[Finished])
        customer.serves = *at[Finished] - at[Started].value_or(*at[Called]);
    return customer;
}

Places placesIn(const std::vector<std::string>& heading)
{
    Places places;
    for (std::size_t i = 0; i < heading.size(); ++i) {
        const auto found = std::ranges::find(kColumns, heading[i]);
        if (found != kColumns.end())
            places[static_cast<std::size_t>(found - kColumns.begin())] = i;
    }
    return places;
}

} // namespace

RecordedCsv readRecordedCsv(std::string_view text, const std::vector<std::string>& services)
{
    RecordedCsv csv;
    formats::CsvReader reader(text);
    const auto heading = reader.next();
    const Places places = heading ? placesIn(heading->fields) : Places{};
    const bool isHeaded = places[Issued] && places[Service];
    if (!isHeaded)
        csv.skipped.push_back({1, "the first line must name the columns issued and service (and stars, "
                                  "key_contact, called, started, finished, left, counter where known)"});
    std::map<Date, queue::DayBuilder> days;
    while (const auto record = reader.next()) {
        const Row row(*record, places);
        const std::string_view fault = isHeaded ? record->fault : "it isn't read, as the heading is wrong";
        auto customer = fault.empty() ? customerIn(row) : tl::unexpected(std::string{fault});
        if (!customer) {
            csv.skipped.push_back({record->line, std::move(customer.error())});
            continue;
        }
        ++csv.customers;
        if (!services.empty() && std::ranges::find(services, row.cell(Service)) == services.end())
            continue;
        const Date date{std::chrono::floor<std::chrono::days>(customer->arrives)};
        days.try_emplace(date, date).first->second.add(*customer, row.cell(Service), row.cell(Counter));
    }
    for (auto& [date, day] : days)
        csv.days.push_back(std::move(day).build());
    return csv;
}

} // namespace starqueue::db
