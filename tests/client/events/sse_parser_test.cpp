#include <client/events/sse_parser.h>

#include <gtest/gtest.h>

using starqueue::client::SseMessage;
using starqueue::client::SseParser;

namespace {

const QByteArray kStream = "\xEF\xBB\xBF: welcome\n\n"
                           "event: ticket_called\nid: 41\ndata: {\"a\":1}\n\n"
                           ":heartbeat\r\n\r\n"
                           "id: 42\r\ndata: first\r\ndata:second\r\nretry: 10\r\n\r\n"
                           "data\rid\r\r"
                           "event: nothing\n\n"
                           "event: x\ndata:  two spaces\nid: 43\n\n"
                           "event: cut\ndata: never whole\n";

const QList<SseMessage> kMessages{
    {"ticket_called", "41", "{\"a\":1}"},
    {"message", "42", "first\nsecond"},
    {"message", "", ""},
    {"x", "43", " two spaces"},
};

TEST(SseParser, ReadsTheMessagesOfAStreamInOrder)
{
    SseParser parser;
    EXPECT_EQ(parser.feed(kStream), kMessages);
    EXPECT_FALSE(parser.failed());
}

TEST(SseParser, GivesTheSameMessagesWhereverTheStreamIsCut)
{
    for (qsizetype cut = 0; cut <= kStream.size(); ++cut) {
        SseParser parser;
        QList<SseMessage> messages = parser.feed(kStream.left(cut));
        messages += parser.feed(kStream.mid(cut));
        EXPECT_EQ(messages, kMessages) << "cut at byte " << cut;
    }
}

TEST(SseParser, GivesTheSameMessagesByteByByte)
{
    SseParser parser;
    QList<SseMessage> messages;
    for (const char byte : kStream)
        messages += parser.feed(QByteArrayView(&byte, 1));
    EXPECT_EQ(messages, kMessages);
}

TEST(SseParser, SurvivesEveryFlippedBit)
{
    for (qsizetype i = 0; i < kStream.size() * 8; ++i) {
        QByteArray damaged = kStream;
        damaged[i / 8] = static_cast<char>(damaged[i / 8] ^ (1 << (i % 8)));
        SseParser parser;
        EXPECT_LE(parser.feed(damaged).size(), kMessages.size() + 1);
        EXPECT_FALSE(parser.failed());
    }
}

TEST(SseParser, KeepsItsMemoryBounded)
{
    SseParser parser;
    const QByteArray endless(SseParser::kLongest + 1, 'x');
    EXPECT_TRUE(parser.feed("data: " + endless).isEmpty());
    EXPECT_TRUE(parser.failed());
    EXPECT_TRUE(parser.feed("\n\ndata: after\n\n").isEmpty());
    parser.reset();
    EXPECT_EQ(parser.feed("data: after\n\n").size(), 1);
}

TEST(SseParser, ForgetsAnUnfinishedMessageWithTheConnection)
{
    SseParser parser;
    EXPECT_TRUE(parser.feed("event: half\ndata: ").isEmpty());
    parser.reset();
    EXPECT_EQ(parser.feed("data: whole\n\n"), (QList<SseMessage>{{"message", "", "whole"}}));
}

} // namespace
