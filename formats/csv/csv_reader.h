#pragma once

#include <iosfwd>
#include <optional>
#include <string>
#include <vector>

namespace starqueue::formats {

/// Reads a CSV file (RFC 4180, UTF-8, with or without byte order mark) record by record; LF alone ends a line
/// too. CsvWriter is its counterpart. A stream that fails reads as its end.
class CsvReader
{
public:
    explicit CsvReader(std::istream& in);

    struct Record
    {
        std::size_t line = 0; ///< where it begins, from 1
        std::vector<std::string> fields;
        bool closed = true; ///< false: the file ended inside quotes
    };
    /// The next record; empty at the end. Empty lines are skipped.
    std::optional<Record> next();

private:
    void skipByteOrderMark();
    bool readField(Record& record);
    bool readQuoted(std::string& field);
    int take();

    std::istream& m_in;
    std::size_t m_line = 1;
    std::string m_begun; ///< of the first field: what began like a byte order mark and isn't one
};

} // namespace starqueue::formats
