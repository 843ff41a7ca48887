// Whether an Epson takes a cover that is opened in mid ticket for an error.
#include <cli/certify/scripted_printer.h>

#include <cli/certify/certify.h>
#include <firmware-bridge/profiles/profile_reader.h>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;
using namespace starqueue::certify;
using namespace starqueue::certify::test;

namespace {

/// Opens the cover while the lines are printed and closes it; then DLE EOT 2 says `closed`.
Person openingTheCover(ScriptedPrinter& printer, const std::string& closed)
{
    return [&printer, closed](const std::string& question) -> std::optional<std::string> {
        if (question.starts_with("Is it open?"))
            printer.status[2] = "\x16";
        if (question.starts_with("Close it"))
            printer.status[2] = closed;
        return "";
    };
}

tl::expected<Certificate, std::string> certifiedBy(ScriptedPrinter& printer, const Person& person)
{
    return certify(
        printer, person, [](const std::string&) {}, "2026-11-29");
}

/// Does nothing that it is asked to do at a printer, by this answer; nothing: nobody is there.
Person answering(std::optional<std::string> answer)
{
    return [answer = std::move(answer)](const std::string&) { return answer; };
}

} // namespace

TEST(Certify, ACoverOpenedInMidTicketTellsTheTwoSettingsOfAnEpsonApart)
{
    ScriptedPrinter goesOn;
    EXPECT_EQ(certifiedBy(goesOn, openingTheCover(goesOn, "\x12"))->family, "epson-tm");
    ScriptedPrinter waits;
    waits.recovered = "\x12";
    EXPECT_EQ(certifiedBy(waits, openingTheCover(waits, "\x52"))->family, "epson-tm-cover-error");
    EXPECT_EQ(waits.status[2], "\x12") << "it is left without the error";
}

TEST(Certify, SaysThatItDidntTellTheTwoSettingsApartWhereNobodyOpenedTheCover)
{
    for (const Person& person : {answering(std::nullopt), answering("s"), answering("")}) {
        ScriptedPrinter printer;
        std::string told;
        const auto done = certify(
            printer, person, [&told](const std::string& line) { told += line + '\n'; }, "2026-11-29");
        EXPECT_EQ(done->family, "epson-tm");
        EXPECT_NE(told.find("epson-tm and epson-tm-cover-error weren't told apart"), std::string::npos)
            << told;
        EXPECT_EQ(printer.paper.find("\x10\x05\x02"), std::string::npos);
    }
    EXPECT_EQ(starqueue::bridge::loadProfile(u"epson-tm"_s, {})->recoveryInTicket,
              starqueue::bridge::loadProfile(u"epson-tm-cover-error"_s, {})->recoveryInTicket)
        << "the bridge drives both alike";
}
