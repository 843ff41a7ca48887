#include <formats/csv/csv_writer.h>

#include <formats/csv/byte_order_mark.h>

namespace starqueue::formats {

namespace {

constexpr std::string_view kFormulaStarts = "=+-@\t\r";

bool needsQuotes(std::string_view text)
{
    return text.find_first_of(",\"\r\n") != std::string_view::npos || text.starts_with(kByteOrderMark);
}

} // namespace

CsvWriter::CsvWriter(Reader reader)
    : m_out(reader == Reader::Spreadsheet ? kByteOrderMark : std::string_view{}),
      m_lineEnd(reader == Reader::Spreadsheet ? "\r\n" : "\n"), m_recordBegin(m_out.size())
{}

void CsvWriter::text(std::string_view value)
{
    beginCell();
    const bool isFormula = !value.empty() && kFormulaStarts.find(value.front()) != std::string_view::npos;
    const std::string_view guard = isFormula ? "'" : "";
    if (!needsQuotes(value)) {
        m_out.append(guard).append(value);
        return;
    }
    m_out.append("\"").append(guard);
    for (const char c : value)
        m_out.append(c == '"' ? 2 : 1, c);
    m_out += '"';
}

void CsvWriter::number(std::string_view digits)
{
    beginCell();
    m_out += digits;
}

// A record of one empty cell would be a line without a character, which readers pass over.
void CsvWriter::endRecord()
{
    if (m_cells == 1 && m_out.size() == m_recordBegin)
        m_out += "\"\"";
    m_out += m_lineEnd;
    m_cells = 0;
    m_recordBegin = m_out.size();
}

void CsvWriter::record(std::span<const std::string> texts)
{
    for (const std::string& each : texts)
        text(each);
    endRecord();
}

void CsvWriter::beginCell()
{
    if (m_cells++ > 0)
        m_out += ',';
}

} // namespace starqueue::formats
