#include <cli/certify/presenter.h>

namespace starqueue::certify {

namespace {

using namespace std::string_literals;

constexpr int kRollQuestion = 4;
constexpr int kPresenterQuestion = 6;
constexpr int kNearEndOfFour = 0x0C;          ///< of DLE EOT 4
constexpr int kNearEndBitsOfAutomatic = 0x03; ///< of the third byte
constexpr std::size_t kPaperByte = 2;
constexpr Wait kLooks{250};
constexpr int kLooksAtMost = 48; ///< 12 s: Citizen's draw in after 9 at most

/// What the printer says of its paper and its presenter.
struct Says
{
    std::string paper;
    std::string automatic;
};

Says said(PrinterLink& link, const Measurement& measured)
{
    return {askStatus(link, kRollQuestion),
            measured.automaticStatus ? askAutomaticStatus(link) : std::string{}};
}

std::optional<std::string> changed(char before, char now, int ignored)
{
    const int bits = (before ^ now) & 0xFF & ~ignored;
    std::string pattern;
    for (int bit = 7; bit >= 0; --bit)
        pattern += (bits >> bit & 1) == 0 ? 'x' : (now >> bit & 1) == 0 ? '0' : '1';
    return bits == 0 ? std::nullopt : std::optional{pattern};
}

std::optional<std::string> changedAutomatic(const std::string& before, const std::string& now)
{
    if (before.size() <= kPaperByte || now.size() <= kPaperByte)
        return std::nullopt;
    const auto pattern = changed(before[kPaperByte], now[kPaperByte], kNearEndBitsOfAutomatic);
    return pattern ? std::optional{"3:" + *pattern} : std::nullopt;
}

/// Whether what was raised by a ticket that nobody takes is gone soon.
bool drawsIn(PrinterLink& link, const std::string& withTicket)
{
    for (int look = 0; look < kLooksAtMost; ++look) {
        (void)link.receive(kLooks);
        if (changedBits(withTicket, askStatus(link, kRollQuestion)))
            return true;
    }
    return false;
}

} // namespace

std::optional<std::string> changedBits(const std::string& before, const std::string& now)
{
    if (before.size() != 1 || now.size() != 1)
        return std::nullopt;
    return changed(before.front(), now.front(), kNearEndOfFour);
}

bool mayHoldTickets(const Measurement& measured, const std::string& family)
{
    const bool hasOtherProof = family == "custom-presenter";
    return measured.status.contains(kRollQuestion) && !hasOtherProof &&
           (family.starts_with("citizen") || measured.status.contains(kPresenterQuestion));
}

void watchPresenter(PrinterLink& link, const Measurement& measured, const Person& person, Seen& seen)
{
    const auto empty =
        person("Take everything out of its ticket slot (Enter; s: it has none that holds a ticket) ");
    if (empty == "s")
        return;
    const Says before =
        empty ? said(link, measured) : Says{measured.status.at(kRollQuestion), measured.automatic};
    if (empty) {
        link.send("\x1D\x52\x31\x09\n\nStarQueue certify\n\n\x1D\x56\x42"s + '\0');
        (void)person("Leave this ticket in the presenter, for 12 seconds after Enter (Enter: it has come) ");
    }
    const Says now = said(link, measured);
    seen.waitingBits = changedBits(before.paper, now.paper);
    seen.waitingAutomatic = changedAutomatic(before.automatic, now.automatic);
    if (seen.waitingBits && empty)
        seen.drawsIn = drawsIn(link, now.paper);
    if (empty)
        (void)person("Take the ticket (Enter) ");
}

} // namespace starqueue::certify
