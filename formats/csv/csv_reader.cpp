#include <formats/csv/csv_reader.h>

#include <formats/csv/byte_order_mark.h>

#include <istream>
#include <utility>

namespace starqueue::formats {

namespace {

constexpr int kEnd = std::char_traits<char>::eof();

} // namespace

CsvReader::CsvReader(std::istream& in) : m_in(in)
{
    skipByteOrderMark();
}

// Other letters begin with the mark's first bytes ("＝" is EF BC 9D), and a pipe can't be rewound.
void CsvReader::skipByteOrderMark()
{
    for (const char byte : kByteOrderMark) {
        if (m_in.peek() != static_cast<unsigned char>(byte))
            return;
        m_begun += static_cast<char>(m_in.get());
    }
    m_begun.clear();
}

std::optional<CsvReader::Record> CsvReader::next()
{
    while (m_begun.empty() && (m_in.peek() == '\n' || m_in.peek() == '\r'))
        take();
    if (m_begun.empty() && m_in.peek() == kEnd)
        return std::nullopt;
    Record record;
    record.line = m_line;
    while (readField(record)) {
    }
    return record;
}

/// True: another field follows on this record.
bool CsvReader::readField(Record& record)
{
    std::string& field = record.fields.emplace_back(std::exchange(m_begun, {}));
    for (;;) {
        const int c = take();
        if (c == ',')
            return true;
        if (c == kEnd || c == '\n')
            return false;
        if (c == '"' && field.empty()) {
            record.closed = readQuoted(field);
            continue;
        }
        if (c != '\r' || m_in.peek() != '\n')
            field += static_cast<char>(c);
    }
}

bool CsvReader::readQuoted(std::string& field)
{
    for (int c = take(); c != kEnd; c = take()) {
        if (c == '"' && m_in.peek() != '"')
            return true;
        if (c == '"')
            take();
        field += static_cast<char>(c);
    }
    return false;
}

int CsvReader::take()
{
    const int c = m_in.get();
    if (c == '\n')
        ++m_line;
    return c;
}

} // namespace starqueue::formats
