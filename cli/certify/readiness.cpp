#include <cli/certify/inspection.h>

#include <array>

namespace starqueue::certify {

namespace {

using namespace std::string_literals;

constexpr int kFixedMask = 0x93;
constexpr int kFixedBits = 0x12;
constexpr int kFullStatusQuestion = 20; ///< Custom: six bytes
constexpr std::size_t kFullStatusLength = 6;
constexpr Wait kEndsItsError{1'000};

struct Cause
{
    int question;
    std::size_t byte;
    int bits;
    const char* says;
};

/// The gravest first: its paper sensor may lie while the cover is open.
constexpr std::array kCauses{
    Cause{2, 0, 0x04, "its cover is open: close it until it clicks"},
    Cause{2, 0, 0x20, "it is out of paper: put a roll in and close the cover"},
    Cause{4, 0, 0x20, "it is out of paper: put a roll in and close the cover"},
    Cause{3, 0, 0x08, "its cutter is blocked: open it, take the paper out, close it"},
    Cause{3, 0, 0x04, "its paper is jammed: open it, take the paper out, close it"},
    Cause{3, 0, 0x20, "it needs a technician: switch it off, ten seconds, and on"},
    Cause{1, 0, 0x40, "FEED is held down: let go of it"},
    Cause{1, 0, 0x20, "it waits for FEED: press it once"},
    Cause{1, 0, 0x08, "it is off line and doesn't say why: look at paper, cover and its lamps"},
};

constexpr std::array kFullCauses{
    Cause{kFullStatusQuestion, 3, 0x03, "its cover is open: close it until it clicks"},
    Cause{kFullStatusQuestion, 2, 0x01, "it is out of paper: put a roll in and close the cover"},
    Cause{kFullStatusQuestion, 5, 0x01, "its cutter is blocked: open it, take the paper out, close it"},
    Cause{kFullStatusQuestion, 4, 0x40, "its paper is jammed: open it, take the paper out, close it"},
};

int bitsOf(char byte)
{
    return static_cast<unsigned char>(byte);
}

/// Whether it says so, in a byte with the bits that every family fixes.
bool raises(PrinterLink& link, const Cause& cause)
{
    const std::string answer = askStatus(link, cause.question);
    return answer.size() == 1 && (bitsOf(answer.front()) & kFixedMask) == kFixedBits &&
           (bitsOf(answer.front()) & cause.bits) != 0;
}

bool raisesInFull(PrinterLink& link, const Cause& cause)
{
    const std::string answer = askStatus(link, cause.question);
    return answer.size() == kFullStatusLength && answer.starts_with("\x10\x0F") &&
           (bitsOf(answer.at(cause.byte)) & cause.bits) != 0;
}

template <class Causes, class Raises>
std::string firstOf(PrinterLink& link, const Causes& causes, const Raises& raised)
{
    for (const Cause& cause : causes)
        if (raised(link, cause) && raised(link, cause))
            return cause.says;
    return {};
}

} // namespace

std::string Readiness::fault()
{
    if (m_isUntrue)
        return {};
    const std::string fault = firstOf(m_link, kCauses, raises);
    if (!fault.empty() || askStatus(m_link, kFullStatusQuestion).size() != kFullStatusLength)
        return fault;
    return firstOf(m_link, kFullCauses, raisesInFull);
}

tl::expected<void, std::string> Readiness::await()
{
    for (std::string now = fault(); !now.empty(); now = fault()) {
        m_tell("It can't print now: " + now + '.');
        const auto done =
            m_person("Enter: it is mended; s: it isn't so, measure it all the same; q: give up ");
        if (!done || *done == "q")
            return tl::unexpected(now + "; mend that first, nothing was measured");
        m_isUntrue = *done == "s";
        m_link.send("\x10\x05\x02"s); // some stay in their error until they are told
        (void)m_link.receive(kEndsItsError);
    }
    return {};
}

} // namespace starqueue::certify
