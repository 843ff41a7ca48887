// A printer that holds tickets is measured with a ticket in it, and what it says while it is well is no
// fault.
#include <cli/certify/scripted_printer.h>

#include <cli/certify/certify.h>
#include <firmware-bridge/profiles/profile_reader.h>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;
using namespace starqueue::certify;
using namespace starqueue::certify::test;
using starqueue::bridge::PrinterProfile;
using starqueue::bridge::PrinterSign;

namespace {

constexpr char kPresenterBit = 0x40;        // of DLE EOT 4
constexpr char kPresenterBitOfThird = 0x08; // of automatic status

PrinterProfile certifiedProfile(ScriptedPrinter& printer, const Person& person)
{
    const auto done = certify(
        printer, person, [](const std::string&) {}, "2026-11-30");
    EXPECT_TRUE(done) << done.error();
    const auto profile =
        starqueue::bridge::parseProfile(QByteArray::fromStdString(done->profile), u"mine.toml"_s);
    EXPECT_TRUE(profile) << starqueue::formats::errorMessage(profile.error()) << '\n' << done->profile;
    return *profile;
}

/// "64=64 ": masks and values.
std::string bitsThatSay(const PrinterProfile& profile, int question, PrinterSign sign)
{
    std::string bits;
    for (const auto& rule : profile.statusMap(question)->rules)
        if (rule.sign == sign)
            bits += std::to_string(rule.bits.mask) + '=' + std::to_string(rule.bits.value) + ' ';
    return bits;
}

/// A printer with a presenter whose bits are set while it is empty, or while a ticket lies in it.
struct PresenterPrinter : ScriptedPrinter
{
    bool setWhenEmpty;
    bool automaticSetWhenEmpty;

    PresenterPrinter(bool isSetWhenEmpty, bool isAutomaticSetWhenEmpty)
        : setWhenEmpty(isSetWhenEmpty), automaticSetWhenEmpty(isAutomaticSetWhenEmpty)
    {
        status[5] = status[6] = "\x12";
        hold(false);
    }
    void hold(bool ticket)
    {
        const auto bit = [ticket](bool isSetWhenEmpty, char mask) {
            return ticket != isSetWhenEmpty ? mask : '\0';
        };
        status[4] = std::string(1, static_cast<char>(0x12 | bit(setWhenEmpty, kPresenterBit)));
        automatic = std::string("\x10\x00", 2) + bit(automaticSetWhenEmpty, kPresenterBitOfThird) + '\x0F';
    }
    [[nodiscard]] Person whoLeavesATicketInIt()
    {
        return [this](const std::string& question) -> std::optional<std::string> {
            if (question.starts_with("Leave this ticket"))
                hold(true);
            if (question.starts_with("Take the ticket"))
                hold(false);
            return "";
        };
    }
};

} // namespace

TEST(Certify, ATicketInThePresenterIsMeasuredInEachPolarityWhoeverItSaysThatItIs)
{
    for (const char* const identity : {"\x75", "\x20"})
        for (const bool isSetWhenEmpty : {false, true})
            for (const bool isAutomaticSetWhenEmpty : {false, true}) {
                PresenterPrinter printer(isSetWhenEmpty, isAutomaticSetWhenEmpty);
                printer.identity = {{1, identity}};
                const auto profile = certifiedProfile(printer, printer.whoLeavesATicketInIt());
                EXPECT_EQ(bitsThatSay(profile, 4, PrinterSign::TicketWaiting),
                          isSetWhenEmpty ? "64=0 " : "64=64 ");
                EXPECT_EQ(bitsThatSay(profile, 0, PrinterSign::TicketWaiting),
                          isAutomaticSetWhenEmpty ? "8=0 " : "8=8 ");
                EXPECT_EQ(bitsThatSay(profile, 4, PrinterSign::PaperOut), "32=32 ");
                EXPECT_EQ(profile.presenter.kind, starqueue::bridge::PresenterProfile::Kind::Citizen);
            }
}

TEST(Certify, WhereNobodyIsThereTheSheetInThePresenterTellsItsPolarity)
{
    for (const bool isSetWhenEmpty : {false, true}) {
        PresenterPrinter printer(isSetWhenEmpty, isSetWhenEmpty);
        printer.identity = {{1, "\x75"}};
        printer.onSent = [&printer](std::string_view bytes) {
            if (bytes.find("\x1DV") != std::string_view::npos)
                printer.hold(true);
        };
        const auto profile =
            certifiedProfile(printer, [](const std::string&) { return std::optional<std::string>{}; });
        EXPECT_EQ(bitsThatSay(profile, 4, PrinterSign::TicketWaiting), isSetWhenEmpty ? "64=0 " : "64=64 ");
    }
}

TEST(Certify, WhatAPrinterSaysWhileItPrintsIsNoFaultInItsProfile)
{
    ScriptedPrinter printer; // PMU2300, which doesn't say who it is; nobody takes or leaves a ticket
    printer.status[4] = "\x52";
    printer.automatic = std::string("\x10\x00\x08\x0F", 4);
    const auto profile =
        certifiedProfile(printer, [](const std::string&) { return std::optional<std::string>{}; });
    EXPECT_EQ(bitsThatSay(profile, 4, PrinterSign::PaperOut), "32=32 ");
    EXPECT_EQ(bitsThatSay(profile, 0, PrinterSign::PaperOut), "4=4 ");
}

TEST(Certify, WhetherATicketIsDrawnInByItselfIsMeasured)
{
    for (const bool drawsIn : {false, true}) {
        PresenterPrinter printer(false, true);
        printer.identity = {{1, "\x75"}};
        int asked = 0;
        printer.onSent = [&](std::string_view bytes) {
            if (drawsIn && printer.status[4] == "\x52" && bytes == "\x10\x04\x04" && ++asked == 20)
                printer.hold(false);
        };
        const auto profile = certifiedProfile(printer, printer.whoLeavesATicketInIt());
        EXPECT_EQ(profile.presenter.retractsAfter, std::chrono::seconds(drawsIn ? 9 : 0));
    }
}
