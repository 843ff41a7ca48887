#pragma once

#include <db/people/customers.h>
#include <formats/csv/csv_reader.h>

#include <array>
#include <optional>
#include <string>
#include <variant>

namespace starqueue::db {

/// What is kept of a person, encrypted. Inside db/ only.
struct CustomerRecord
{
    int stars = 0;
    bool keyContact = false;
    std::string name;
    std::vector<NeedLabel> labels;
};

/// A value as it is looked up: without blanks and dashes; a phone number also without +86 or 0086.
/// Empty: no value of that kind.
[[nodiscard]] std::optional<std::string> normalized(IdentityKind kind, std::string_view value);

/// Records of persons out of a CSV file, as CustomerStore::importCsv() describes it.
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
    /// The next line's person, or what is wrong with the line; empty at the end.
    std::optional<tl::expected<Row, ImportProblem>> next();

private:
    enum Column { Kind, Value, Stars, KeyContact, PersonName, Labels, Columns };

    void readHeader();
    [[nodiscard]] std::string cell(const formats::CsvReader::Record& line, Column column) const;
    [[nodiscard]] tl::expected<Row, std::string> row(const formats::CsvReader::Record& line) const;

    formats::CsvReader m_reader;
    std::array<std::optional<std::size_t>, Columns> m_places; ///< by Column: which field
    std::optional<ImportProblem> m_headerProblem;
};

} // namespace starqueue::db
