#include <cli/certify/scripted_printer.h>

#include <cli/certify/certify.h>
#include <cli/certify/sheet/code_page_samples.h>
#include <firmware-bridge/escpos/interpreter.h>
#include <firmware-bridge/profiles/profile_reader.h>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;
using namespace starqueue::certify;
using namespace starqueue::certify::test;
using starqueue::bridge::PrinterProfile;
using starqueue::bridge::PrintProof;

namespace {

std::optional<std::string> nobody(const std::string&)
{
    return std::nullopt;
}

/// Answers what begins like this; Enter to all else.
Person saying(std::vector<std::pair<std::string, std::string>> answers)
{
    return [answers = std::move(answers)](const std::string& question) -> std::optional<std::string> {
        for (const auto& [begins, answer] : answers)
            if (question.starts_with(begins))
                return answer;
        return "";
    };
}

tl::expected<Certificate, std::string> certified(ScriptedPrinter& printer, const Person& person = nobody)
{
    return certify(
        printer, person, [](const std::string&) {}, "2026-11-29");
}

/// As the bridge reads what was written.
PrinterProfile profileOf(const tl::expected<Certificate, std::string>& done)
{
    EXPECT_TRUE(done) << done.error();
    if (!done)
        return {};
    const auto profile =
        starqueue::bridge::parseProfile(QByteArray::fromStdString(done->profile), u"mine.toml"_s);
    EXPECT_TRUE(profile) << starqueue::formats::errorMessage(profile.error()) << '\n' << done->profile;
    return profile ? *profile : PrinterProfile();
}

std::string patternOf(const PrinterProfile& profile, int question, starqueue::bridge::PrinterSign sign)
{
    std::string patterns;
    for (const auto& rule : profile.statusMap(question)->rules)
        if (rule.sign == sign)
            patterns += std::to_string(rule.bits.mask) + '=' + std::to_string(rule.bits.value) + ' ';
    return patterns;
}

} // namespace

TEST(Certify, FindsEachBaudAndLeavesThePortAtIt)
{
    const std::vector<std::string> noises{"", "\xF8", "\x12", "\xF8\x7E"};
    std::size_t noise = 0;
    for (const int baud : {1200, 2400, 4800, 9600, 19200, 38400, 57600, 115200}) {
        ScriptedPrinter printer;
        printer.baud = baud;
        printer.noise = noises[noise++ % noises.size()];
        const auto done = certified(printer);
        ASSERT_TRUE(done) << baud << ": " << done.error();
        EXPECT_EQ(done->measured.baud, baud);
        EXPECT_EQ(printer.bauds.back(), baud);
    }
}

TEST(Certify, AnEpsonTmIsOne)
{
    ScriptedPrinter printer;
    printer.identity = {{1, "\x2E"}, {66, std::string("_EPSON\0", 7)}, {67, std::string("_TM-T90\0", 8)}};
    const auto done = certified(printer);
    const PrinterProfile profile = profileOf(done);
    EXPECT_EQ(done->family, "epson-tm");
    EXPECT_EQ(profile.proof, PrintProof::ProcessId);
    EXPECT_EQ(profile.clear, starqueue::bridge::ClearCommand::RealTime);
    EXPECT_EQ(profile.source,
              "measured by starqueue certify on 2026-11-29: EPSON TM-T90; otherwise as epson-tm");
}

TEST(Certify, WhatIgnoresGsHIsACloneThatProvesByItsSensor)
{
    ScriptedPrinter printer;
    printer.knowsProcessId = false;
    printer.knowsClear = false;
    const auto done = certified(printer);
    const PrinterProfile profile = profileOf(done);
    EXPECT_EQ(done->family, "clone-gsr");
    EXPECT_EQ(profile.proof, PrintProof::Sensor);
    EXPECT_EQ(profile.clear, starqueue::bridge::ClearCommand::None);
}

TEST(Certify, WithoutAnyProofTicketsAreOnlySent)
{
    ScriptedPrinter printer;
    printer.knowsProcessId = printer.knowsSensor = false;
    EXPECT_EQ(profileOf(certified(printer)).proof, PrintProof::None);
}

TEST(Certify, ABixolonSaysSo)
{
    ScriptedPrinter printer;
    printer.knowsProcessId = false;
    printer.identity = {{66, std::string("_BIXOLON\0", 9)}};
    EXPECT_EQ(certified(printer)->family, "samsung-bixolon");
}

TEST(Certify, Assumption18WhoCallsItselfEpsonIsOneOnlyIfItAnswersAsOne)
{
    ScriptedPrinter imitator;
    imitator.knowsProcessId = imitator.knowsClear = false;
    imitator.identity = {
        {1, "\x20"}, {66, std::string("_EPSON\0", 7)}, {67, std::string("_TM-T88III\0", 11)}};
    const auto done = certified(imitator);
    EXPECT_EQ(done->family, "clone-gsr");
    EXPECT_EQ(profileOf(done).proof, PrintProof::Sensor);
}

TEST(Certify, ACustomIsKnownByItsFullStatusAndProvesByItsPresenter)
{
    ScriptedPrinter printer;
    printer.knowsProcessId = printer.knowsSensor = printer.knowsClear = false;
    printer.automatic.clear();
    printer.status[20] = std::string("\x10\x0F\x00\x00\x00\x00", 6);
    printer.identity = {{1, "\x5E"}};
    const auto done = certified(printer);
    const PrinterProfile profile = profileOf(done);
    EXPECT_EQ(done->family, "custom-presenter");
    EXPECT_EQ(profile.proof, PrintProof::Presenter);
    EXPECT_EQ(profile.clear, starqueue::bridge::ClearCommand::CustomReset);
    EXPECT_NE(printer.paper.find("\x1D\x65\x03"), std::string::npos) << "the sheet stays inside";
}

TEST(Certify, AMissingRollIsMeasured)
{
    ScriptedPrinter printer;
    const auto person = [&](const std::string& question) -> std::optional<std::string> {
        if (question.starts_with("Take the paper out"))
            printer.status[4] = "\x3E"; // only b5, and the near end
        return "";
    };
    const PrinterProfile profile = profileOf(certified(printer, person));
    EXPECT_EQ(patternOf(profile, 4, starqueue::bridge::PrinterSign::PaperOut), "32=32 ");
}

TEST(Certify, QuestionsThatItDoesntAnswerAreNotAskedLater)
{
    ScriptedPrinter printer;
    printer.status.erase(3);
    printer.automatic.clear();
    const PrinterProfile profile = profileOf(certified(printer));
    EXPECT_EQ(profile.statusMap(3), nullptr);
    EXPECT_EQ(profile.statusMap(0), nullptr);
    EXPECT_FALSE(profile.automaticStatus);
    EXPECT_NE(profile.statusMap(4), nullptr);
}

TEST(Certify, FixedBitsThatItDoesntHaveAreNotExpected)
{
    ScriptedPrinter printer;
    printer.status[3] = std::string(1, '\0'); // Pyramid Phoenix
    const PrinterProfile profile = profileOf(certified(printer));
    EXPECT_EQ(profile.statusMap(3)->fixed.mask, 0);
    EXPECT_EQ(profile.statusMap(4)->fixed.mask, 0x93);
}

TEST(Certify, StatusThatWaitsForThePaperIsNotTakenForSilence)
{
    ScriptedPrinter printer;
    EXPECT_FALSE(profileOf(certified(printer)).statusInOrder);
    printer.paper.clear();
    printer.statusInOrder = true;
    EXPECT_TRUE(profileOf(certified(printer)).statusInOrder);
}

TEST(Certify, ANearEndThatIsAlwaysSaidIsNoSensor)
{
    using starqueue::bridge::PrinterSign;
    ScriptedPrinter printer;
    printer.status[4] = "\x1E"; // Pyramid Phoenix with a full roll
    const auto done = certified(printer, saying({{"It says that its paper is nearly", "n"}}));
    EXPECT_EQ(patternOf(profileOf(done), 4, PrinterSign::NearEnd), "");
    EXPECT_FALSE(profileOf(done).nearEndSensor);
    EXPECT_EQ(patternOf(profileOf(certified(printer)), 4, PrinterSign::NearEnd), "8=8 4=4 ");
}

TEST(Certify, AnotherLanguageIsSaidAndNoProfileIsWritten)
{
    ScriptedPrinter star;
    star.status.clear();
    star.knowsSensor = false;
    star.others = {{"\x1B\x06\x01", std::string("\x23\x06\x00\x00\x00\x00\x00\x00\x00", 9)}};
    ScriptedPrinter nippon;
    nippon.status.clear();
    nippon.knowsSensor = false;
    nippon.others = {{"\x1D\x47\x30@@@A", std::string("\xFF\x13@@@A\x00\x00\x00", 9)}};
    EXPECT_NE(certified(star).error().find("speaks Star line mode"), std::string::npos);
    EXPECT_NE(certified(nippon).error().find("speaks Nippon's own language"), std::string::npos);
}

TEST(Certify, NoiseAtEveryBaudIsAMatterOfParityOrCable)
{
    ScriptedPrinter printer;
    printer.baud = 250'000;
    printer.noise = "\xF8\x80";
    EXPECT_NE(certified(printer).error().find("parity"), std::string::npos);
    printer.noise.clear();
    EXPECT_NE(certified(printer).error().find("nothing answers"), std::string::npos);
}

TEST(Certify, AMutePrinterIsOneWayAtTheBaudThatSomebodyCanRead)
{
    ScriptedPrinter printer;
    printer.status.clear();
    printer.knowsSensor = printer.knowsProcessId = false;
    const auto done = certified(printer, saying({{"Which baud", "9600"}}));
    EXPECT_EQ(done->family, "one-way");
    EXPECT_EQ(done->measured.baud, 9600);
    EXPECT_FALSE(profileOf(done).status);
}

TEST(Certify, ACableWithOneDirectionIsNotAskedAnything)
{
    ScriptedPrinter printer;
    printer.baud = 0;
    printer.isReadable = false;
    EXPECT_FALSE(certified(printer));
    EXPECT_EQ(certified(printer, saying({{"Was \"StarQueue certify\"", "y"}}))->family, "one-way");
    EXPECT_EQ(printer.paper.find("\x10\x04"), std::string::npos);
}

TEST(Certify, WhatThePersonSeesIsInTheProfile)
{
    ScriptedPrinter printer;
    std::string line17;
    const auto samples = codePageSamples();
    for (std::size_t i = 0; i < samples.size(); ++i)
        if (samples[i].encoding == "cp866" && samples[i].number == 7)
            line17 = std::to_string(i + 1);
    const PrinterProfile profile = profileOf(certified(printer, saying({{"How many characters", "42"},
                                                                        {"Stands 请取票 under P", "n"},
                                                                        {"Is there a QR code", "n"},
                                                                        {"Was the sheet cut", "y"},
                                                                        {"Cyrillic:", line17 + " 9999 x"}})));
    EXPECT_EQ(profile.columns, 42);
    EXPECT_EQ(profile.dots, 512);
    EXPECT_FALSE(profile.chinese);
    EXPECT_FALSE(profile.qr);
    EXPECT_TRUE(profile.cutter);
    EXPECT_EQ(profile.codePages, (starqueue::bridge::CodePageNumbers{{u"cp866"_s, 7}}));
}

TEST(Certify, TheSheetShowsARulerACodeAndEachSampleAndIsCut)
{
    ScriptedPrinter printer;
    printer.paper.clear();
    ASSERT_TRUE(certified(printer));
    const auto tickets = starqueue::escpos::decodePaper(printer.paper);
    ASSERT_EQ(tickets.size(), 1U) << "a second paper";
    EXPECT_TRUE(tickets.front().cut);
    EXPECT_EQ(tickets.front().qrCodes, std::vector<std::string>{"StarQueue"});
    const std::string text = tickets.front().plainText();
    EXPECT_NE(text.find("---------4-"), std::string::npos);
    EXPECT_NE(text.find("请取票"), std::string::npos);
    EXPECT_NE(text.find(std::to_string(codePageSamples().size()) + "  "), std::string::npos);
}
