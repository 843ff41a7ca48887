#include <cli/certify/probe.h>

#include <algorithm>
#include <array>

namespace starqueue::certify {

namespace {

using namespace std::string_literals;

constexpr std::array kBauds{19200, 9600, 115200, 38400, 57600, 4800, 2400, 1200};
constexpr std::array kQuestions{1, 2, 3, 4, 5, 6, 17, 20};
constexpr Wait kSoon{250};    ///< a real-time answer at 1200 baud
constexpr Wait kInOrder{700}; ///< an answer after what is buffered
constexpr Wait kClears{1500};
constexpr Wait kPrints{60'000};
constexpr Wait kStandsStill{5'000};
constexpr int kTimes = 3;
constexpr int kNeverSet = 0x81; ///< in a status of any family

const std::string kProcessId = "\x1D(H\x06\x00\x30\x30@@@A"s;
const std::string kProcessDone = "\x37\x22@@@A\x00"s;
const std::string kClear = "\x10\x14\x08\x01\x03\x14\x01\x06\x02\x08"s;
const std::string kCleared = "\x37\x25\x00"s;

int bits(char byte)
{
    return static_cast<unsigned char>(byte);
}

/// XON and XOFF may come at any time and belong to no answer.
std::string withoutFlow(std::string bytes)
{
    std::erase_if(bytes, [](char byte) { return byte == 0x11 || byte == 0x13; });
    return bytes;
}

std::string ask(PrinterLink& link, const std::string& question, Wait first)
{
    (void)link.receive(Wait{0});
    return link.send(question) ? link.receive(first) : std::string{};
}

/// One byte each time, and the same, and none for what is no question: noise of a wrong baud or an echo isn't
/// so.
bool answersStatus(PrinterLink& link, bool& heardNoise)
{
    std::string answers;
    for (int i = 0; i < kTimes; ++i) {
        const std::string answer = askStatus(link, 1);
        heardNoise = heardNoise || !answer.empty();
        if (answer.size() != 1 || (bits(answer.front()) & kNeverSet) != 0)
            return false;
        answers += answer;
    }
    return answers == std::string(kTimes, answers.front()) && ask(link, "\0\0\0"s, kSoon).empty();
}

/// Star's status begins with an odd header that tells its length.
bool answersAsStar(PrinterLink& link)
{
    const std::string answer = withoutFlow(ask(link, "\x1B\x06\x01"s, kInOrder));
    return answer.size() >= 7 && (bits(answer.front()) & 0x91) == 0x01;
}

/// Nippon's end of a job bears the id that was sent.
bool answersAsNippon(PrinterLink& link)
{
    return ask(link, "\x1D\x47\x30@@@A"s, kInOrder).find("\xFF\x13@@@A"s) != std::string::npos;
}

/// Some answer only what is processed in order.
bool answersInOrder(PrinterLink& link)
{
    const std::string answer = withoutFlow(ask(link, "\x1Dr\x01"s, kInOrder));
    return answer.size() == 1 && (bits(answer.front()) & 0x90) == 0;
}

Language languageAt(PrinterLink& link)
{
    if (answersInOrder(link))
        return Language::EscPos;
    if (answersAsStar(link))
        return Language::Star;
    return answersAsNippon(link) ? Language::Nippon : Language::Unknown;
}

template <class Speaks> bool findBaud(PrinterLink& link, Measurement& measured, const Speaks& speaks)
{
    for (const int baud : kBauds) {
        const bool isSerial = link.setBaud(baud);
        if (speaks()) {
            if (isSerial)
                measured.baud = baud;
            return true;
        }
        if (!isSerial)
            return false;
    }
    return false;
}

void findLanguage(PrinterLink& link, Measurement& measured)
{
    if (findBaud(link, measured, [&] { return answersStatus(link, measured.heardNoise); }))
        measured.language = Language::EscPos;
    else
        findBaud(link, measured, [&] {
            measured.language = languageAt(link);
            return measured.language != Language::Unknown;
        });
}

/// GS I: "_BIXOLON" and a NUL; some leave the underscore out.
std::string identityText(PrinterLink& link, char which)
{
    std::string text = withoutFlow(ask(link, "\x1DI"s + which, kInOrder));
    if (text.starts_with('_'))
        text.erase(0, 1);
    text = text.substr(0, text.find('\0'));
    const bool isText = std::all_of(text.begin(), text.end(), [](char c) { return c >= ' ' && c <= '~'; });
    return isText && text.size() > 1 ? text : std::string{};
}

Identity identify(PrinterLink& link)
{
    Identity identity;
    const std::string number = withoutFlow(ask(link, "\x1DI\x01"s, kInOrder));
    if (number.size() == 1)
        identity.number = static_cast<unsigned char>(number.front());
    identity.firmware = identityText(link, 65);
    identity.maker = identityText(link, 66);
    identity.model = identityText(link, 67);
    return identity;
}

void measureStatus(PrinterLink& link, Measurement& measured)
{
    for (const int question : kQuestions) {
        const std::string once = askStatus(link, question);
        const std::string again = askStatus(link, question);
        if (!once.empty() && once.size() == again.size())
            measured.status[question] = again;
    }
}

} // namespace

std::string askAutomaticStatus(PrinterLink& link)
{
    const std::string answer = withoutFlow(ask(link, "\x1D\x61\xFF"s, kInOrder));
    (void)ask(link, "\x1D\x61\x00"s, kSoon);
    return answer.size() == 4 && (bits(answer.front()) & 0x93) == 0x10 ? answer : std::string{};
}

std::string askStatus(PrinterLink& link, int question)
{
    return withoutFlow(ask(link, "\x10\x04"s + static_cast<char>(question), kSoon));
}

bool isMuteWhilePrinting(PrinterLink& link, Wait onTheWire)
{
    (void)link.receive(onTheWire);
    if (!askStatus(link, 1).empty())
        return false;
    // Answered later, or never while paper moves.
    return !withoutFlow(link.receive(kStandsStill)).empty() || !askStatus(link, 1).empty();
}

bool confirmsPrinting(PrinterLink& link)
{
    return ask(link, kProcessId, kPrints).find(kProcessDone) != std::string::npos;
}

Measurement findPrinter(PrinterLink& link, const Tell& tell)
{
    Measurement measured;
    if (!link.readable()) {
        tell("This cable has one direction: nothing can be asked.");
        return measured;
    }
    tell("Looking for its baud and its language …");
    findLanguage(link, measured);
    return measured;
}

void measureAnswers(PrinterLink& link, Measurement& measured, const Tell& tell)
{
    tell("Asking what it can answer …");
    measured.identity = identify(link);
    measureStatus(link, measured);
    measured.automatic = askAutomaticStatus(link);
    measured.automaticStatus = !measured.automatic.empty();
    measured.sensor = answersInOrder(link);
    measured.processId = ask(link, kProcessId, kClears).find(kProcessDone) != std::string::npos;
    measured.clears = ask(link, kClear, kClears).find(kCleared) != std::string::npos;
    // What a command left in the print buffer that the printer doesn't know.
    link.send("\x1B@"s);
}

} // namespace starqueue::certify
