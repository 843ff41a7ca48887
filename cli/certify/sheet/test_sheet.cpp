#include <cli/certify/sheet/test_sheet.h>

namespace starqueue::certify {

namespace {

using namespace std::string_literals;

const std::string kReset = "\x1B@"s;
const std::string kLatinOnly = "\x1C."s;
const std::string kChinese = "\x1C&"s;
const std::string kTakeTicket = "\xC7\xEB\xC8\xA1\xC6\xB1"s; // 请取票 in GB18030
constexpr int kRulerTens = 10;

/// "---------1---------2": what stands in its first row tells how wide a row is.
std::string ruler()
{
    std::string row;
    for (int ten = 1; ten <= kRulerTens; ++ten)
        row += "---------" + std::to_string(ten % 10);
    return row;
}

/// GS ( k of Epson's reference: model 2, six dots, level M.
std::string code(const std::string& says, int eccBase)
{
    const auto length = static_cast<char>(says.size() + 3);
    return "\x1D(k\x04\x00\x31\x41\x32\x00"s + "\x1D(k\x03\x00\x31\x43\x06"s + "\x1D(k\x03\x00\x31\x45"s +
           static_cast<char>(eccBase + 1) + "\x1D(k"s + length + "\x00\x31\x50\x30"s + says +
           "\x1D(k\x03\x00\x31\x51\x30"s;
}

std::string lines(const std::vector<CodePageSample>& samples)
{
    std::string text;
    for (std::size_t i = 0; i < samples.size(); ++i)
        text += "\x1Bt"s + static_cast<char>(samples[i].number) + std::to_string(i + 1) + "  " +
                samples[i].bytes + '\n';
    return text;
}

} // namespace

std::string testSheet(const std::vector<CodePageSample>& samples, const SheetOptions& options)
{
    std::string sheet = kReset + kLatinOnly + "\nStarQueue certify\n" + ruler() + "\n\n";
    sheet += "P: \n" + kChinese + "\n" + kTakeTicket + "\n" + kLatinOnly + "\n";
    sheet += "Q: \n" + kReset + kTakeTicket + "\n" + kReset + kLatinOnly + "\n";
    sheet += "R: \n" + code("StarQueue", options.qrEccBase) + "\n\n";
    sheet += lines(samples) + "\x1Bt"s + '\0' + "\x1D\x56\x42"s + '\0';
    if (options.hasPresenter)
        sheet += "\x1D\x65\x03\x14"s;
    return sheet;
}

} // namespace starqueue::certify
