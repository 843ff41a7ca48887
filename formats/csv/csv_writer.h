#pragma once

#include <span>
#include <string>
#include <string_view>

namespace starqueue::formats {

/// Writes a CSV file (RFC 4180, UTF-8) cell by cell; CsvReader reads it back.
///
/// A text that a spreadsheet would run as a formula (it begins with = + - @, tab or CR) gets an apostrophe
/// before it. Values, on one thread.
class CsvWriter
{
public:
    enum class Reader {
        Spreadsheet, ///< byte order mark first, lines end in CRLF
        Program      ///< no mark, lines end in LF
    };

    explicit CsvWriter(Reader reader);

    void text(std::string_view value);
    /// A number in digits, as it is: "-3" is no formula.
    void number(std::string_view digits);
    void empty() { number(""); }
    void endRecord();

    /// A record of texts: the heading.
    void record(std::span<const std::string> texts);

    /// The whole file; nothing may be added any more.
    [[nodiscard]] std::string take() { return std::move(m_out); }

private:
    void beginCell();

    std::string m_out;
    std::string_view m_lineEnd;
    std::size_t m_cells = 0;       ///< of the record begun
    std::size_t m_recordBegin = 0; ///< where it begins in the text
};

} // namespace starqueue::formats
