// What a printer in a fault answers says nothing of what it can do.
#include <cli/certify/scripted_printer.h>

#include <cli/certify/certify.h>

#include <gtest/gtest.h>

using namespace starqueue::certify;
using namespace starqueue::certify::test;

namespace {

const std::map<std::string, std::map<int, std::string>> kFaults{
    {"it is out of paper", {{1, "\x1A"}, {2, "\x32"}, {4, "\x7E"}}},
    {"its cover is open", {{1, "\x1A"}, {2, "\x16"}, {4, "\x72"}}},
    {"its cutter is blocked", {{1, "\x1A"}, {2, "\x52"}, {3, "\x1A"}}},
    {"its paper is jammed", {{1, "\x1A"}, {2, "\x52"}, {3, "\x16"}}},
    {"it waits for FEED", {{1, "\x3A"}}},
    {"it is off line and doesn't say why", {{1, "\x1A"}}},
};

void raiseFault(ScriptedPrinter& printer, const std::map<int, std::string>& fault)
{
    for (const auto& [question, answer] : fault)
        printer.status[question] = answer;
}

const Person kNobody = [](const std::string&) { return std::optional<std::string>{}; };
std::string toldOfFault;

tl::expected<Certificate, std::string> certifiedFaulty(ScriptedPrinter& printer, const Person& person)
{
    toldOfFault.clear();
    return certify(
        printer, person, [](const std::string& line) { toldOfFault += line + '\n'; }, "2026-11-30");
}

} // namespace

TEST(Certify, APrinterInAFaultIsNotMeasuredAndTheFaultIsSaid)
{
    for (const auto& [says, answers] : kFaults) {
        ScriptedPrinter printer;
        raiseFault(printer, answers);
        const auto done = certifiedFaulty(printer, kNobody);
        ASSERT_FALSE(done) << says;
        EXPECT_EQ(done.error().find(says), 0U) << done.error();
        EXPECT_EQ(printer.paper.find("StarQueue"), std::string::npos) << "no sheet";
    }
}

TEST(Certify, AFaultOfCustomsFullStatusIsSaid)
{
    ScriptedPrinter printer;
    raiseFault(printer, {{20, std::string("\x10\x0F\x01\x00\x00\x00", 6)}});
    EXPECT_EQ(certifiedFaulty(printer, kNobody).error().find("it is out of paper"), 0U);
}

TEST(Certify, WhoMendsTheFaultIsGivenTheMeasuresOfAPrinterThatIsWell)
{
    ScriptedPrinter printer;
    raiseFault(printer, kFaults.at("it is out of paper"));
    printer.knowsProcessId = printer.knowsSensor = printer.knowsClear = false; // off line it answers nothing
    const auto done =
        certifiedFaulty(printer, [&printer](const std::string& question) -> std::optional<std::string> {
            if (!question.starts_with("Enter: it is mended"))
                return std::nullopt;
            printer.status = ScriptedPrinter().status;
            printer.knowsProcessId = printer.knowsSensor = printer.knowsClear = true;
            return "";
        });
    ASSERT_TRUE(done) << done.error();
    EXPECT_TRUE(done->measured.processId);
    EXPECT_NE(toldOfFault.find("out of paper"), std::string::npos);
}

TEST(Certify, PaperThatEndsInTheSheetIsAFaultAndTheSheetComesAnew)
{
    const auto endPaperInSheet = [](ScriptedPrinter& printer) {
        printer.onSent = [&printer](std::string_view bytes) {
            if (bytes.find("StarQueue") != std::string_view::npos)
                printer.status[2] = "\x32";
        };
    };
    ScriptedPrinter unattended;
    endPaperInSheet(unattended);
    EXPECT_EQ(certifiedFaulty(unattended, kNobody).error().find("it is out of paper"), 0U);

    ScriptedPrinter printer;
    endPaperInSheet(printer);
    const auto done =
        certifiedFaulty(printer, [&printer](const std::string& question) -> std::optional<std::string> {
            if (!question.starts_with("Enter: it is mended"))
                return std::nullopt;
            printer.status[2] = "\x12";
            printer.onSent = [](std::string_view) {};
            return "";
        });
    ASSERT_TRUE(done) << done.error();
    EXPECT_EQ(starqueue::escpos::decodePaper(printer.paper).size(), 2U);
}

TEST(Certify, ABitThatIsAlwaysWrongIsNoFaultWhenSomebodySaysSo)
{
    ScriptedPrinter printer;
    raiseFault(printer, {{3, "\x16"}});
    const auto done = certifiedFaulty(printer, [](const std::string& question) -> std::optional<std::string> {
        return question.starts_with("Enter: it is mended") ? std::optional<std::string>{"s"} : std::nullopt;
    });
    EXPECT_TRUE(done) << "the sheet once, measured all the same";
}
