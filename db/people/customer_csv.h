#pragma once

#include <db/people/customers.h>
#include <formats/csv/csv_reader.h>

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace starqueue::db {

/// A customer's data, stored encrypted. Private to db/.
struct CustomerRecord
{
    int stars = 0;
    bool keyContact = false;
    std::string name;
    std::vector<NeedLabel> labels;

    friend bool operator==(const CustomerRecord&, const CustomerRecord&) = default;
};

/// The form of a value that is hashed: without blanks and dashes; a phone number also without +86 or 0086.
/// The value in its normal form; empty if it is invalid for that kind.
[[nodiscard]] std::optional<std::string> normalized(IdentityKind kind, std::string_view value);

/// Parses persons from a CSV text, in the format of CustomerStore::importCsv(). A row is a line: nothing in
/// it may hold a line break. What is refused is told without a word of the row. The text must outlive it.
class CustomerCsv
{
public:
    explicit CustomerCsv(std::string_view text);

    struct Row
    {
        IdentityKind kind{};
        std::string value; ///< normalized
        CustomerRecord record;
        /// Without its column nothing is said of it: what is known stays.
        bool saysKeyContact = false;
        bool saysName = false;
        bool saysLabels = false;

        /// With what is known where it says nothing.
        [[nodiscard]] CustomerRecord over(const CustomerRecord& known) const;
    };
    /// The columns that the heading doesn't name.
    [[nodiscard]] std::vector<std::string> absent() const;
    /// The next row's person, or why it is refused; empty at the end.
    std::optional<tl::expected<Row, RefusedRow>> next();

private:
    enum Column { Kind, Value, Stars, KeyContact, PersonName, Labels, Columns };
    using Record = formats::CsvReader::Record;

    void readHeading();
    [[nodiscard]] std::string cell(const Record& line, Column column) const;
    [[nodiscard]] std::string shapeProblem(const Record& line) const;
    [[nodiscard]] tl::expected<Row, std::string> row(const Record& line) const;
    [[nodiscard]] tl::expected<CustomerRecord, std::string> record(const Record& line) const;

    formats::CsvReader m_reader;
    std::array<std::optional<std::size_t>, Columns> m_places; ///< by Column: index of the field
    std::size_t m_width = 0;                                  ///< of the heading, in fields
    std::optional<RefusedRow> m_badHeading;
    bool m_isRefused = false; ///< as a whole, for its heading
};

/// All rows of `csv`; those that can't be taken are noted in `report`, and which columns it hasn't.
[[nodiscard]] std::vector<CustomerCsv::Row> rowsIn(std::string_view csv, ImportReport& report);

} // namespace starqueue::db
