#include <firmware-bridge/escpos/code_pages.h>
#include <firmware-bridge/letters/printer_letters.h>
#include <firmware-bridge/letters/raster_commands.h>
#include <firmware-bridge/letters/right_to_left.h>
#include <firmware-bridge/profiles/profile_reader.h>
#include <firmware-bridge/raster/text_raster.h>
#include <firmware-bridge/ticket/sample_tickets.h>

#include <gtest/gtest.h>

#include <random>

using namespace Qt::StringLiterals;

using namespace starqueue::bridge;
using starqueue::escpos::fromCodePage;
using starqueue::escpos::toCodePage;
using starqueue::test::englishTicketOf;
using starqueue::test::printedBy;
using starqueue::test::textsOf;
using Script = PrinterLetters::Script;

namespace {

/// The pages of Epson's numbers, as most printers have them.
PrinterProfile european()
{
    PrinterProfile profile;
    profile.chinese = false;
    profile.codePages = {{"cp437", 0},   {"cp858", 19},  {"cp1252", 16}, {"cp852", 18}, {"cp866", 17},
                         {"cp1251", 46}, {"cp1253", 47}, {"cp862", 36},  {"cp864", 37}, {"cp874", 21}};
    return profile;
}

std::string firstLine(const PrinterProfile& profile, const QString& hall)
{
    PrintedTicket ticket = englishTicketOf(u"A012"_s);
    ticket.hall = hall;
    return textsOf(printedBy(profile, ticket)).front();
}

} // namespace

TEST(CodePages, LettersSurviveThereAndBack)
{
    const std::pair<std::string_view, std::string_view> letters[]{
        {"cp437", "é"},  {"cp858", "€"},  {"cp852", "ł"},     {"cp866", "Ж"},
        {"cp1251", "ї"}, {"cp1253", "Ω"}, {"iso8859-7", "Ω"}, {"cp862", "ש"},
        {"cp1255", "ש"}, {"cp1256", "س"}, {"cp874", "ก"}};
    for (const auto& [page, letter] : letters) {
        const auto byte = toCodePage(page, letter);
        ASSERT_TRUE(byte.has_value()) << page << letter;
        EXPECT_EQ(fromCodePage(page, std::string(1, *byte)), letter) << page;
    }
    EXPECT_FALSE(toCodePage("cp437", "Ж").has_value());
    EXPECT_FALSE(toCodePage("cp9999", "a").has_value());
    EXPECT_EQ(fromCodePage("cp9999", "ab"), "\xEF\xBF\xBD");
    EXPECT_EQ(fromCodePage("cp874", "\xFF\xA1"), "\xEF\xBF\xBDก");
}

TEST(PrinterLetters, EachScriptIsPrintedInItsOwnPage)
{
    for (const QString& hall :
         {u"Café Zürich"_s, u"Łódź"_s, u"Отделение связи"_s, u"Κέντρο Αθήνας"_s, u"Київ"_s})
        EXPECT_EQ(firstLine(european(), hall), hall.toStdString());
}

TEST(PrinterLetters, AFirmwareThatBootsInChineseAndReturnsToItAtEveryResetPrintsOtherLettersAllTheSame)
{
    PrintedTicket ticket = englishTicketOf(u"A012"_s);
    ticket.hall = u"Отделение связи"_s;
    QByteArray bytes = layOutTicket(ticket, european());
    const auto hall = [&bytes] {
        return textsOf(starqueue::escpos::decodePaper(bytes.toStdString()).front()).front();
    };
    EXPECT_EQ(hall(), "Отделение связи");
    bytes.replace("\x1C.", "");
    EXPECT_NE(hall(), "Отделение связи") << "without the switch its bytes are taken for Chinese";
}

TEST(PrinterLetters, KnownFamiliesSayTheirPagesAndUnknownPrintersNone)
{
    EXPECT_TRUE(PrinterProfile().codePages.empty())
        << "a page that isn't there prints another script's letters";
    const auto pageOf = [](const QString& family, const QString& page) {
        const CodePageNumbers pages = loadProfile(family, u"/"_s)->codePages;
        const auto found = pages.find(page);
        return found == pages.end() ? -1 : found->second;
    };
    EXPECT_EQ(pageOf(u"epson-tm"_s, u"cp866"_s), 17);
    EXPECT_EQ(pageOf(u"samsung-bixolon"_s, u"cp1251"_s), 46);
    EXPECT_EQ(pageOf(u"citizen-ppu"_s, u"cp866"_s), 7);
    EXPECT_EQ(pageOf(u"clone-gsr"_s, u"cp437"_s), 0);
    EXPECT_EQ(pageOf(u"clone-gsr"_s, u"cp866"_s), -1);
    PrintedTicket ticket = englishTicketOf(u"A012"_s);
    ticket.hall = u"Отделение связи"_s;
    EXPECT_EQ(textsOf(printedBy(*loadProfile(u"epson-tm"_s, u"/"_s), ticket)).front(), "Отделение связи");
}

TEST(PrinterLetters, OneLineMayTakeItsLettersFromSeveralPages)
{
    EXPECT_EQ(firstLine(european(), u"Zürich - Москва - Αθήνα"_s), "Zürich - Москва - Αθήνα");
    PrintedTicket ticket = englishTicketOf(u"A012"_s);
    ticket.hall = u"Москва"_s;
    EXPECT_EQ(layOutTicket(ticket, european()).count("\x1Bt"), 1)
        << "a page is chosen once, not for each letter";
}

TEST(PrinterLetters, HebrewIsPutDownFromLeftToRightBackwards)
{
    EXPECT_EQ(inPrintedOrder(u"שלום"_s), u"םולש"_s);
    EXPECT_EQ(inPrintedOrder(u"קו 12"_s), u"12 וק"_s);
    EXPECT_EQ(inPrintedOrder(u"Hall 7"_s), u"Hall 7"_s);
    EXPECT_EQ(firstLine(european(), u"שלום"_s), "םולש");
}

TEST(PrinterLetters, ArabicLettersGetTheShapeTheyHaveBesideOneAnother)
{
    // lam-alef and the joined letters of "السلام": none stays in its isolated form of dictionaries.
    const QString shaped = inPrintedOrder(u"سلم"_s);
    ASSERT_EQ(shaped.size(), 3);
    EXPECT_EQ(shaped.at(2), QChar(0xFEB3)); // seen, initial, at the right
    EXPECT_EQ(shaped.at(0), QChar(0xFEE2)); // meem, final, at the left
    PrinterProfile profile = european();
    EXPECT_EQ(PrinterLetters({false, profile.codePages, false}).scriptOf(u"سلم"_s), Script::Pages);
}

TEST(PrinterLetters, ThaiMarksTakeNoColumn)
{
    EXPECT_EQ(PrinterLetters::columns(u"กี่"_s, Script::Pages), 1);
    EXPECT_EQ(firstLine(european(), u"กรุงเทพ"_s), "กรุงเทพ");
}

TEST(PrinterLetters, ChinesePrintersKeepChineseInChineseModeAndLettersInAPage)
{
    PrinterProfile profile = european();
    profile.chinese = true;
    const PrinterLetters letters({true, profile.codePages, false});
    EXPECT_EQ(letters.scriptOf(u"城西 Café"_s), Script::Chinese);
    EXPECT_EQ(letters.scriptOf(u"Café"_s), Script::Pages);
    EXPECT_EQ(letters.scriptOf(u"Hall 7"_s), Script::Ascii);
    EXPECT_EQ(PrinterLetters({true, {}, false}).scriptOf(u"Москва"_s), Script::Chinese);
    EXPECT_EQ(firstLine(profile, u"Москва"_s), "Москва");
}

TEST(RasterRows, DrawWhatThePrinterHasNoLettersForAndOnlyWhereAllowed)
{
    PrinterProfile profile;
    profile.rasterRows = true;
    PrintedTicket ticket = englishTicketOf(u"A012"_s);
    ticket.hall = u"ศูนย์บริการ"_s;
    EXPECT_EQ(printedBy(profile, ticket).plainText().find("□"), std::string::npos);
    EXPECT_GT(printedBy(profile, ticket).pictures, 0);
    EXPECT_GT(costOf(ticket, profile).rasterBytes, 200);
    profile.baud = 9600;
    EXPECT_NEAR(costOf(ticket, profile).rasterSeconds,
                static_cast<double>(costOf(ticket, profile).rasterBytes) / 960, 1e-9);
    EXPECT_LT(costOf(ticket, profile).rasterSeconds, costOf(ticket, profile).seconds);
    profile.status = false;
    EXPECT_EQ(printedBy(profile, ticket).pictures, 0)
        << "paper that ends within a row makes it take the rest for dots";
    EXPECT_EQ(costOf(ticket, profile).rasterBytes, 0);
}

TEST(RasterRows, HoldNoRealTimeCommandAndCanBeAskedForStatusInBetween)
{
    std::mt19937 random(7);
    for (int width = 1; width <= 576; width += 5) {
        starqueue::raster::Bitmap picture(width, 40);
        for (char& byte : picture.bits)
            byte = random() % 3 == 0 ? '\x10' : static_cast<char>(random() % 32);
        const QByteArray bytes = rasterCommands(picture);
        EXPECT_FALSE(bytes.contains('\x10')) << width;
        int rows = 0;
        for (const auto& command : starqueue::escpos::CommandReader().feed(bytes.toStdString())) {
            EXPECT_LE(command.bytes.size(), 256U) << width;
            EXPECT_EQ(command.name(), 'v');
            rows += command.at(6);
        }
        EXPECT_EQ(rows, 40) << width;
    }
}

TEST(RasterRows, LettersOfAnyScriptAreThere)
{
    starqueue::raster::TextRaster raster;
    for (const char* const text : {"ศูนย์บริการ", "مركز الخدمة", "שלום", "城西营业厅", "नमस्ते"}) {
        const auto line = raster.line(text, 24, false);
        EXPECT_GT(line.width, 20) << text;
        EXPECT_GT(line.height, 10) << text;
        EXPECT_FALSE(line.blank()) << text;
    }
    EXPECT_TRUE(raster.line("  ", 24, false).blank());
}
