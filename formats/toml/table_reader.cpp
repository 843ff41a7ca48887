#include <formats/toml/table_reader.h>

#include <formats/encoding/conversion.h>
#include <formats/encoding/name_text.h>
#include <formats/nearest_name.h>

#include <algorithm>
#include <sstream>

namespace starqueue::formats {

namespace {

constexpr std::size_t kLongestName = 80; // characters

std::string plain(double number)
{
    return (std::ostringstream{} << number).str();
}

std::string between(const TableReader::Range& range)
{
    return "from " + plain(range.least) + " to " + plain(range.most);
}

bool inside(const TableReader::Range& range, double number)
{
    return range.least <= number && number <= range.most;
}

std::string listed(const std::vector<std::string_view>& words)
{
    std::string text;
    for (const std::string_view word : words)
        text += (text.empty() ? "\"" : ", \"") + std::string{word} + "\"";
    return text;
}

} // namespace

TableReader::TableReader(const toml::table& table, std::string path, Diagnostics& diagnostics)
    : m_table(table), m_path(std::move(path)), m_diagnostics(diagnostics)
{
    if (!m_path.empty())
        m_diagnostics.places[m_path] = {static_cast<int>(table.source().begin.line), ""};
}

std::string TableReader::text(std::string_view key, const std::optional<std::string>& otherwise)
{
    const toml::node* node = take(key, !otherwise);
    if (!node)
        return otherwise.value_or("");
    const auto value = node->value_exact<std::string>();
    if (!value)
        refuse(key, "must be a text in quotation marks");
    else if (value->empty())
        refuse(key, "must not be empty");
    else
        checkPlain(key, *value);
    return value.value_or("");
}

std::string TableReader::name(std::string_view key)
{
    std::string value = text(key);
    if (!refused(key))
        checkPlain(key, value, kLongestName);
    return value;
}

std::optional<std::string> TableReader::textIfAny(std::string_view key)
{
    return take(key, false) ? std::optional{text(key)} : std::nullopt;
}

int TableReader::whole(std::string_view key, Range range, std::optional<int> otherwise)
{
    const int spare = otherwise.value_or(static_cast<int>(range.least));
    const toml::node* node = take(key, !otherwise);
    if (!node)
        return spare;
    const auto value = node->value_exact<std::int64_t>();
    if (value && inside(range, static_cast<double>(*value)))
        return static_cast<int>(*value);
    refuse(key, "must be a whole number " + between(range));
    return spare;
}

std::optional<int> TableReader::wholeIfAny(std::string_view key, Range range)
{
    return take(key, false) ? std::optional{whole(key, range)} : std::nullopt;
}

int TableReader::oneOf(std::string_view key, const std::vector<int>& allowed, int otherwise)
{
    const toml::node* node = take(key, false);
    if (!node)
        return otherwise;
    const auto value = node->value_exact<std::int64_t>();
    std::string listed;
    for (const int one : allowed) {
        if (value == one)
            return one;
        listed += (listed.empty() ? "" : ", ") + std::to_string(one);
    }
    refuse(key, "must be one of " + listed);
    return otherwise;
}

double TableReader::number(std::string_view key, Range range, std::optional<double> otherwise)
{
    const double spare = otherwise.value_or(range.least);
    const toml::node* node = take(key, !otherwise);
    if (!node)
        return spare;
    if (const auto value = node->value<double>(); node->is_number() && value && inside(range, *value))
        return *value;
    refuse(key, "must be a number " + between(range));
    return spare;
}

std::vector<double> TableReader::numbers(std::string_view key, Range range)
{
    const toml::node* node = take(key, false);
    std::vector<double> values;
    const toml::array* array = node ? node->as_array() : nullptr;
    for (std::size_t i = 0; array && i < array->size(); ++i) {
        const auto value = (*array)[i].value<double>();
        if ((*array)[i].is_number() && value && inside(range, *value))
            values.push_back(*value);
    }
    if (node && (!array || array->empty() || values.size() != array->size()))
        refuse(key, "must be a list of numbers " + between(range));
    return values;
}

bool TableReader::yesNo(std::string_view key, bool otherwise)
{
    const toml::node* node = take(key, false);
    if (!node)
        return otherwise;
    const auto value = node->value_exact<bool>();
    if (!value)
        refuse(key, "must be true or false");
    return value.value_or(otherwise);
}

std::vector<std::string> TableReader::texts(std::string_view key, std::vector<std::string> otherwise)
{
    const toml::node* node = take(key, false);
    if (!node)
        return otherwise;
    std::vector<std::string> values;
    const toml::array* array = node->as_array();
    for (std::size_t i = 0; array && i < array->size(); ++i) {
        if (const auto value = (*array)[i].value_exact<std::string>())
            values.push_back(*value);
    }
    for (const std::string& value : values)
        checkPlain(key, value);
    if (!array || values.size() != array->size())
        refuse(key, "must be a list of texts: [\"…\", \"…\"]");
    return values;
}

std::vector<int> TableReader::wholes(std::string_view key, Range range)
{
    const toml::node* node = take(key, false);
    if (!node)
        return {};
    std::vector<int> values;
    const toml::array* array = node->as_array();
    for (std::size_t i = 0; array && i < array->size(); ++i) {
        const auto value = (*array)[i].value_exact<std::int64_t>();
        if (value && inside(range, static_cast<double>(*value)))
            values.push_back(static_cast<int>(*value));
    }
    if (!array || values.size() != array->size())
        refuse(key, "must be a list of whole numbers " + between(range));
    return values;
}

void TableReader::section(std::string_view key, const std::function<void(TableReader&)>& read)
{
    const toml::node* node = take(key, false);
    if (!node)
        return;
    const toml::table* table = node->as_table();
    if (!table)
        return refuse(key, "must be a table");
    TableReader reader(*table, pathOf(key), m_diagnostics);
    read(reader);
    reader.finish();
}

void TableReader::eachOf(std::string_view key, const std::function<void(TableReader&)>& read)
{
    const toml::node* node = take(key, false);
    if (!node)
        return;
    const toml::array* array = node->as_array();
    if (!array || !array->is_homogeneous(toml::node_type::table))
        return refuse(key, "must be written as [[" + std::string{key} + "]], once for each");
    for (std::size_t i = 0; i < array->size(); ++i) {
        const std::string path = pathOf(key) + "[" + std::to_string(i) + "]";
        const toml::table& table = *(*array)[i].as_table();
        if (const auto id = table["id"].value_exact<std::string>(); id && !id->empty())
            m_diagnostics.names[path] = pathOf(key) + " \"" + *id + "\"";
        TableReader reader(table, path, m_diagnostics);
        read(reader);
        reader.finish();
    }
}

void TableReader::eachEntry(std::string_view key,
                            const std::function<void(const std::string&, TableReader&)>& read)
{
    section(key, [&read](TableReader& entries) {
        for (const auto& [name, value] : entries.m_table) {
            entries.checkPlain(name.str(), name.str());
            read(std::string{name.str()}, entries);
        }
    });
}

// Every text of every file of settings passes here: names are spoken, printed and drawn on one line.
void TableReader::checkPlain(std::string_view key, std::string_view text, std::size_t longest)
{
    if (const auto problem = nameProblem(text))
        refuse(key, "must be one line of plain text; it " + *problem);
    else if (!text.empty() && isBlank(text))
        refuse(key, "must not be blank: nothing of it is seen");
    else if (const std::size_t length = codePoints(text)->size(); length > longest)
        refuse(key,
               "has " + std::to_string(length) + " characters; at most " + std::to_string(longest) + " fit");
}

void TableReader::refuse(std::string_view key, std::string advice)
{
    const toml::node* node = m_table.get(key);
    m_diagnostics.problems.push_back({m_diagnostics.file, lineOf(key), m_diagnostics.named(pathOf(key)),
                                      node ? written(*node) : std::string{}, std::move(advice)});
}

bool TableReader::refused(std::string_view key) const
{
    return std::ranges::find(m_diagnostics.problems, m_diagnostics.named(pathOf(key)),
                             &SettingProblem::key) != m_diagnostics.problems.end();
}

int TableReader::lineOf(std::string_view key) const
{
    const toml::node* node = m_table.get(key);
    const int found = node ? static_cast<int>(node->source().begin.line) : 0;
    return found > 0 ? found : static_cast<int>(m_table.source().begin.line);
}

void TableReader::finish()
{
    for (const auto& [key, value] : m_table) {
        if (m_known.contains(std::string{key.str()}))
            continue;
        const std::string nearest = nearestName(key.str(), m_known);
        refuse(key.str(), "there is no such setting" +
                              (nearest.empty() ? std::string{} : "; the nearest is \"" + nearest + "\""));
    }
}

const toml::node* TableReader::take(std::string_view key, bool required)
{
    m_known.emplace(key);
    const toml::node* node = m_table.get(key);
    if (node)
        m_diagnostics.places[pathOf(key)] = {lineOf(key), written(*node)};
    else if (required)
        refuse(key, "is missing; it must be given here");
    return node;
}

std::optional<std::size_t> TableReader::chosenWord(std::string_view key,
                                                   const std::vector<std::string_view>& words)
{
    const toml::node* node = take(key, false);
    if (!node)
        return std::nullopt;
    const auto value = node->value_exact<std::string>().value_or("");
    const auto found = std::ranges::find(words, value);
    if (found != words.end())
        return static_cast<std::size_t>(found - words.begin());
    refuse(key, "must be one of " + listed(words));
    return std::nullopt;
}

std::string TableReader::pathOf(std::string_view key) const
{
    return m_path.empty() ? std::string{key} : m_path + "." + std::string{key};
}

} // namespace starqueue::formats
