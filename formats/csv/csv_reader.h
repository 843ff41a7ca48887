#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace starqueue::formats {

/// Reads a CSV text (RFC 4180, UTF-8, with or without byte order mark) record by record; LF, CR LF and CR
/// alone end a line. CsvWriter is its counterpart.
///
/// A record that is malformed costs its first line and no other: reading goes on with the next line, so that
/// an open quotation mark doesn't swallow the lines after it. The text must outlive the reader.
class CsvReader
{
public:
    enum class LineBreaks : std::uint8_t {
        InQuotes, ///< a quoted field may hold some, up to 50
        Never     ///< a quotation mark must be closed on its line
    };

    explicit CsvReader(std::string_view text, LineBreaks lineBreaks = LineBreaks::InQuotes);

    struct Record
    {
        std::size_t line = 0;    ///< where it begins, from 1
        std::size_t endLine = 0; ///< the line after it
        std::vector<std::string> fields;
        std::string_view fault; ///< what is malformed, without a word of the text; empty: nothing
    };
    /// The next record; empty at the end. Empty lines are skipped.
    std::optional<Record> next();

private:
    struct Place
    {
        std::size_t at = 0;
        std::size_t line = 1;
    };

    std::string_view readRecord(std::vector<std::string>& fields);
    std::string_view readField(std::string& field);
    std::string_view readQuoted(std::string& field);
    [[nodiscard]] bool skipSeparator();
    bool skipLineEnd();
    void skipLine();
    [[nodiscard]] std::string_view rest() const { return m_text.substr(m_place.at); }

    std::string_view m_text;
    LineBreaks m_lineBreaks;
    Place m_place;
};

} // namespace starqueue::formats
