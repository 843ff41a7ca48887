#include <formats/csv/csv_reader.h>
#include <formats/csv/csv_writer.h>
#include <formats/encoding/lines.h>

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

namespace starqueue::formats {

namespace {

using Reader = CsvWriter::Reader;
using Records = std::vector<std::vector<std::string>>;

std::string writtenFor(Reader reader, const Records& records)
{
    CsvWriter csv{reader};
    for (const auto& record : records)
        csv.record(record);
    return csv.take();
}

Records readBack(const std::string& text)
{
    CsvReader reader(text);
    Records records;
    while (auto record = reader.next()) {
        EXPECT_EQ(record->fault, "") << text;
        records.push_back(std::move(record->fields));
    }
    return records;
}

std::string guarded(const std::string& text)
{
    return !text.empty() && std::string_view("=+-@\t\r").find(text[0]) != std::string_view::npos ? "'" + text
                                                                                                 : text;
}

/// One to four cells of up to five of the pieces that a reader could trip over.
std::vector<std::string> randomRecord(std::mt19937& random)
{
    static const std::vector<std::string> kPieces{"a", ",", "\"", "\r", "\n",           "\r\n", "'",  " ",
                                                  "=", "-", "\t", "业", "\xEF\xBB\xBF", "\xEF", "＝", "1"};
    const auto upTo = [&random](std::size_t most) {
        return std::uniform_int_distribution<std::size_t>{0, most}(random);
    };
    std::vector<std::string> record(1 + upTo(3));
    for (std::string& cell : record) {
        for (std::size_t pieces = upTo(5); pieces > 0; --pieces)
            cell += kPieces[upTo(kPieces.size() - 1)];
    }
    return record;
}

/// Up to thirty pieces; not beginning like a byte order mark.
std::string randomText(std::mt19937& random)
{
    using namespace std::string_literals;
    static const std::vector<std::string> kPieces{"a",  "业", ",",  ",",    "\"",  "\"", "\"\"",
                                                  "\r", "\n", "\n", "\r\n", "\0"s, " ",  "\xFF"};
    std::string text;
    for (std::size_t pieces = random() % 30; pieces > 0; --pieces)
        text += kPieces[random() % kPieces.size()];
    return text;
}

} // namespace

TEST(Csv, WhatIsWrittenReadsBackAsTheSameCellsWithTheirGuards)
{
    const std::uint32_t seed = std::random_device{}();
    SCOPED_TRACE("seed " + std::to_string(seed));
    std::mt19937 random{seed};
    for (int round = 0; round < 5000; ++round) {
        Records records{randomRecord(random), randomRecord(random), randomRecord(random)};
        for (const Reader reader : {Reader::Spreadsheet, Reader::Program}) {
            const std::string text = writtenFor(reader, records);
            Records expected = records;
            for (auto& record : expected)
                std::ranges::transform(record, record.begin(), guarded);
            ASSERT_EQ(readBack(text), expected) << text;
        }
    }
}

TEST(CsvWriter, QuotesOnlyWhatNeedsIt)
{
    EXPECT_EQ(writtenFor(Reader::Program, {{"plain", "a b", "a,b", "a \"b\"", "a\nb", ""}}),
              "plain,a b,\"a,b\",\"a \"\"b\"\"\",\"a\nb\",\n");
    EXPECT_EQ(writtenFor(Reader::Program, {{""}}), "\"\"\n");
}

TEST(CsvWriter, MarksAFileForASpreadsheetAsUtf8AndEndsItsLinesInCrLf)
{
    EXPECT_EQ(writtenFor(Reader::Spreadsheet, {{"a"}, {"b"}}), "\xEF\xBB\xBF"
                                                               "a\r\nb\r\n");
}

TEST(CsvWriter, GuardsTextsThatBeginLikeAFormulaButNoNumbers)
{
    CsvWriter csv{Reader::Program};
    for (const char* formula : {"=1+1", "+1", "-1", "@x", "\t=1", "\r=1"})
        csv.text(formula);
    csv.number("-1");
    csv.empty();
    csv.text("a=1");
    csv.endRecord();
    EXPECT_EQ(csv.take(), "'=1+1,'+1,'-1,'@x,'\t=1,\"'\r=1\",-1,,a=1\n");
}

TEST(CsvReader, TakesAFirstLetterThatBeginsLikeAByteOrderMarkForALetter)
{
    EXPECT_EQ(readBack("＝,x\n"), (Records{{"＝", "x"}}));
    EXPECT_EQ(readBack("\xEF\xBB\xBF"
                       "a,x\n"),
              (Records{{"a", "x"}}));
}

TEST(CsvReader, SaysWhereARecordBeginsAndThatAQuoteIsOpen)
{
    CsvReader reader("a,\"b\nc\"\n\n\"d");
    const auto first = reader.next();
    EXPECT_EQ(first->line, 1U);
    EXPECT_EQ(first->endLine, 3U);
    const auto last = reader.next();
    EXPECT_EQ(last->line, 4U);
    EXPECT_EQ(last->fault, "a quotation mark is not closed");
    EXPECT_FALSE(reader.next());
}

TEST(CsvReader, AnOpenQuoteCostsItsLineAndNoOther)
{
    std::string text = "\"open,1\n";
    for (int i = 0; i < 1000; ++i)
        text += "a,1\n";
    for (const auto lineBreaks : {CsvReader::LineBreaks::InQuotes, CsvReader::LineBreaks::Never}) {
        CsvReader reader(text, lineBreaks);
        EXPECT_FALSE(reader.next()->fault.empty());
        std::size_t whole = 0;
        while (const auto record = reader.next())
            whole += record->fields == std::vector<std::string>{"a", "1"} ? 1 : 0;
        EXPECT_EQ(whole, 1000U);
    }
}

TEST(CsvReader, RefusesTextAfterAClosingQuote)
{
    CsvReader reader("\"Wang\" Wu,1\nx,\"y\"\n");
    EXPECT_EQ(reader.next()->fault, "text stands after a closing quotation mark");
    EXPECT_EQ(reader.next()->fields, (std::vector<std::string>{"x", "y"}));
}

TEST(CsvReader, ReadsLinesThatEndInCrAlone)
{
    EXPECT_EQ(readBack("a,b\rc,\"d\"\r\re\r"), (Records{{"a", "b"}, {"c", "d"}, {"e"}}));
}

TEST(CsvReader, AccountsForEveryLineOfAnyText)
{
    const std::uint32_t seed = std::random_device{}();
    SCOPED_TRACE("seed " + std::to_string(seed));
    std::mt19937 random{seed};
    for (int round = 0; round < 20000; ++round) {
        const std::string text = randomText(random);
        const auto lines = linesOf(text);
        std::size_t at = 0; ///< lines before it are accounted for
        const auto skipEmpty = [&](std::size_t end) {
            while (at < end && lines[at].empty())
                ++at;
        };
        CsvReader reader(text, CsvReader::LineBreaks::InQuotes);
        while (const auto record = reader.next()) {
            skipEmpty(lines.size());
            ASSERT_EQ(record->line, at + 1) << testing::PrintToString(text);
            at = record->endLine - 1;
        }
        skipEmpty(lines.size());
        ASSERT_EQ(at, lines.size()) << testing::PrintToString(text);
    }
}

TEST(CsvReader, TakesEachLineForARecordWhereNoneMayHoldABreak)
{
    const std::uint32_t seed = std::random_device{}();
    SCOPED_TRACE("seed " + std::to_string(seed));
    std::mt19937 random{seed};
    for (int round = 0; round < 20000; ++round) {
        const std::string text = randomText(random);
        const auto lines = linesOf(text);
        const auto notEmpty = std::ranges::count_if(lines, [](auto line) { return !line.empty(); });
        CsvReader reader(text, CsvReader::LineBreaks::Never);
        std::ptrdiff_t records = 0;
        while (reader.next())
            ++records;
        ASSERT_EQ(records, notEmpty) << testing::PrintToString(text);
    }
}

} // namespace starqueue::formats
