#include <firmware-bridge/letters/printer_letters.h>
#include <firmware-bridge/profiles/known_profiles.h>
#include <firmware-bridge/profiles/profile_reader.h>
#include <firmware-bridge/ticket/ticket_lines.h>
#include <firmware-bridge/ticket/ticket_words.h>

#include <firmware-bridge/ticket/sample_tickets.h>
#include <support/wait_cases.h>

#include <gmock/gmock.h>

using namespace Qt::StringLiterals;

using namespace starqueue::bridge;
using starqueue::escpos::PaperTicket;
using starqueue::test::englishTicketOf;
using starqueue::test::narrowPrinter;
using starqueue::test::printedBy;
using starqueue::test::textsOf;
using starqueue::test::ticketOf;
using starqueue::test::withoutChinese;
using testing::Contains;
using testing::ElementsAre;
using testing::Not;

namespace {

constexpr auto kChinese = PrintedTicket::Language::Chinese;
constexpr auto kEnglish = PrintedTicket::Language::English;

/// As everywhere, without the typographer's dash and blanks.
QString onPaper(QString words)
{
    return words.replace(u'–', u'-');
}

} // namespace

TEST(TicketWords, SayTheWaitAsEverywhere)
{
    for (const starqueue::test::WaitCase& wait : starqueue::test::waitCases()) {
        PrintedTicket ticket = ticketOf(u"A012"_s);
        ticket.wait = PrintedWait{static_cast<int>(wait.p10.count()), static_cast<int>(wait.p90.count()),
                                  wait.isUnknown()};
        EXPECT_EQ(waitWords(ticket, kChinese), onPaper(wait.zh).remove(u' '));
        EXPECT_EQ(waitWords(ticket, kEnglish), onPaper(wait.en));
    }
}

TEST(TicketWords, CountPeopleInBothLanguagesAndSayNobodyWhereThereIsNone)
{
    PrintedTicket ticket = ticketOf(u"A012"_s);
    EXPECT_EQ(peopleWords(ticket, kChinese), u"6人"_s);
    EXPECT_EQ(peopleWords(ticket, kEnglish), u"6 people"_s);
    ticket.ahead = 1;
    EXPECT_EQ(peopleWords(ticket, kEnglish), u"1 person"_s);
    EXPECT_EQ(peopleInBoth(ticket), u"1人 person"_s);
    ticket.ahead = 0;
    EXPECT_EQ(peopleWords(ticket, kChinese), u"没有人"_s);
    EXPECT_EQ(peopleInBoth(ticket), u"没有人 nobody"_s);
    ticket.wait = PrintedWait{0, 0};
    EXPECT_EQ(peopleWords(ticket, kChinese), QString());
}

TEST(TicketLayout, TheDefaultTicketReadsAsTheHousesStyleSays)
{
    const PaperTicket ticket = printedBy(PrinterProfile(), ticketOf("A012"));
    EXPECT_THAT(textsOf(ticket),
                ElementsAre("城西营业厅", "您的号码", "A012", "账户业务", "前面 6人", "预计等候 8-14分钟",
                            "取号时间 2026-11-22 10:24", "扫码看排队进度", "过号请到引导台，不必重新排队"));
    EXPECT_EQ(ticket.rules, 3);
    EXPECT_EQ(ticket.largestText(), "A012");
    EXPECT_EQ(ticket.lines[2].height, 4);
    EXPECT_TRUE(ticket.lines[2].bold);
    EXPECT_EQ(ticket.qrCodes, std::vector<std::string>{ticketOf("A012").statusUrl.toStdString()});
    EXPECT_TRUE(ticket.cut);
}

TEST(TicketLayout, AnEnglishTicketIsAsciiAlone)
{
    const PaperTicket ticket = printedBy(PrinterProfile(), englishTicketOf("B007"));
    EXPECT_THAT(textsOf(ticket), ElementsAre("Chengxi Service Hall", "Your number", "B007", "Accounts",
                                             "Ahead 6 people", "Wait 8-14 min", "Time 22 Nov 2026 10:24",
                                             "Scan for updates", "Missed? Ask the usher"));
}

TEST(TicketLayout, TheDefaultTicketTakesAtMost350Bytes)
{
    std::vector<PrinterProfile> profiles{PrinterProfile(), narrowPrinter()};
    for (const QString& family : knownProfiles())
        profiles.push_back(loadProfile(family, {}).value());
    for (const PrinterProfile& profile : profiles)
        for (PrintedTicket ticket : {ticketOf("A012"), englishTicketOf("A012")})
            for (const bool isAgain : {false, true}) {
                ticket.reprint = isAgain;
                EXPECT_LE(layOutTicket(ticket, profile).size(), 350)
                    << profile.source.toStdString() << ' ' << ticket.hall.toStdString() << ' ' << isAgain;
            }
    EXPECT_LE(layOutTicket(englishTicketOf("A012"), withoutChinese()).size(),
              360); // no code page is known: rules of underlined blanks
}

TEST(TicketLayout, BothLanguagesOnOneTicketTakeAtMost435BytesAlsoMarked)
{
    for (PrinterProfile profile : {PrinterProfile(), narrowPrinter()}) {
        profile.layout.language = TicketTemplate::Language::Both;
        PrintedTicket ticket = ticketOf("A012");
        EXPECT_LE(layOutTicket(ticket, profile).size(), 420);
        ticket.reprint = true;
        EXPECT_LE(layOutTicket(ticket, profile).size(), 435);
    }
}

TEST(TicketLayout, WhoWasSentToACounterReadsWhatStandsOverIt)
{
    PrintedTicket ticket = ticketOf("A012");
    ticket.counter = u"贵宾室"_s;
    EXPECT_THAT(textsOf(printedBy(PrinterProfile(), ticket)), Contains("请到 贵宾室"));
    EXPECT_THAT(textsOf(printedBy(narrowPrinter(), ticket)), Contains("请到 贵宾室"));
    ticket.counter = u"3B"_s;
    ticket.language = kEnglish;
    EXPECT_THAT(textsOf(printedBy(withoutChinese(), ticket)), Contains("Please go to 3B"));
}

TEST(TicketLayout, WithoutChineseThereIsCleanEnglishForEverybody)
{
    PrintedTicket ticket = ticketOf("A012");
    const PaperTicket paper = printedBy(withoutChinese(), ticket);
    EXPECT_THAT(textsOf(paper),
                ElementsAre("Your number", "A012", "Accounts", "Ahead 6 people", "Wait 8-14 min",
                            "Time 22 Nov 2026 10:24", "Scan for updates", "Missed? Ask the usher"));
    EXPECT_EQ(paper.rules, 3);
    ticket.reprint = true;
    EXPECT_EQ(textsOf(printedBy(withoutChinese(), ticket)).front(), "REPRINT");
    EXPECT_FALSE(layOutTicket(ticket, withoutChinese()).contains('?') &&
                 !layOutTicket(ticket, withoutChinese()).contains("Missed?"));
}

TEST(TicketLayout, BothLanguagesOnOneTicketSayWhatTheyShareOnce)
{
    PrinterProfile profile;
    profile.layout.language = TicketTemplate::Language::Both;
    EXPECT_THAT(textsOf(printedBy(profile, ticketOf("A012"))),
                ElementsAre("城西营业厅", "您的号码 Your number", "A012", "账户业务 Accounts",
                            "前面 Ahead 6人 people", "预计等候 Wait 8-14分钟 min",
                            "取号时间 Time 2026-11-22 10:24", "扫码看排队进度 Scan for updates",
                            "过号请到引导台，不必重新排队", "Missed? Ask the usher"));
    profile.columns = 32;
    EXPECT_THAT(textsOf(printedBy(profile, ticketOf("A012"))), Contains("Accounts"));
}

TEST(TicketLayout, OnlyAFreeCounterIsSaidToServeAtOnce)
{
    PrintedTicket ticket = ticketOf("A001");
    ticket.ahead = 0;
    EXPECT_THAT(textsOf(printedBy(PrinterProfile(), ticket)), Contains("前面 没有人"));
    ticket.wait = PrintedWait{0, 0};
    EXPECT_THAT(textsOf(printedBy(PrinterProfile(), ticket)), Contains("预计等候 马上办理"));
    EXPECT_THAT(textsOf(printedBy(PrinterProfile(), ticket)), Not(Contains(testing::HasSubstr("前面"))));
    ticket.wait = PrintedWait{.unknown = true};
    EXPECT_THAT(textsOf(printedBy(PrinterProfile(), ticket)), Contains("预计等候 窗口尚未开始办理"));
    ticket.wait.reset();
    EXPECT_THAT(textsOf(printedBy(PrinterProfile(), ticket)), Not(Contains(testing::HasSubstr("等候"))));
}

TEST(TicketLayout, AReprintIsMarkedAndAnOriginalIsNot)
{
    PrintedTicket ticket = ticketOf("A012");
    EXPECT_EQ(printedBy(PrinterProfile(), ticket).plainText().find("REPRINT"), std::string::npos);
    ticket.reprint = true;
    EXPECT_EQ(textsOf(printedBy(PrinterProfile(), ticket)).front(), "补打 / REPRINT");
}

TEST(TicketLayout, ACodeThatNoPhoneCanOpenIsNotPrintedNorSpokenOf)
{
    for (const char* const url :
         {"http://127.0.0.1:8470/t/1", "http://localhost:8470/t/1", "http://[::1]/t/1",
          "http://0.0.0.0:8470/t/1", "http://127.8.0.1/t/1", ""}) {
        PrintedTicket ticket = ticketOf("A012");
        ticket.statusUrl = QString::fromLatin1(url);
        const PaperTicket paper = printedBy(PrinterProfile(), ticket);
        EXPECT_TRUE(paper.qrCodes.empty()) << url;
        EXPECT_EQ(paper.plainText().find("扫码"), std::string::npos) << url;
        EXPECT_NE(paper.plainText().find("不必重新排队"), std::string::npos) << url;
    }
    EXPECT_FALSE(isLoopback(u"http://192.168.1.10:8470/t/1"_s));
    EXPECT_FALSE(isLoopback(u"https://127.example.com/t/1"_s));
}

TEST(TicketLayout, NoLineIsWiderThanThePaper)
{
    for (const int columns : {32, 42, 48}) {
        PrinterProfile profile;
        profile.columns = columns;
        for (const auto language : {TicketTemplate::Language::Chinese, TicketTemplate::Language::English,
                                    TicketTemplate::Language::Both}) {
            profile.layout.language = language;
            PrintedTicket ticket = ticketOf("A1000");
            ticket.hall = u"A hall with a name that is far too long for narrow paper 城西营业厅城西营业厅"_s;
            ticket.wait = PrintedWait{.unknown = true};
            for (const TicketLine& line : ticketLines(ticket, profile).lines) {
                if (line.kind == TicketRow::Kind::Code)
                    continue;
                const int before = line.label.isEmpty() ? 0 : ticketLines(ticket, profile).valueColumn;
                EXPECT_LE(before + PrinterLetters::columns(line.text, line.script) * line.across, columns)
                    << line.text.toStdString();
            }
        }
    }
}

TEST(TicketLayout, ASlipStandsInOneLineOnEveryPaperAndHasNoNumber)
{
    PrintedTicket slip;
    slip.hall = u"城西营业厅"_s;
    slip.localTime = u"2026-11-23 21:04"_s;
    slip.slip = u"3500000:0123456789abcdef"_s;
    for (const PrinterProfile& profile : {PrinterProfile(), narrowPrinter(), withoutChinese()}) {
        const PaperTicket paper = printedBy(profile, slip);
        const QString text = QString::fromStdString(paper.plainText());
        EXPECT_TRUE(text.contains(slip.slip)) << text.toStdString();
        EXPECT_TRUE(text.contains(u"verify --head"_s)) << text.toStdString();
        for (const auto& ticketsOwn : {u"您的号码"_s, u"Your number"_s, u"过号"_s, u"Ahead"_s})
            EXPECT_FALSE(text.contains(ticketsOwn)) << text.toStdString();
        EXPECT_TRUE(paper.qrCodes.empty());
    }
}

TEST(TicketLayout, ALongNameIsMadeSmallerBeforeItIsBroken)
{
    const PaperTicket wide = printedBy(PrinterProfile(), englishTicketOf("A012"));
    EXPECT_EQ(wide.lines[0].width, 2);
    const PaperTicket narrow = printedBy(narrowPrinter(), englishTicketOf("A012"));
    EXPECT_EQ(narrow.lines[0].text, "Chengxi Service Hall");
    EXPECT_EQ(narrow.lines[0].width, 1);
    EXPECT_EQ(narrow.lines[0].height, 2);
}

TEST(TicketLayout, CharactersBeyondTheFontAreReplacedVisibly)
{
    PrintedTicket ticket = ticketOf("A012");
    ticket.hall = u"城\U0001F600西"_s;
    EXPECT_EQ(textsOf(printedBy(PrinterProfile(), ticket)).front(), "城□西");
    ticket.hall = u"Caf\u00E9 城"_s;
    EXPECT_EQ(textsOf(printedBy(withoutChinese(), ticket)).front(), "Caf? ?");
}

TEST(TicketLayout, NoTicketHoldsADleNorACommandThatZerosDontComplete)
{
    for (int number = 0; number < 2000; ++number) {
        PrintedTicket ticket = ticketOf(u"A%1"_s.arg(number));
        ticket.statusUrl += QString(number % 300, QLatin1Char('x'));
        PrinterProfile profile;
        profile.layout.language = static_cast<TicketTemplate::Language>(number % 4);
        profile.columns = number % 3 == 0 ? 32 : 48;
        const QByteArray bytes = layOutTicket(ticket, profile);
        EXPECT_FALSE(bytes.contains('\x10')) << number;
        for (const auto& command : starqueue::escpos::CommandReader().feed(bytes.toStdString()))
            EXPECT_LE(command.bytes.size(), 256U) << number;
    }
}

TEST(TicketLayout, EveryResetIsFollowedByChineseOnOrOffAndAutomaticStatus)
{
    const QByteArray bytes = layOutTicket(ticketOf("A012"), PrinterProfile());
    EXPECT_TRUE(bytes.startsWith("\x1B@\x1C&\x1D"
                                 "a"));
    EXPECT_EQ(bytes.count("\x1B@"), 1);
    EXPECT_TRUE(printerReset(withoutChinese()).startsWith("\x1B@\x1C."));
}

TEST(TicketLayout, AMakersOwnNumbersForErrorCorrectionAreUsed)
{
    PrinterProfile custom;
    custom.qrEccBase = 0x31;
    EXPECT_TRUE(layOutTicket(ticketOf("A012"), custom).contains(QByteArray("\x1D(k\x03\x00\x31\x45\x32", 8)));
    EXPECT_TRUE(layOutTicket(ticketOf("A012"), PrinterProfile())
                    .contains(QByteArray("\x1D(k\x03\x00\x31\x45\x31", 8)));
}

TEST(TicketLayout, TheLogoIsPrintedFromThePrintersMemoryAndOnlyWhereThereIsOne)
{
    EXPECT_EQ(printedBy(PrinterProfile(), ticketOf("A012")).pictures, 0);
    PrinterProfile profile;
    profile.logo = 1;
    EXPECT_EQ(printedBy(profile, ticketOf("A012")).pictures, 1);
    EXPECT_LE(layOutTicket(ticketOf("A012"), profile).size(), 350);
    EXPECT_LE(layOutTicket(englishTicketOf("A012"), profile).size(), 350);
}

TEST(TicketLayout, ARowThatIsLeftOutLeavesItsPitchToTheNext)
{
    const QByteArray pitch("\x1B\x33\x32", 3);
    EXPECT_EQ(layOutTicket(ticketOf("A012"), PrinterProfile()).count(pitch), 1);
    EXPECT_EQ(layOutTicket(ticketOf("A012"), withoutChinese()).count(pitch), 1)
        << "its hall's name is Chinese";
}
