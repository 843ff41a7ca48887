#include <firmware-bridge/field_devices/display_registers.h>
#include <firmware-bridge/field_devices/panel_registers.h>
#include <firmware-bridge/simulators/bus/modbus_frames.h>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

using namespace starqueue::bridge;
using namespace starqueue::simulators;

TEST(DisplayRegisters, ACallStandsWhereTheMapSays)
{
    DisplayContent content;
    content.mode = DisplayContent::Mode::Calling;
    content.number = u"A012"_s;
    content.counter = 3;
    content.blinkSeconds = 10;
    content.brightness = 80;
    content.text = u"请到窗口"_s;
    EXPECT_EQ(encodeDisplayContent(content, 258),
              (QList<quint16>{258, 2, 0x4130, 0x3132, 0x2020, 0x2020, 3, 0, 10, 80, 0xC7EB, 0xB5BD, 0xB4B0,
                              0xBFDA, 0, 258}));
}

TEST(DisplayRegisters, ContentSurvivesThereAndBack)
{
    DisplayContent content;
    content.mode = DisplayContent::Mode::Serving;
    content.number = u"AB1000"_s;
    content.counter = 12;
    content.recall = true;
    content.text = u"办理中"_s;
    const auto back = decodeDisplayContent(encodeDisplayContent(content, 7));
    ASSERT_TRUE(back);
    EXPECT_EQ(back->seq, 7);
    EXPECT_EQ(back->content, content);
}

TEST(DisplayRegisters, HalfWrittenContentIsNotTakenOver)
{
    QList<quint16> registers = encodeDisplayContent(DisplayContent(), 7);
    registers[15] = 6;
    EXPECT_FALSE(decodeDisplayContent(registers));
    EXPECT_FALSE(decodeDisplayContent(registers.mid(0, 15)));
}

TEST(DisplayRegisters, TextThatDoesNotFitIsLeftOutInWholeCharacters)
{
    DisplayContent content;
    content.text = u"一二三四五六"_s;
    EXPECT_EQ(decodeDisplayContent(encodeDisplayContent(content, 1))->content.text, u"一二三四五"_s);
    content.text = u"a一二三四五"_s;
    EXPECT_EQ(decodeDisplayContent(encodeDisplayContent(content, 1))->content.text, u"a一二三四"_s);
}

TEST(DisplayRegisters, ReportsSurviveAndOtherDevicesAreNotTakenForDisplays)
{
    const DisplayReport report{0x0101, 0x0001A2B3, 5, 258, true, false, 4};
    EXPECT_EQ(encodeDisplayReport(report), (QList<quint16>{0x4344, 0x0101, 1, 0xA2B3, 5, 258, 1, 4}));
    EXPECT_EQ(decodeDisplayReport(encodeDisplayReport(report)), report);
    EXPECT_FALSE(decodeDisplayReport(encodePanelReport(PanelReport())));
    EXPECT_FALSE(decodeDisplayReport({0x4344}));
}

TEST(PanelRegisters, AReportStandsWhereTheMapSays)
{
    PanelReport report;
    report.version = 0x0102;
    report.uid = 0x0001A2B3;
    report.epoch = 777;
    report.bootCount = 3;
    report.armed = true;
    report.ringFull = true;
    report.headSeq = 9;
    report.acknowledgedSeq = 7;
    report.pending = 2;
    report.oldestSeq = 8;
    report.oldestValue = 5;
    report.oldestToken = 4711;
    report.oldestAgeTenths = 42;
    report.uptimeSeconds = 100;
    report.crcErrors = 1;
    EXPECT_EQ(encodePanelReport(report),
              (QList<quint16>{0x5251, 0x0102, 1, 0xA2B3, 777, 3, 5, 9, 7, 2, 8, 5, 4711, 42, 100, 1}));
    EXPECT_EQ(decodePanelReport(encodePanelReport(report)), report);
    EXPECT_FALSE(decodePanelReport(encodeDisplayReport(DisplayReport())));
}

TEST(PanelRegisters, OrdersStandWhereTheMapSays)
{
    const PanelOrders orders{777, 8, 4711, 30, 0x11F, 80, 1, 12};
    EXPECT_EQ(encodePanelOrders(orders), (QList<quint16>{777, 8, 4711, 30, 0x11F, 80, 1, 12}));
    EXPECT_EQ(decodePanelOrders(encodePanelOrders(orders)), orders);
    EXPECT_FALSE(decodePanelOrders({1, 2, 3}));
}

namespace {

QByteArray readFrame()
{
    return withCrc(QByteArray::fromHex("0b0400000010"));
}
QByteArray writeFrame()
{
    return withCrc(QByteArray::fromHex("01100000000204000a0102"));
}

} // namespace

TEST(ModbusFrames, TheCrcIsTheStandards)
{
    EXPECT_EQ(withCrc(QByteArray::fromHex("010300000002")), QByteArray::fromHex("010300000002c40b"));
}

TEST(ModbusFrames, EveryFrameCutAtEveryByteIsStillOneFrame)
{
    for (const QByteArray& frame : {readFrame(), writeFrame()}) {
        for (qsizetype cut = 0; cut <= frame.size(); ++cut) {
            ModbusFrames frames;
            auto found = frames.feed(frame.left(cut));
            const auto rest = frames.feed(frame.mid(cut));
            found.insert(found.end(), rest.begin(), rest.end());
            ASSERT_EQ(found.size(), 1U) << "cut at " << cut;
        }
    }
    ModbusFrames frames;
    const auto write = frames.feed(writeFrame());
    EXPECT_EQ(write.front().function, 16);
    EXPECT_EQ(write.front().values, (QList<quint16>{10, 0x0102}));
}

TEST(ModbusFrames, NoFrameWithAFlippedBitIsTakenAndTheNextOneIs)
{
    for (const QByteArray& frame : {readFrame(), writeFrame()}) {
        for (int bit = 0; bit < frame.size() * 8; ++bit) {
            QByteArray damaged = frame;
            damaged[bit / 8] = static_cast<char>(damaged.at(bit / 8) ^ (1 << bit % 8));
            ModbusFrames frames;
            EXPECT_TRUE(frames.feed(damaged).empty()) << "bit " << bit;
            frames.silence();
            EXPECT_EQ(frames.damagedFrames(), 1);
            EXPECT_EQ(frames.feed(frame).size(), 1U) << "bit " << bit;
        }
    }
}
