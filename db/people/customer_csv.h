#pragma once

#include <db/people/customers.h>
#include <formats/csv/csv_reader.h>

#include <array>
#include <optional>
#include <string>
#include <variant>

namespace starqueue::db {

/// A customer's data, stored encrypted. Private to db/.
struct CustomerRecord
{
    int stars = 0;
    bool keyContact = false;
    std::string name;
    std::vector<NeedLabel> labels;
};

/// The form of a value that is hashed: without blanks and dashes; a phone number also without +86 or 0086.
/// The value in its normal form; empty if it is invalid for that kind.
[[nodiscard]] std::optional<std::string> normalized(IdentityKind kind, std::string_view value);

/// Parses persons from a CSV file, in the format of CustomerStore::importCsv().
class CustomerCsv
{
public:
    explicit CustomerCsv(std::istream& in);

    struct Row
    {
        IdentityKind kind{};
        std::string value; ///< normalized
        CustomerRecord record;
    };
    /// The next line's person, or the line's problem; empty at the end.
    std::optional<tl::expected<Row, ImportProblem>> next();

private:
    enum Column { Kind, Value, Stars, KeyContact, PersonName, Labels, Columns };

    void readHeader();
    [[nodiscard]] std::string cell(const formats::CsvReader::Record& line, Column column) const;
    [[nodiscard]] tl::expected<Row, std::string> row(const formats::CsvReader::Record& line) const;

    formats::CsvReader m_reader;
    std::array<std::optional<std::size_t>, Columns> m_places; ///< by Column: index of the field
    std::optional<ImportProblem> m_headerProblem;
};

} // namespace starqueue::db
