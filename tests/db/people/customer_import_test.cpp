#include <db/people/customer_store_fixture.h>

#include <formats/encoding/lines.h>

#include <gtest/gtest.h>

#include <random>
#include <tuple>

using namespace starqueue;
using namespace starqueue::db;
using starqueue::db::test::CustomerStoreTest;
using starqueue::db::test::kCsv;

TEST_F(CustomerStoreTest, AMalformedRowIsRefusedWithItsLineAndTheOthersAreTaken)
{
    const auto report = import("value,stars,kind,name\n"
                               "13800138000,5,phone,\n"
                               "13800138001,9,phone,\n"
                               "13800138002,5,pigeon,\n"
                               ",5,card,\n"
                               "\n"
                               "13800138003,three,phone,\n"
                               "13800138004,0,phone,Wang\n"
                               "13800138005,0,phone\n"
                               "13800138006,0,phone,Wang,Wu\n"
                               "13800138007,0,phone,\"Wang\n"
                               "6.22E+15,0,card,\n"
                               "13800138008,0,phone,W\x1B[2J\n"
                               "13800138009,0,phone,\n");
    EXPECT_EQ(report.taken, 3U);
    std::vector<std::string> refused;
    for (const auto& row : report.refused)
        refused.push_back(std::to_string(row.line) + " " + row.reason);
    EXPECT_EQ(refused, (std::vector<std::string>{
                           "3 stars must be a number from 0 to 7", "4 kind must be phone, card or scan",
                           "5 the value is empty", "7 stars must be a number from 0 to 7",
                           "9 it has 3 fields, and the heading 4", "10 it has 5 fields, and the heading 4",
                           "11 a quotation mark is not closed on its line",
                           "12 a spreadsheet has rounded the value: make its column text",
                           "13 name holds the control character U+001B"}));
    EXPECT_TRUE(lookup("13800138004"));
    EXPECT_TRUE(lookup("13800138009"));
}

TEST_F(CustomerStoreTest, WhatNobodyCanReadOnAScreenIsRefusedWithItsColumn)
{
    const auto refusal = [this](const std::string& value, const std::string& name,
                                const std::string& labels) {
        const auto report =
            import("kind,value,stars,name,labels\ncard," + value + ",5," + name + ',' + labels + '\n');
        return report.refused.empty() ? std::string{} : report.refused.front().reason;
    };
    EXPECT_EQ(refusal("1", std::string(81, 'n'), ""), "name has more than 80 characters");
    EXPECT_EQ(refusal("2", std::string(10'000, 'n'), ""), "name has more than 80 characters");
    EXPECT_EQ(refusal("3", "\xE2\x80\x8B", ""), "name is blank: nothing of it is seen");
    EXPECT_EQ(refusal("4", "", std::string(20'000, 'l')), "labels has more than 2000 characters");
    EXPECT_EQ(refusal(std::string(65, '5'), "", ""), "value has more than 64 characters");
    EXPECT_EQ(refusal("\xE2\x80\x8B", "", ""), "value is blank: nothing of it is seen");
    EXPECT_EQ(m_store->count(), 0U);
    std::string eighty;
    for (int i = 0; i < 80; ++i)
        eighty += "王";
    EXPECT_EQ(refusal("6", eighty, "a"), "");
    EXPECT_EQ(refusal("7", "  ", ""), "") << "blanks are no name, as nothing is";
}

TEST_F(CustomerStoreTest, AFileWithoutAHeadingIsRefusedRowByRow)
{
    const auto report = import("phone,13800138000,5\nphone,13800138001,5\n");
    ASSERT_EQ(report.refused.size(), 2U);
    EXPECT_EQ(report.refused.front().line, 1U);
    EXPECT_EQ(m_store->count(), 0U);
    EXPECT_EQ(import("").refused.size(), 1U);
    EXPECT_EQ(import("kind,value,stars,kind\ncard,1,5,card\n").refused.size(), 2U);
}

TEST_F(CustomerStoreTest, EveryRowIsTakenChangedSameOrRefused)
{
    const std::string people = "kind,value,stars,name\ncard,1,1,a\ncard,2,2,b\ncard,3,3,c\n";
    EXPECT_EQ(import(people).taken, 3U);
    const auto again = import(people);
    EXPECT_EQ(again.same, 3U);
    EXPECT_EQ(again.rows(), 3U);
    const auto other =
        import("kind,value,stars,name\ncard,1,1,a\ncard,2,2,B\ncard,3,4,c\ncard,4,4,d\ncard,5,8,e\n"
               "card,4,4,d\n");
    EXPECT_EQ(std::tuple(other.taken, other.changed, other.same, other.refused.size()),
              std::tuple(1U, 2U, 2U, 1U));
}

TEST_F(CustomerStoreTest, ATrialTellsTheSameAndChangesNothing)
{
    import("kind,value,stars\ncard,1,1\n");
    const std::string people = "kind,value,stars\ncard,1,2\ncard,2,2\ncard,2,2\ncard,3,9\n";
    for (int round = 0; round < 2; ++round) {
        const auto trial = import(people, ImportMode::Trial);
        EXPECT_EQ(std::tuple(trial.taken, trial.changed, trial.same, trial.refused.size()),
                  std::tuple(1U, 1U, 1U, 1U));
        EXPECT_EQ(m_store->count(), 1U);
        EXPECT_EQ((*m_store->lookup(IdentityKind::Card, "1"))->stars, 1);
        EXPECT_FALSE(*m_store->lookup(IdentityKind::Card, "2"));
    }
    EXPECT_EQ(import(people).taken, 1U);
}

namespace {

/// A file that a spreadsheet, an editor or a broken disk might leave.
std::string randomFile(std::mt19937& random)
{
    using namespace std::string_literals;
    static const std::vector<std::string> kRows{"card,1,5,0,王,\"a|b;c\"", "phone,13800138000,0,1,,",
                                                "card,2,7,,\"Wu, Li\",", "scan,x,9,0,,",
                                                "\"card\",\"3\",\"4\",0,\"say \"\"no\"\"\","};
    static const std::vector<std::string> kNoise{"\"",  "\"", ",",    "\r", "\n", "\r\n",
                                                 "\0"s, "\t", "\"\"", "业", ";",  "|"};
    static const std::vector<std::string> kEnds{"\r", "\n", "\r\n"};
    const std::string end = kEnds[random() % kEnds.size()];
    std::string text;
    for (std::size_t rows = random() % 12; rows > 0; --rows) {
        std::string row = kRows[random() % kRows.size()];
        for (std::size_t noise = random() % 4 == 0 ? 1 + random() % 3 : 0; noise > 0; --noise)
            row.insert(random() % (row.size() + 1), kNoise[random() % kNoise.size()]);
        text += row + end;
    }
    if (random() % 4 == 0)
        text.resize(random() % (text.size() + 1));
    return "kind,value,stars,key_contact,name,labels" + end + text;
}

} // namespace

TEST_F(CustomerStoreTest, EveryRowOfAnyFileIsAccountedFor)
{
    const std::uint32_t seed = std::random_device{}();
    SCOPED_TRACE("seed " + std::to_string(seed));
    std::mt19937 random{seed};
    for (int round = 0; round < 3000; ++round) {
        const std::string text = randomFile(random);
        const auto lines = formats::linesOf(text);
        const auto rows = std::ranges::count_if(lines, [](auto line) { return !line.empty(); }) - 1;
        const auto report = m_store->importCsv(text, ImportMode::Trial);
        ASSERT_TRUE(report) << report.error().detail;
        ASSERT_EQ(report->rows(), static_cast<std::size_t>(rows)) << testing::PrintToString(text);
        for (const RefusedRow& row : report->refused)
            ASSERT_FALSE(lines.at(row.line - 1).empty()) << row.line << testing::PrintToString(text);
    }
}

TEST_F(CustomerStoreTest, AFileCutAnywhereNeverBringsSomebodyWhoIsNotInIt)
{
    const std::string csv = kCsv;
    for (std::size_t length = 0; length <= csv.size(); ++length) {
        TempDir dir;
        const auto store = CustomerStore::open(dir.path());
        const auto report = (*store)->importCsv(csv.substr(0, length));
        ASSERT_TRUE(report);
        EXPECT_LE(report->taken, 2U);
        if (length % 16 != 0)
            length += 15 - length % 16;
    }
}

TEST_F(CustomerStoreTest, ImportingAgainUpdatesAndKeepsTheReference)
{
    import(kCsv);
    const auto before = *lookup("13800138000");
    const auto report = import("kind,value,stars\nphone,13800138000,2\n");
    EXPECT_EQ(report.changed, 1U);
    reopen();
    const auto after = *lookup("13800138000");
    EXPECT_EQ(after.stars, 2);
    EXPECT_EQ(after.customerRef, before.customerRef);
}
