#include <formats/csv/csv_reader.h>

#include <formats/csv/byte_order_mark.h>
#include <formats/encoding/lines.h>

#include <algorithm>

namespace starqueue::formats {

namespace {

constexpr std::size_t kMostLinesAField = 50; // bounds what is read twice where a quotation mark is left open
constexpr std::string_view kQuoteOpen = "a quotation mark is not closed";
constexpr std::string_view kQuoteOpenOnLine = "a quotation mark is not closed on its line";
constexpr std::string_view kTextAfterQuote = "text stands after a closing quotation mark";

} // namespace

CsvReader::CsvReader(std::string_view text, LineBreaks lineBreaks) : m_text(text), m_lineBreaks(lineBreaks)
{
    if (m_text.starts_with(kByteOrderMark))
        m_text.remove_prefix(kByteOrderMark.size());
}

std::optional<CsvReader::Record> CsvReader::next()
{
    while (skipLineEnd()) {
    }
    if (rest().empty())
        return std::nullopt;
    const Place begin = m_place;
    Record record{begin.line, 0, {}, {}};
    record.fault = readRecord(record.fields);
    if (!record.fault.empty()) {
        record.fields.clear();
        m_place = begin;
        skipLine();
    }
    record.endLine = m_place.line + (rest().empty() && !endsALine(m_text) ? 1 : 0);
    return record;
}

std::string_view CsvReader::readRecord(std::vector<std::string>& fields)
{
    do {
        if (const auto fault = readField(fields.emplace_back()); !fault.empty())
            return fault;
    } while (skipSeparator());
    skipLineEnd();
    return {};
}

std::string_view CsvReader::readField(std::string& field)
{
    if (rest().starts_with('"'))
        return readQuoted(field);
    field = rest().substr(0, rest().find_first_of(",\r\n"));
    m_place.at += field.size();
    return {};
}

std::string_view CsvReader::readQuoted(std::string& field)
{
    const std::size_t firstLine = m_place.line;
    ++m_place.at;
    while (!rest().empty()) {
        const std::string_view plain = rest().substr(0, rest().find_first_of("\"\r\n"));
        field += plain;
        m_place.at += plain.size();
        if (rest().starts_with("\"\"")) {
            field += '"';
            m_place.at += 2;
        } else if (rest().starts_with('"')) {
            ++m_place.at;
            const bool ends = rest().empty() || rest().starts_with(',') || lineEndAt(rest()) > 0;
            return ends ? std::string_view{} : kTextAfterQuote;
        } else {
            field += rest().substr(0, lineEndAt(rest()));
            skipLineEnd();
            if (m_lineBreaks == LineBreaks::Never)
                return kQuoteOpenOnLine;
            if (m_place.line - firstLine > kMostLinesAField)
                return kQuoteOpen;
        }
    }
    return kQuoteOpen;
}

bool CsvReader::skipSeparator()
{
    const bool follows = rest().starts_with(',');
    m_place.at += follows ? 1 : 0;
    return follows;
}

bool CsvReader::skipLineEnd()
{
    const std::size_t length = lineEndAt(rest());
    m_place.at += length;
    m_place.line += length > 0 ? 1 : 0;
    return length > 0;
}

void CsvReader::skipLine()
{
    m_place.at += std::min(rest().find_first_of("\r\n"), rest().size());
    skipLineEnd();
}

} // namespace starqueue::formats
