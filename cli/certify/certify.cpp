#include <cli/certify/certify.h>

#include <cli/certify/family.h>
#include <cli/certify/profile_text.h>

#include <cstdio>

namespace starqueue::certify {

namespace {

constexpr const char* kAnotherLanguage =
    "; switch it to ESC/POS (its self-test sheet and manual say how: a DIP or memory switch \"emulation\")";

std::string whyMute(const Measurement& measured)
{
    if (measured.heardNoise)
        return "only noise comes, at every baud from 1200 to 115200: look at parity (right: 8N1), at the "
               "cable, "
               "or whether the adapter echoes what it is sent";
    return "nothing answers: look at power, cable (TXD and RXD crossed?) and port; for a printer that can't "
           "answer somebody must say what it prints";
}

/// One that never answers may print all the same.
tl::expected<void, std::string> findMute(PrinterLink& link, const Person& person, Measurement& measured)
{
    const auto baud = readableBaud(link, person);
    if (!baud)
        return tl::unexpected(whyMute(measured));
    if (*baud > 0)
        measured.baud = baud;
    return {};
}

void report(const Measurement& measured, const Tell& tell)
{
    const auto is = [](bool holds) { return holds ? "yes" : "no"; };
    if (measured.baud)
        tell("baud              " + std::to_string(*measured.baud));
    const std::string name = nameOf(measured.identity);
    tell("it says it is     " + (name.empty() ? "nothing" : name));
    for (const auto& [question, answer] : measured.status) {
        std::string line = "DLE EOT " + std::to_string(question) + (question < 10 ? "         " : "        ");
        for (const char byte : answer) {
            char hex[4];
            std::snprintf(hex, sizeof hex, "%02X ", static_cast<unsigned char>(byte));
            line += hex;
        }
        tell(line);
    }
    tell(std::string("automatic status  ") + is(measured.automaticStatus));
    tell(std::string("GS r              ") + is(measured.sensor));
    tell(std::string("GS ( H            ") + is(measured.processId));
    tell(std::string("clear command     ") + is(measured.clears));
}

/// The error says what it is instead of a printer that can be measured now.
tl::expected<Measurement, std::string> measure(PrinterLink& link, const Person& person, const Tell& tell,
                                               Readiness& readiness)
{
    Measurement measured = findPrinter(link, tell);
    if (measured.language == Language::Star)
        return tl::unexpected(std::string("it speaks Star line mode") + kAnotherLanguage);
    if (measured.language == Language::Nippon)
        return tl::unexpected(std::string("it speaks Nippon's own language") + kAnotherLanguage);
    if (measured.language == Language::Unknown)
        return findMute(link, person, measured).map([&measured] { return measured; });
    return readiness.await().map([&] {
        measureAnswers(link, measured, tell);
        return measured;
    });
}

/// Again from a new sheet when something stopped it: its paper may end with the first.
tl::expected<void, std::string> printWholeSheet(PrinterLink& link, const Tell& tell, Certificate& done,
                                                Readiness& readiness)
{
    while (printSheet(link, done.measured, done.family, tell)) {
        if (done.measured.status.empty() || readiness.fault().empty())
            return {};
        if (const auto fit = readiness.await(); !fit)
            return fit;
    }
    return tl::unexpected(std::string("it doesn't take the sheet: look at paper, cover and handshake lines"));
}

/// Two of an Epson's profiles differ in a switch that only a cover opened in mid ticket shows.
std::string familyByCover(const std::string& family, const Seen& seen, const Tell& tell)
{
    if (family != "epson-tm")
        return family;
    if (!seen.coverIsError)
        tell("epson-tm and epson-tm-cover-error weren't told apart, since the cover wasn't opened while it "
             "printed. "
             "The bridge drives both alike; memory switch 8-8 on the printer's self-test sheet decides (on: "
             "cover-error)");
    return seen.coverIsError.value_or(false) ? "epson-tm-cover-error" : family;
}

/// Two of Citizen's say the presenter's bit each the other way round.
std::string familyByPresenter(const std::string& family, const Seen& seen)
{
    if (!seen.waitingBits || seen.waitingBits->size() < 2)
        return family;
    const char presenterBit = seen.waitingBits->at(1);
    return presenterBit == '0' ? "citizen-pmu" : presenterBit == '1' ? "citizen-ppu" : family;
}

} // namespace

std::string nameOf(const Identity& identity)
{
    std::string name;
    for (const std::string* part : {&identity.maker, &identity.model, &identity.firmware})
        if (!part->empty())
            name += (name.empty() ? "" : " ") + *part;
    return name;
}

tl::expected<Certificate, std::string> certify(PrinterLink& link, const Person& person, const Tell& tell,
                                               const std::string& date)
{
    Certificate done;
    Readiness readiness(link, person, tell);
    const auto measured = measure(link, person, tell, readiness);
    if (!measured)
        return tl::unexpected(measured.error());
    done.measured = *measured;
    report(done.measured, tell);
    done.family = familyOf(done.measured);
    if (const auto printed = printWholeSheet(link, tell, done, readiness); !printed)
        return tl::unexpected(printed.error());
    done.seen = inspect(link, done.measured, done.family, person);
    done.family = familyByPresenter(familyByCover(done.family, done.seen, tell), done.seen);
    const std::string name = nameOf(done.measured.identity);
    done.profile = profileText(familyProfile(done.family), done.measured, done.seen,
                               "measured by starqueue certify on " + date +
                                   (name.empty() ? "" : ": " + name) + "; otherwise as " + done.family);
    return done;
}

} // namespace starqueue::certify
