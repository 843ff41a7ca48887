#include <db/restore/journal_segment.h>

#include <db/chain/chain.h>
#include <db/crypto/hashing.h>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <zstd.h>

namespace starqueue::db::test {

namespace {

using Json = nlohmann::json;

constexpr auto kJournal =
    "CREATE TABLE journal (seq INTEGER PRIMARY KEY, at INTEGER, name TEXT, payload TEXT, "
    "last_seq INTEGER, token TEXT, request BLOB, body BLOB, chain BLOB)";

/// Two lines, as an earlier program packed them: the columns as they stand in the journal.
std::string segmentOfFormat2(const std::string& life, const ChainPoint& before, const ChainPoint& after)
{
    const Json columns{{1, 2},
                       {5'000, 6'000},
                       {"day_opened", "ticket_issued"},
                       {"{}", R"({"ticket":"1"})"},
                       {nullptr, 2},
                       {nullptr, "kiosk-1"},
                       {nullptr, Json::binary(std::vector<std::uint8_t>(16, 7))},
                       {nullptr, Json::binary(std::vector<std::uint8_t>(16, 9))}};
    const auto lines = Json::to_msgpack(columns);
    std::string body(::ZSTD_compressBound(lines.size()), '\0');
    body.resize(::ZSTD_compress(body.data(), body.size(), lines.data(), lines.size(), 3));
    const auto point = [](const ChainPoint& at) { return Json{{"seq", at.seq}, {"hash", hexOf(at.hash)}}; };
    const std::string head = Json{{"format", 2},
                                  {"life", life},
                                  {"before", point(before)},
                                  {"after", point(after)},
                                  {"bytes", lines.size()}}
                                 .dump() +
                             '\n';
    return head + hexOf(hashOf(head + body)) + '\n' + body;
}

} // namespace

TEST(JournalSegment, OfAnEarlierProgramIsRead)
{
    const Hash128 life{1, 2, 3};
    const ChainPoint before = chainOf(life);
    const std::string request(16, '\x07');
    const std::string body(16, '\x09');
    const Hash128 first =
        hashAfter(before.hash, {1, Instant{Millis{5'000}}, "day_opened", "{}", 0, {}, {}, {}});
    const ChainPoint after{2, hashAfter(first, {2, Instant{Millis{6'000}}, "ticket_issued",
                                                R"({"ticket":"1"})", 2, "kiosk-1", request, body})};
    SQLite::Database journal(":memory:", SQLite::OPEN_READWRITE);
    journal.exec(kJournal);
    const auto reached = append(journal, segmentOfFormat2(hexOf(life), before, after), before);
    ASSERT_TRUE(reached) << reached.error();
    EXPECT_EQ(*reached, after);
    const auto again = segmentOf(journal, hexOf(life), before, 1'000);
    SQLite::Database copy(":memory:", SQLite::OPEN_READWRITE);
    copy.exec(kJournal);
    EXPECT_EQ(append(copy, again.content, before).value_or(ChainPoint{}), after) << "as this one packs them";
    EXPECT_EQ(copy.execAndGet("SELECT hex(body) FROM journal WHERE seq = 2").getString(),
              "09090909090909090909090909090909");
}

} // namespace starqueue::db::test
