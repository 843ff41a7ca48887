#include <db/people/customer_csv.h>

#include <formats/encoding/conversion.h>
#include <formats/encoding/name_text.h>
#include <queue/rules/rules.h>

#include <time/timestamp.h>

#include <algorithm>
#include <charconv>
#include <utility>

namespace starqueue::db {

namespace {

constexpr auto kColumnNames =
    std::to_array<std::string_view>({"kind", "value", "stars", "key_contact", "name", "labels"});

/// In characters: what a clerk's screen shows, and what an identity of a request may have.
constexpr auto kLongest = std::to_array<std::size_t>({20, 64, 20, 20, 80, 2000});

/// Why a column can't hold that, in words that follow its name; empty: it can. Quotes nothing.
std::string cellProblem(const std::string& text, std::size_t longest)
{
    if (const auto problem = formats::nameProblem(text))
        return *problem;
    if (text.find_first_not_of(" \t") != text.npos && formats::isBlank(text))
        return "is blank: nothing of it is seen";
    if (text.size() > longest && formats::codePoints(text)->size() > longest)
        return "has more than " + std::to_string(longest) + " characters";
    return {};
}

std::string trimmed(std::string_view text)
{
    const auto first = text.find_first_not_of(" \t");
    return first == text.npos ? std::string{}
                              : std::string{text.substr(first, text.find_last_not_of(" \t") - first + 1)};
}

std::vector<std::string> split(std::string_view text, char at)
{
    std::vector<std::string> parts;
    for (std::size_t begin = 0; begin <= text.size();) {
        const std::size_t end = std::min(text.find(at, begin), text.size());
        parts.push_back(trimmed(text.substr(begin, end - begin)));
        begin = end + 1;
    }
    return parts;
}

std::optional<int> starsIn(const std::string& text)
{
    int stars = 0;
    const char* const end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data(), end, stars);
    if (error != std::errc{} || stop != end || stars < 0 || stars > queue::kMostStars)
        return std::nullopt;
    return stars;
}

std::optional<bool> yesIn(const std::string& text)
{
    const auto isOneOf = [&](auto... words) { return ((text == words) || ...); };
    if (isOneOf("1", "true", "yes", "是"))
        return true;
    if (isOneOf("", "0", "false", "no", "否"))
        return false;
    return std::nullopt;
}

tl::expected<NeedLabel, std::string> labelIn(const std::string& text)
{
    auto parts = split(text, '|');
    if (parts.size() > 6 || parts[0].empty())
        return tl::unexpected{std::string{"a label must be name|first need|second need|note|icon|expires"}};
    parts.resize(6);
    NeedLabel label{parts[0], parts[1], parts[2], parts[3], parts[4], time::parseDate(parts[5])};
    if (!parts[5].empty() && !label.expires)
        return tl::unexpected{std::string{"a label must expire on a date such as 2026-11-22"}};
    return label;
}

tl::expected<std::vector<NeedLabel>, std::string> labelsIn(const std::string& text)
{
    std::vector<NeedLabel> labels;
    for (const std::string& part : split(text, ';')) {
        if (part.empty())
            continue;
        auto label = labelIn(part);
        if (!label)
            return tl::unexpected{std::move(label.error())};
        labels.push_back(std::move(*label));
    }
    return labels;
}

/// The heading is no customer's, unless the file has none: then a value stands there, which isn't repeated.
std::string unknownColumn(const std::string& name)
{
    const bool isWord =
        name.size() <= 40 && std::ranges::none_of(name, [](char c) { return c >= '0' && c <= '9'; });
    return (isWord ? "there is no column \"" + name + '"' : "a column is unknown") +
           ": the first line names columns of kind,value,stars,key_contact,name,labels and no others, so "
           "that a mistyped "
           "one wipes nothing";
}

/// "1.38E+10": the last digits are lost.
bool isRounded(std::string_view text)
{
    return text.find_first_not_of("0123456789.+E") == text.npos && text.find("E+") != text.npos;
}

tl::expected<std::string, std::string> identityIn(IdentityKind kind, const std::string& text)
{
    if (isRounded(text))
        return tl::unexpected{std::string{"a spreadsheet has rounded the value: make its column text"}};
    if (auto value = normalized(kind, text))
        return *value;
    return tl::unexpected{std::string{kind == IdentityKind::Phone
                                          ? "the value is no phone number of 5 to 20 digits"
                                          : "the value is empty"}};
}

} // namespace

std::optional<std::string> normalized(IdentityKind kind, std::string_view value)
{
    std::string text{value};
    std::erase_if(text, [](char c) { return c == ' ' || c == '-' || c == '\t'; });
    if (kind != IdentityKind::Phone)
        return text.empty() ? std::nullopt : std::optional{text};
    for (const std::string_view country : {"+86", "0086"})
        if (text.starts_with(country))
            text.erase(0, country.size());
    const bool isNumber = text.size() >= 5 && text.size() <= 20 &&
                          std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
    return isNumber ? std::optional{text} : std::nullopt;
}

CustomerCsv::CustomerCsv(std::string_view text) : m_reader(text, formats::CsvReader::LineBreaks::Never)
{
    readHeading();
}

void CustomerCsv::readHeading()
{
    const auto heading = m_reader.next();
    m_width = heading ? heading->fields.size() : 0;
    const std::size_t line = heading ? heading->line : 1;
    for (std::size_t i = 0; i < m_width; ++i) {
        const std::string name = trimmed(heading->fields[i]);
        const auto found = std::ranges::find(kColumnNames, name);
        if (found == kColumnNames.end() && !name.empty())
            m_badHeading = RefusedRow{line, unknownColumn(name)};
        if (found == kColumnNames.end())
            continue;
        auto& place = m_places[static_cast<std::size_t>(found - kColumnNames.begin())];
        if (place)
            m_badHeading = RefusedRow{line, "the heading names the column " + std::string{*found} + " twice"};
        place = i;
    }
    if (!m_places[Kind] || !m_places[Value] || !m_places[Stars])
        m_badHeading = RefusedRow{line, "the first line must name the columns kind,value,stars (and "
                                        "key_contact,name,labels where they are given)"};
    m_isRefused = m_badHeading.has_value();
}

std::optional<tl::expected<CustomerCsv::Row, RefusedRow>> CustomerCsv::next()
{
    if (m_badHeading)
        return tl::unexpected{*std::exchange(m_badHeading, std::nullopt)};
    const auto line = m_reader.next();
    if (!line)
        return std::nullopt;
    return row(*line).map_error([&](std::string reason) {
        return RefusedRow{line->line, std::move(reason)};
    });
}

std::string CustomerCsv::cell(const Record& line, Column column) const
{
    const auto place = m_places[column];
    return place ? trimmed(line.fields[*place]) : std::string{};
}

/// Empty: the line has a field for each of the heading's, and each of ours is plain text.
std::string CustomerCsv::shapeProblem(const Record& line) const
{
    if (m_isRefused)
        return "it isn't read, as the heading is wrong";
    if (!line.fault.empty())
        return std::string{line.fault};
    const auto& fields = line.fields;
    const bool isLonger = std::any_of(fields.begin() + std::min(m_width, fields.size()), fields.end(),
                                      [](const std::string& field) { return !field.empty(); });
    if (fields.size() < m_width || isLonger)
        return "it has " + std::to_string(fields.size()) + " fields, and the heading " +
               std::to_string(m_width);
    for (std::size_t column = 0; column < Columns; ++column) {
        if (!m_places[column])
            continue;
        if (const std::string problem = cellProblem(fields[*m_places[column]], kLongest[column]);
            !problem.empty())
            return std::string{kColumnNames[column]} + " " + problem;
    }
    return {};
}

// Reasons are printed and logged, so they never contain what a field says.
tl::expected<CustomerCsv::Row, std::string> CustomerCsv::row(const Record& line) const
{
    if (std::string problem = shapeProblem(line); !problem.empty())
        return tl::unexpected{std::move(problem)};
    const auto kind = queue::withWord<IdentityKind>(cell(line, Kind));
    if (!kind)
        return tl::unexpected{"kind must be " + queue::wordList<IdentityKind>()};
    auto value = identityIn(*kind, cell(line, Value));
    if (!value)
        return tl::unexpected{std::move(value.error())};
    return record(line).map([&](CustomerRecord&& record) {
        return Row{*kind,
                   std::move(*value),
                   std::move(record),
                   m_places[KeyContact].has_value(),
                   m_places[PersonName].has_value(),
                   m_places[Labels].has_value()};
    });
}

tl::expected<CustomerRecord, std::string> CustomerCsv::record(const Record& line) const
{
    const auto stars = starsIn(cell(line, Stars));
    if (!stars)
        return tl::unexpected{"stars must be a number from 0 to " + std::to_string(queue::kMostStars)};
    const auto keyContact = yesIn(cell(line, KeyContact));
    if (!keyContact)
        return tl::unexpected{std::string{"key_contact must be 1 or 0"}};
    auto labels = labelsIn(cell(line, Labels));
    if (!labels)
        return tl::unexpected{std::move(labels.error())};
    return CustomerRecord{*stars, *keyContact, cell(line, PersonName), std::move(*labels)};
}

CustomerRecord CustomerCsv::Row::over(const CustomerRecord& known) const
{
    CustomerRecord merged = record;
    if (!saysKeyContact)
        merged.keyContact = known.keyContact;
    if (!saysName)
        merged.name = known.name;
    if (!saysLabels)
        merged.labels = known.labels;
    return merged;
}

std::vector<std::string> CustomerCsv::absent() const
{
    std::vector<std::string> names;
    for (std::size_t column = 0; column < Columns && !m_isRefused; ++column)
        if (!m_places[column])
            names.emplace_back(kColumnNames[column]);
    return names;
}

std::vector<CustomerCsv::Row> rowsIn(std::string_view csv, ImportReport& report)
{
    std::vector<CustomerCsv::Row> rows;
    CustomerCsv lines{csv};
    report.absent = lines.absent();
    while (auto row = lines.next()) {
        if (*row)
            rows.push_back(std::move(**row));
        else
            report.refused.push_back(std::move(row->error()));
    }
    return rows;
}

bool looksLikePhone(std::string_view value)
{
    const auto number = normalized(IdentityKind::Phone, value);
    if (!number)
        return false;
    const bool mobile = number->size() == 11 && number->front() == '1';
    return mobile || (number->size() >= 10 && number->size() <= 12 && number->front() == '0');
}

} // namespace starqueue::db
