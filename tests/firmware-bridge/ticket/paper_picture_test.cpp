#include <firmware-bridge/simulators/paper/logo_file.h>
#include <firmware-bridge/simulators/paper/paper_picture.h>
#include <firmware-bridge/simulators/paper/png_file.h>
#include <firmware-bridge/ticket/sample_tickets.h>

#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;
using namespace std::string_view_literals;

using namespace starqueue::bridge;
using starqueue::raster::Bitmap;
using starqueue::simulators::picturesOfPaper;
using starqueue::simulators::storeLogoCommand;
using starqueue::simulators::writePng;
using starqueue::test::narrowPrinter;
using starqueue::test::ticketOf;

namespace {

Bitmap pictureOf(const PrintedTicket& ticket, const PrinterProfile& profile)
{
    const auto pictures = picturesOfPaper(layOutTicket(ticket, profile).toStdString(), profile.dots);
    return pictures.size() == 1 ? pictures.front() : Bitmap();
}

/// What a reader of codes that isn't ours finds on a picture.
QString scanned(const Bitmap& picture)
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"ticket.png"_s);
    EXPECT_EQ(writePng(picture, file), QString());
    QProcess zbarimg;
    zbarimg.start(u"zbarimg"_s, {u"--quiet"_s, u"--raw"_s, file});
    EXPECT_TRUE(zbarimg.waitForFinished());
    return QString::fromUtf8(zbarimg.readAllStandardOutput()).trimmed();
}

} // namespace

TEST(PaperPicture, ACodeReaderFindsTheTicketsPageOnBothPapers)
{
    if (QStandardPaths::findExecutable(u"zbarimg"_s).isEmpty())
        GTEST_SKIP() << "zbarimg isn't here (zbar-tools)";
    for (PrinterProfile profile : {PrinterProfile(), narrowPrinter()}) {
        EXPECT_EQ(scanned(pictureOf(ticketOf(u"A012"_s), profile)), ticketOf(u"A012"_s).statusUrl);
        PrintedTicket ticket = ticketOf(u"A012"_s);
        ticket.statusUrl += QString(120, u'x');
        EXPECT_EQ(scanned(pictureOf(ticket, profile)), ticket.statusUrl) << "a long one has smaller modules";
        profile.layout.language = TicketTemplate::Language::Both;
        EXPECT_EQ(scanned(pictureOf(ticketOf(u"A012"_s), profile)), ticketOf(u"A012"_s).statusUrl);
    }
}

TEST(PaperPicture, TheNumberIsTheLargestThingButTheCode)
{
    PrinterProfile profile;
    profile.qr = false;
    const Bitmap picture = pictureOf(ticketOf(u"A012"_s), profile);
    int longest = 0;
    int dark = 0;
    for (int y = 0; y < picture.height; ++y) {
        dark = part(picture, 0, y, 180, 1).blank() && !part(picture, 180, y, 216, 1).blank() ? dark + 1 : 0;
        longest = std::max(longest, dark);
    }
    EXPECT_GE(longest, 60);
}

TEST(PaperPicture, RulesGoFromEdgeToEdge)
{
    for (PrinterProfile profile : {PrinterProfile(), narrowPrinter()}) {
        for (const char* const strokes : {"Chinese", "of a code page", "underlined"}) {
            profile.chinese = strokes == "Chinese"sv;
            profile.codePages.clear();
            if (strokes == "of a code page"sv)
                profile.codePages[u"cp437"_s] = 0;
            const Bitmap picture = pictureOf(ticketOf(u"A012"_s), profile);
            int rules = 0;
            bool before = false;
            for (int y = 0; y < picture.height; ++y) {
                bool black = true;
                for (int x = 0; x < picture.width; ++x)
                    black = black && picture.isBlack(x, y);
                rules += black && !before ? 1 : 0;
                before = black;
            }
            EXPECT_EQ(rules, 3) << profile.columns << strokes;
        }
    }
}

TEST(PaperPicture, ALogoIsWhatWasStored)
{
    Bitmap logo(20, 12);
    for (int i = 0; i < 12; ++i)
        logo.blacken(i, i);
    const std::string bytes =
        storeLogoCommand(logo).toStdString() + std::string("\x1Cp\x01\x00\x1DVB\x00", 8);
    const auto pictures = picturesOfPaper(bytes, 384);
    ASSERT_EQ(pictures.size(), 1U);
    const Bitmap drawn = trimmed(pictures.front());
    EXPECT_EQ(drawn.width, 12);
    EXPECT_EQ(drawn.height, 12);
    EXPECT_TRUE(drawn.isBlack(7, 7));
    EXPECT_FALSE(drawn.isBlack(7, 8));
}

TEST(PaperPicture, AnyFlippedBitIsSurvived)
{
    const std::string bytes = layOutTicket(ticketOf(u"A012"_s), PrinterProfile()).toStdString();
    for (std::size_t bit = 0; bit < bytes.size() * 8; bit += 7) {
        std::string damaged = bytes;
        damaged[bit / 8] = static_cast<char>(damaged[bit / 8] ^ (1 << bit % 8));
        EXPECT_LE(picturesOfPaper(damaged, 576).size(), 4U) << "bit " << bit;
    }
}
