#include <db/people/customer_csv.h>

#include <queue/rules/rules.h>

#include <time/timestamp.h>

#include <algorithm>
#include <charconv>

namespace starqueue::db {

namespace {

constexpr auto kColumnNames =
    std::to_array<std::string_view>({"kind", "value", "stars", "key_contact", "name", "labels"});

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
        return tl::unexpected{"label \"" + text + "\" must be name|first need|second need|note|icon|expires"};
    parts.resize(6);
    NeedLabel label{parts[0], parts[1], parts[2], parts[3], parts[4], time::parseDate(parts[5])};
    if (!parts[5].empty() && !label.expires)
        return tl::unexpected{"a label expires on \"" + parts[5] + "\": give a date like 2026-11-22"};
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

CustomerCsv::CustomerCsv(std::istream& in) : m_reader(in)
{
    readHeader();
}

void CustomerCsv::readHeader()
{
    const auto header = m_reader.next();
    for (std::size_t i = 0; header && i < header->fields.size(); ++i) {
        const auto found = std::ranges::find(kColumnNames, trimmed(header->fields[i]));
        if (found != kColumnNames.end())
            m_places[static_cast<std::size_t>(found - kColumnNames.begin())] = i;
    }
    if (!m_places[Kind] || !m_places[Value] || !m_places[Stars])
        m_headerProblem = ImportProblem{1, "the first line must name the columns kind,value,stars (and "
                                           "key_contact,name,labels where they are given)"};
}

std::optional<tl::expected<CustomerCsv::Row, ImportProblem>> CustomerCsv::next()
{
    if (m_headerProblem) {
        const auto problem = tl::unexpected{*std::exchange(m_headerProblem, std::nullopt)};
        while (m_reader.next()) {
        }
        return problem;
    }
    const auto line = m_reader.next();
    if (!line)
        return std::nullopt;
    return row(*line).map_error([&](std::string detail) {
        return ImportProblem{line->line, std::move(detail)};
    });
}

std::string CustomerCsv::cell(const formats::CsvReader::Record& line, Column column) const
{
    const auto place = m_places[column];
    return place && *place < line.fields.size() ? trimmed(line.fields[*place]) : std::string{};
}

// Problems are printed and logged, so they never contain an identity or a name.
tl::expected<CustomerCsv::Row, std::string> CustomerCsv::row(const formats::CsvReader::Record& line) const
{
    if (!line.closed)
        return tl::unexpected{std::string{"a quotation mark is not closed"}};
    const auto kind = queue::withWord<IdentityKind>(cell(line, Kind));
    if (!kind)
        return tl::unexpected{"kind \"" + cell(line, Kind) + "\" must be " + queue::wordList<IdentityKind>()};
    auto value = normalized(*kind, cell(line, Value));
    if (!value)
        return tl::unexpected{std::string{"the value is empty, or no phone number of 5 to 20 digits"}};
    const auto stars = starsIn(cell(line, Stars));
    if (!stars)
        return tl::unexpected{"stars \"" + cell(line, Stars) + "\" must be a number from 0 to " +
                              std::to_string(queue::kMostStars)};
    const auto keyContact = yesIn(cell(line, KeyContact));
    if (!keyContact)
        return tl::unexpected{"key_contact \"" + cell(line, KeyContact) + "\" must be 1 or 0"};
    auto labels = labelsIn(cell(line, Labels));
    if (!labels)
        return tl::unexpected{std::move(labels.error())};
    return Row{*kind, std::move(*value), {*stars, *keyContact, cell(line, PersonName), std::move(*labels)}};
}

} // namespace starqueue::db
