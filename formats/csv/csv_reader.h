#pragma once

#include <iosfwd>
#include <optional>
#include <string>
#include <vector>

namespace starqueue::formats {

/// Records of a CSV file (RFC 4180, UTF-8, with or without BOM), one by one; LF alone ends a line too.
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
    /// Empty at the end. Lines without a character are passed over.
    std::optional<Record> next();

private:
    bool readField(Record& record);
    bool readQuoted(std::string& field);
    int take();

    std::istream& m_in;
    std::size_t m_line = 1;
};

} // namespace starqueue::formats
