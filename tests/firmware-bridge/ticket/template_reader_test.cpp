#include <firmware-bridge/ticket/default_template.h>
#include <firmware-bridge/ticket/sample_tickets.h>
#include <firmware-bridge/ticket/template_reader.h>

#include <gmock/gmock.h>

using namespace starqueue::bridge;
using starqueue::formats::errorMessage;
using starqueue::test::narrowPrinter;
using starqueue::test::printedBy;
using starqueue::test::textsOf;
using starqueue::test::ticketOf;
using starqueue::test::withoutChinese;
using testing::ElementsAre;
using testing::HasSubstr;

namespace {

std::string problemsOf(const std::string& rows, const PrinterProfile& profile = {})
{
    const auto read = parseTicketTemplate(rows, "ticket.toml", profile);
    return read ? "" : errorMessage(read.error());
}

} // namespace

TEST(TicketTemplate, TheDefaultOneIsRightForEveryPaper)
{
    for (const int columns : {32, 42, 48})
        for (const bool chinese : {true, false}) {
            PrinterProfile profile;
            profile.columns = columns;
            profile.chinese = chinese;
            EXPECT_EQ(problemsOf(std::string(defaultTicketToml()), profile), "") << columns;
        }
}

TEST(TicketTemplate, AnUnknownFieldIsRefusedWithLineAndColumn)
{
    EXPECT_THAT(problemsOf("[[row]]\ntext = \"号 {number} {phone}\"\n"),
                HasSubstr("ticket.toml:2:20: row[0].text = '号 {number} {phone}': there is no such field; "
                          "right would be one of "
                          "{hall}, {number}, {service}"));
    EXPECT_THAT(problemsOf("[[row]]\ntext = { zh = \"号\", en = \"No {numbr}\" }\n"),
                HasSubstr("ticket.toml:2:29: row[0].text.en = "));
    EXPECT_THAT(problemsOf("[[row]]\ntext = \"{number\"\n"), HasSubstr("ticket.toml:2:9: "));
}

TEST(TicketTemplate, NoFieldSaysWhoTheCustomerIs)
{
    for (const char* const personal :
         {"name", "phone", "id", "card", "stars", "tier", "level", "customer", "group", "priority", "person"})
        EXPECT_THAT(problemsOf("[[row]]\ntext = \"{" + std::string(personal) + "}\"\n"),
                    HasSubstr("no such field"));
}

TEST(TicketTemplate, WhatIsWiderThanThePaperIsRefused)
{
    const std::string wide = "[[row]]\ntext = \"Please wait until your number is called\"\n";
    EXPECT_EQ(problemsOf(wide), "");
    EXPECT_THAT(problemsOf(wide, narrowPrinter()), HasSubstr("ticket.toml:2:8: "));
    EXPECT_THAT(problemsOf(wide, narrowPrinter()),
                HasSubstr("takes up to 39 columns where the paper has 32"));
    EXPECT_THAT(problemsOf("[[row]]\ntext = \"{number}\"\nsize = 8\n", narrowPrinter()),
                HasSubstr("takes up to 40"));
    EXPECT_THAT(problemsOf("[[row]]\nlabel = \"A label that takes all of it\"\nvalue = \"{wait}\"\n",
                           narrowPrinter()),
                HasSubstr("ticket.toml:3:9: "));
}

TEST(TicketTemplate, WhatThePrinterHasNoLetterForIsRefusedWhereItWouldPrintIt)
{
    const std::string row = "[[row]]\ntext = { zh = \"号码\", en = \"Numéro\" }\n";
    EXPECT_EQ(problemsOf(row), "");
    EXPECT_THAT(problemsOf(row, withoutChinese()),
                HasSubstr("ticket.toml:2:30: row[0].text.en = 'Numéro': the printer has no letter U+00E9"));
    PrinterProfile latin = withoutChinese();
    latin.codePages["cp437"] = 0;
    EXPECT_EQ(problemsOf(row, latin), "");
    EXPECT_THAT(problemsOf("[[row]]\ntext = \"\U0001F600\"\n"), HasSubstr("U+1F600"));
}

TEST(TicketTemplate, ARowIsOneThingAndItsKeysAreKnown)
{
    EXPECT_THAT(problemsOf("[[row]]\nrule = true\ntext = \"a\"\n"), HasSubstr("exactly one of"));
    EXPECT_THAT(problemsOf("[[row]]\nsize = 2\n"), HasSubstr("exactly one of"));
    EXPECT_THAT(problemsOf("[[row]]\nvalue = \"{wait}\"\n"), HasSubstr("must have a label"));
    EXPECT_THAT(problemsOf("[[row]]\ntext = \"a\"\nsise = 2\n"), HasSubstr("ticket.toml:3: row[0].sise"));
    EXPECT_THAT(problemsOf("[[row]]\ntext = \"a\"\nalign = \"middle\"\n"), HasSubstr("\"centre\""));
    EXPECT_THAT(problemsOf("[[row]]\nqr = \"{number}\"\n"), HasSubstr("{url} stands in a row with qr"));
    EXPECT_THAT(problemsOf("[[row]]\ntext = \"{url}\"\n"), HasSubstr("{url} stands in a row with qr"));
    EXPECT_THAT(problemsOf(""), HasSubstr("right would be a [[row]] for each line"));
    EXPECT_THAT(problemsOf("language = \"fr\"\n[[row]]\nrule = true\n"), HasSubstr("\"both\""));
}

TEST(TicketTemplate, AHallsOwnRowsAreWhatIsPrinted)
{
    const auto read =
        parseTicketTemplate("language = \"en\"\n"
                            "[[row]]\ntext = \"{service}: {ahead} before you\"\nneeds = \"ahead\"\n"
                            "[[row]]\ntext = \"{number}\"\nsize = 6\nalign = \"right\"\n"
                            "[[row]]\nspace = 40\n"
                            "[[row]]\nlabel = \"Wait\"\nvalue = \"{wait}\"\n",
                            "ticket.toml", {});
    ASSERT_TRUE(read) << errorMessage(read.error());
    PrinterProfile profile;
    profile.layout = *read;
    PrintedTicket ticket = ticketOf("A012");
    EXPECT_THAT(textsOf(printedBy(profile, ticket)),
                ElementsAre("Accounts: 6 before you", "A012", "Wait 8-14 min"));
    EXPECT_EQ(printedBy(profile, ticket).lines[1].height, 6);
    EXPECT_EQ(printedBy(profile, ticket).lines[1].align, starqueue::escpos::PaperLine::Align::Right);
    ticket.ahead = 0;
    EXPECT_THAT(textsOf(printedBy(profile, ticket)), ElementsAre("A012", "Wait 8-14 min"));
}
