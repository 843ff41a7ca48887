#include <formats/csv/csv_reader.h>
#include <formats/csv/csv_writer.h>

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <sstream>

namespace starqueue::formats {

namespace {

using Audience = CsvWriter::Audience;
using Records = std::vector<std::vector<std::string>>;

std::string writtenFor(Audience audience, const Records& records)
{
    CsvWriter csv{audience};
    for (const auto& record : records)
        csv.record(record);
    return csv.take();
}

Records readBack(const std::string& text)
{
    std::istringstream in(text);
    CsvReader reader(in);
    Records records;
    while (auto record = reader.next()) {
        EXPECT_TRUE(record->closed) << text;
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

} // namespace

TEST(Csv, WhatIsWrittenReadsBackAsTheSameCellsWithTheirGuards)
{
    const std::uint32_t seed = std::random_device{}();
    SCOPED_TRACE("seed " + std::to_string(seed));
    std::mt19937 random{seed};
    for (int round = 0; round < 5000; ++round) {
        Records records{randomRecord(random), randomRecord(random), randomRecord(random)};
        for (const Audience audience : {Audience::Spreadsheet, Audience::Program}) {
            const std::string text = writtenFor(audience, records);
            Records expected = records;
            for (auto& record : expected)
                std::ranges::transform(record, record.begin(), guarded);
            ASSERT_EQ(readBack(text), expected) << text;
        }
    }
}

TEST(CsvWriter, QuotesOnlyWhatNeedsIt)
{
    EXPECT_EQ(writtenFor(Audience::Program, {{"plain", "a b", "a,b", "a \"b\"", "a\nb", ""}}),
              "plain,a b,\"a,b\",\"a \"\"b\"\"\",\"a\nb\",\n");
    EXPECT_EQ(writtenFor(Audience::Program, {{""}}), "\"\"\n");
}

TEST(CsvWriter, MarksAFileForASpreadsheetAsUtf8AndEndsItsLinesInCrLf)
{
    EXPECT_EQ(writtenFor(Audience::Spreadsheet, {{"a"}, {"b"}}), "\xEF\xBB\xBF"
                                                                 "a\r\nb\r\n");
}

TEST(CsvWriter, GuardsTextsThatBeginLikeAFormulaButNoNumbers)
{
    CsvWriter csv{Audience::Program};
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
    std::istringstream in("a,\"b\nc\"\n\n\"d");
    CsvReader reader(in);
    EXPECT_EQ(reader.next()->line, 1U);
    const auto last = reader.next();
    EXPECT_EQ(last->line, 4U);
    EXPECT_FALSE(last->closed);
    EXPECT_FALSE(reader.next());
}

} // namespace starqueue::formats
