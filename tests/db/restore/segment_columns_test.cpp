#include <db/restore/segment_columns.h>

#include <gtest/gtest.h>

#include <random>

namespace starqueue::db::test {

namespace {

using Json = nlohmann::json;

Json idOf(std::mt19937_64& random, int count)
{
    Json::binary_t::container_type id(16, static_cast<std::uint8_t>(random() % 3));
    id.back() = static_cast<std::uint8_t>(count);
    return Json::binary(std::move(id));
}

/// As they stand in a journal: some lines are the first of a request.
Json randomColumns(std::uint64_t seed, int lines)
{
    std::mt19937_64 random(seed);
    Json columns = Json::array();
    for (std::size_t column = 0; column < SegmentColumn::Count; ++column)
        columns.push_back(Json::array());
    std::int64_t at = 1'700'000'000'000;
    for (int i = 0; i < lines; ++i) {
        at += static_cast<std::int64_t>(random() % 5) * 1'000 - 1'000;
        columns[SegmentColumn::Seq].push_back(1'000 + i);
        columns[SegmentColumn::At].push_back(at);
        columns[SegmentColumn::Name].push_back("ticket_called");
        columns[SegmentColumn::Payload].push_back("{}");
        const bool begins = random() % 3 != 0;
        columns[SegmentColumn::LastSeq].push_back(begins ? Json(1'000 + i + random() % 4) : Json());
        columns[SegmentColumn::Token].push_back(begins ? Json(random() % 2 ? "kiosk" : "clerk") : Json());
        columns[SegmentColumn::Request].push_back(begins ? idOf(random, i) : Json());
        columns[SegmentColumn::Body].push_back(begins ? Json::binary({1, 2, 3, 4, 5, 6, 7, 8}) : Json());
    }
    return columns;
}

} // namespace

TEST(SegmentColumns, ComeBackFromTheirDifferences)
{
    for (std::uint64_t seed = 0; seed < 200; ++seed) {
        const Json columns = randomColumns(seed, static_cast<int>(seed % 60));
        ASSERT_EQ(sumsOf(differencesOf(columns)), columns) << "seed " << seed;
    }
}

TEST(SegmentColumns, OfCountedIdsAreTheCountAlone)
{
    Json columns = randomColumns(1, 2);
    const Json::binary_t::container_type first{7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 0, 0, 0, 4};
    auto next = first;
    next.back() = 5;
    columns[SegmentColumn::LastSeq] = {1'000, 1'003};
    columns[SegmentColumn::Token] = {"kiosk", "kiosk"};
    columns[SegmentColumn::Request] = {Json::binary(first), Json::binary(next)};
    const Json differences = differencesOf(columns);
    Json::binary_t::container_type one(16, 0);
    one.back() = 4 ^ 5;
    EXPECT_EQ(differences[SegmentColumn::Request][0], Json::binary(first));
    EXPECT_EQ(differences[SegmentColumn::Request][1], Json::binary(one));
    EXPECT_EQ(differences[SegmentColumn::Seq], (Json{1'000, 1}));
    EXPECT_EQ(differences[SegmentColumn::LastSeq], (Json{0, 2}));
}

TEST(SegmentColumns, OfAnotherShapeAreRefused)
{
    EXPECT_THROW((void)sumsOf(Json::array({1, 2})), Json::exception);
    Json columns = randomColumns(1, 3);
    columns[SegmentColumn::Token] = {"kiosk"};
    columns[SegmentColumn::Request] = {Json::binary({1}), Json::binary({2}), Json::binary({3})};
    EXPECT_THROW((void)sumsOf(columns), Json::exception);
    columns[SegmentColumn::Seq] = {"one", "two"};
    EXPECT_THROW((void)sumsOf(columns), Json::exception);
}

} // namespace starqueue::db::test
