#include <firmware-bridge/escpos/gb18030.h>
#include <firmware-bridge/escpos/interpreter.h>

#include <gtest/gtest.h>

using namespace starqueue::escpos;

namespace {

using namespace std::string_literals;

std::string sample()
{
    const std::string hall = toGb18030("城西营业厅").value();
    return "\x1B@\x1B"
           "a\x01\x1C&"s +
           hall + "\n\x1C.\x1D!\x33"s + "A012\n\x1D!\0\x1C&"s + toGb18030("前面 6 人").value() +
           "\n\x1D(k\x08\0\x31\x50\x30http:\x1D(k\x03\0\x31\x51\x30\x1DV\x42\0"s;
}

} // namespace

TEST(Interpreter, ATicketIsReadAsItsLinesNumberCodeAndCut)
{
    const auto tickets = decodePaper(sample());
    ASSERT_EQ(tickets.size(), 1U);
    const PaperTicket& ticket = tickets.front();
    ASSERT_EQ(ticket.lines.size(), 3U);
    EXPECT_EQ(ticket.lines[0].text, "城西营业厅");
    EXPECT_EQ(ticket.lines[1].text, "A012");
    EXPECT_EQ(ticket.lines[1].height, 4);
    EXPECT_EQ(ticket.lines[1].width, 4);
    EXPECT_EQ(ticket.lines[2].text, "前面 6 人");
    EXPECT_EQ(ticket.largestText(), "A012");
    EXPECT_EQ(ticket.qrCodes, std::vector<std::string>{"http:"});
    EXPECT_TRUE(ticket.cut);
}

TEST(Interpreter, CuttingTheStreamAtEveryByteChangesNothing)
{
    const std::string bytes = sample();
    const std::string whole = decodePaper(bytes).front().plainText();
    for (std::size_t cut = 0; cut <= bytes.size(); ++cut) {
        Interpreter paper;
        paper.feed(std::string_view(bytes).substr(0, cut));
        paper.feed(std::string_view(bytes).substr(cut));
        ASSERT_EQ(paper.tickets().size(), 1U) << "cut at " << cut;
        EXPECT_EQ(paper.tickets().front().plainText(), whole) << "cut at " << cut;
    }
}

TEST(Interpreter, AnyFlippedBitIsSurvived)
{
    const std::string bytes = sample();
    for (std::size_t bit = 0; bit < bytes.size() * 8; ++bit) {
        std::string damaged = bytes;
        damaged[bit / 8] = static_cast<char>(damaged[bit / 8] ^ (1 << bit % 8));
        EXPECT_LE(decodePaper(damaged).size(), 3U) << "bit " << bit;
    }
}

TEST(Interpreter, AChineseSwitchInTheMiddleOfALineActsFromTheNextLine)
{
    CommandReader reader;
    EXPECT_EQ(reader.feed("\x1C.A\x1C&").size(), 3U);
    EXPECT_FALSE(reader.chineseMode());
    EXPECT_EQ(reader.feed("\n").size(), 1U);
    EXPECT_TRUE(reader.chineseMode());
}

TEST(Gb18030, TextSurvivesThereAndBackAndDamageIsVisible)
{
    EXPECT_EQ(fromGb18030(toGb18030("补打 A012 – 8–14 分钟").value()), "补打 A012 – 8–14 分钟");
    EXPECT_EQ(fromGb18030("\xFF"), "\xEF\xBF\xBD");
    EXPECT_FALSE(toGb18030("\xFF\xFE").has_value());
}
