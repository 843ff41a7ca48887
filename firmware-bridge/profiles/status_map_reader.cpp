#include <firmware-bridge/profiles/status_map_reader.h>

#include <optional>

namespace starqueue::bridge {

namespace {

using formats::TableReader;

constexpr std::pair<std::string_view, PrinterSign> kSigns[]{
    {"offline", PrinterSign::Offline},
    {"cover_open", PrinterSign::CoverOpen},
    {"paper_out", PrinterSign::PaperOut},
    {"near_end", PrinterSign::NearEnd},
    {"cutter", PrinterSign::Cutter},
    {"jam", PrinterSign::Jam},
    {"presenter", PrinterSign::Presenter},
    {"ticket_waiting", PrinterSign::TicketWaiting},
    {"cooling", PrinterSign::Cooling},
    {"broken", PrinterSign::Broken},
    {"recoverable", PrinterSign::Recoverable},
    {"feed", PrinterSign::Feed},
    {"waits_for_recovery", PrinterSign::WaitsForRecovery},
    {"moving", PrinterSign::Moving},
};
static_assert(std::size(kSigns) == kPrinterSigns);
constexpr std::size_t kBits = 8;

std::optional<BitPattern> patternFrom(std::string_view text)
{
    if (text.size() != kBits)
        return std::nullopt;
    BitPattern pattern;
    for (const char bit : text) {
        if (bit != '0' && bit != '1' && bit != 'x')
            return std::nullopt;
        pattern.mask = static_cast<quint8>(pattern.mask << 1 | (bit == 'x' ? 0 : 1));
        pattern.value = static_cast<quint8>(pattern.value << 1 | (bit == '1' ? 1 : 0));
    }
    return pattern;
}

std::optional<SignRule> ruleFrom(PrinterSign sign, std::string_view text, int length)
{
    SignRule rule;
    rule.sign = sign;
    if (text.size() > 2 && text[1] == ':') {
        rule.byte = text[0] - '1';
        text.remove_prefix(2);
    }
    const auto bits = patternFrom(text);
    if (!bits || rule.byte < 0 || rule.byte >= length)
        return std::nullopt;
    rule.bits = *bits;
    return rule;
}

void readRules(TableReader& status, StatusMap& map)
{
    for (const auto& [key, sign] : kSigns) {
        for (const std::string& text : status.texts(key, {})) {
            if (const auto rule = ruleFrom(sign, text, map.length))
                map.rules.push_back(*rule);
            else
                status.refuse(key, "must be eight of 0, 1 and x, after the byte's place in an answer of "
                                   "several: \"xxxx1xxx\", \"3:xxxxx1xx\"");
        }
    }
}

} // namespace

StatusMap readStatusMap(TableReader& status)
{
    StatusMap map;
    map.question = status.whole("question", {0, 255});
    map.length = status.whole("length", {1, 9}, 1);
    for (const int byte : status.wholes("head", {0, 255}))
        map.head += static_cast<char>(byte);
    if (const auto fixed = patternFrom(status.text("fixed", "0xx1xx10")))
        map.fixed = *fixed;
    else
        status.refuse("fixed", "must be eight of 0, 1 and x, such as \"0xx1xx10\"");
    if (!map.head.isEmpty())
        map.fixed = {0xFF, static_cast<quint8>(map.head.front())};
    readRules(status, map);
    return map;
}

} // namespace starqueue::bridge
