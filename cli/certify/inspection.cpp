#include <cli/certify/inspection.h>

#include <cli/certify/presenter.h>
#include <cli/certify/sheet/test_sheet.h>

#include <array>
#include <charconv>
#include <sstream>

namespace starqueue::certify {

namespace {

using namespace std::string_literals;

constexpr std::array kReadableBauds{1200, 2400, 4800, 9600, 19200, 38400, 57600, 115200};
constexpr int kPaperQuestion = 4;
constexpr int kNearEndBits = 0x0C; ///< come and go with the paper end on every family
constexpr int kCauseQuestion = 2;
constexpr int kCoverBit = 0x04;
constexpr int kErrorBit = 0x40;
constexpr int kCoverLines = 60; ///< some seconds of paper, so that a hand is in time
constexpr const char* kEpson = "epson-tm";
constexpr const char* kCustom = "custom-presenter";
constexpr int kCustomEccBase = 0x31;

std::optional<int> numberIn(const std::string& text)
{
    int number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc{} ? std::optional{number} : std::nullopt;
}

std::optional<bool> yesNo(const Person& person, const std::string& question)
{
    const auto answer = person(question + " [y/n] ");
    if (!answer || answer->empty())
        return std::nullopt;
    return answer->front() == 'y' || answer->front() == 'Y';
}

std::optional<int> columns(const Person& person)
{
    const auto answer = person("How many characters has the ruler's first row (each digit ends ten)? ");
    const auto number = answer ? numberIn(*answer) : std::nullopt;
    return number && *number >= 16 && *number <= 96 ? number : std::nullopt;
}

/// The first of the named lines holds for its encoding.
void chooseCodePages(const std::vector<CodePageSample>& samples, const std::string& answer, Seen& seen)
{
    std::istringstream numbers(answer);
    for (std::size_t line = 0; numbers >> line;)
        if (line >= 1 && line <= samples.size())
            seen.codePages.emplace(samples[line - 1].encoding, samples[line - 1].number);
}

void askCodePages(const std::vector<CodePageSample>& samples, const Person& person, Seen& seen)
{
    for (std::size_t i = 0; i < samples.size(); ++i) {
        if (i > 0 && samples[i].script == samples[i - 1].script)
            continue;
        const auto answer = person(samples[i].script + ": after which numbers stands \"" + samples[i].text +
                                   "\"? (apart by spaces; Enter: none) ");
        if (answer)
            chooseCodePages(samples, *answer, seen);
    }
}

/// What DLE EOT 4 says differently after the person did as asked.
std::optional<std::string> bitsAfter(PrinterLink& link, const Person& person, const std::string& request,
                                     const std::string& undo)
{
    const std::string before = askStatus(link, kPaperQuestion);
    const auto done = person(request + " (Enter; s: leave it out) ");
    if (!done || *done == "s")
        return std::nullopt;
    const std::string after = askStatus(link, kPaperQuestion);
    if (!undo.empty())
        (void)person(undo + " (Enter) ");
    return changedBits(before, after);
}

std::string linesToInterrupt()
{
    std::string lines;
    for (int line = 1; line <= kCoverLines; ++line)
        lines += "StarQueue certify " + std::to_string(line) + "\n";
    return lines + "\x1D\x56\x42"s + '\0';
}

/// Whether a cover that is opened while it prints is an error that lasts until DLE ENQ, as on a TM-L90 as
/// shipped. Nothing where nobody opens it.
std::optional<bool> coverIsError(PrinterLink& link, const Person& person)
{
    const auto ready =
        person("Lines will be printed for some seconds: open the cover meanwhile, and leave it open "
               "(Enter: begin; s: leave it out) ");
    if (!ready || *ready == "s")
        return std::nullopt;
    link.send(linesToInterrupt());
    (void)person("Is it open? (Enter) ");
    const std::string open = askStatus(link, kCauseQuestion);
    (void)person("Close it (Enter) ");
    const std::string closed = askStatus(link, kCauseQuestion);
    if (open.size() != 1 || closed.size() != 1 || (open.front() & kCoverBit) == 0)
        return std::nullopt;
    const bool isError = (closed.front() & (kCoverBit | kErrorBit)) == kErrorBit;
    if (isError)
        link.send("\x10\x05\x02"s); // clears what is left of the lines, and recovers
    return isError;
}

Wait wireTime(const std::string& bytes, std::optional<int> baud)
{
    constexpr long kBitsAByte = 10;
    constexpr long kMilliseconds = 1000;
    return baud ? Wait{kMilliseconds * kBitsAByte * static_cast<long>(bytes.size()) / *baud} : Wait{0};
}

void askSheet(const std::vector<CodePageSample>& samples, const Person& person, Seen& seen)
{
    seen.columns = columns(person);
    seen.chinese = yesNo(person, "Stands 请取票 under P?");
    seen.bootsInChinese = yesNo(person, "Stands 请取票 under Q?");
    seen.qr = yesNo(person, "Is there a QR code under R?");
    seen.cut = yesNo(person, "Was the sheet cut off?");
    askCodePages(samples, person, seen);
}

} // namespace

bool printSheet(PrinterLink& link, Measurement& measured, const std::string& family, const Tell& tell)
{
    const bool isCustom = family == kCustom;
    tell("Printing a sheet …");
    const std::string sheet = testSheet(
        codePageSamples(), {.qrEccBase = isCustom ? kCustomEccBase : 0x30, .hasPresenter = isCustom});
    if (!link.send(sheet))
        return false;
    if (!measured.status.empty())
        measured.statusInOrder = isMuteWhilePrinting(link, wireTime(sheet, measured.baud));
    if (measured.processId)
        tell(confirmsPrinting(link) ? "It confirmed that the sheet is printed."
                                    : "It did NOT confirm the sheet within a minute.");
    return true;
}

Seen inspect(PrinterLink& link, const Measurement& measured, const std::string& family, const Person& person)
{
    Seen seen;
    askSheet(codePageSamples(), person, seen);
    const auto paper = measured.status.find(kPaperQuestion);
    if (paper == measured.status.end())
        return seen;
    if ((paper->second.front() & kNearEndBits) != 0)
        seen.nearEndLies = !yesNo(person, "It says that its paper is nearly used up. Is it?").value_or(true);
    if (mayHoldTickets(measured, family))
        watchPresenter(link, measured, person, seen);
    if (family == kEpson)
        seen.coverIsError = coverIsError(link, person);
    seen.paperOutBits =
        bitsAfter(link, person, "Take the paper out and close the cover", "Put the paper back");
    return seen;
}

std::optional<int> readableBaud(PrinterLink& link, const Person& person)
{
    if (!link.setBaud(kReadableBauds.front())) {
        link.send("\nStarQueue certify\n\n\n\n");
        return yesNo(person, "Was \"StarQueue certify\" printed?").value_or(false) ? std::optional{0}
                                                                                   : std::nullopt;
    }
    for (const int baud : kReadableBauds) {
        link.setBaud(baud);
        link.send("\n" + std::to_string(baud) + " baud\n");
        (void)link.receive(Wait{200});
    }
    const auto answer = person("Which baud can be read on the paper? (Enter: none) ");
    const auto number = answer ? numberIn(*answer) : std::nullopt;
    return number && link.setBaud(*number) ? number : std::nullopt;
}

} // namespace starqueue::certify
