#include <cli/certify/family.h>

#include <algorithm>
#include <cctype>

namespace starqueue::certify {

namespace {

using namespace std::string_literals;

constexpr int kCustomStatus = 20;
constexpr int kCitizenPresenter = 6;
constexpr unsigned char kCitizenPpu = 0x75;

bool says(const Identity& identity, std::string_view maker)
{
    std::string text = identity.maker + ' ' + identity.model;
    std::transform(text.begin(), text.end(), text.begin(),
                   [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
    return text.find(maker) != std::string::npos;
}

bool answersAsCustom(const Measurement& measured)
{
    const auto full = measured.status.find(kCustomStatus);
    return full != measured.status.end() && full->second.size() == 6 && full->second.starts_with("\x10\x0F"s);
}

bool answersAsCitizen(const Measurement& measured)
{
    const Identity& identity = measured.identity;
    return measured.status.contains(kCitizenPresenter) &&
           (identity.number == kCitizenPpu || says(identity, "CITIZEN") || says(identity, "PPU"));
}

} // namespace

std::string familyOf(const Measurement& measured)
{
    if (measured.language == Language::Unknown)
        return "one-way";
    if (answersAsCustom(measured))
        return "custom-presenter";
    if (says(measured.identity, "PMU"))
        return "citizen-pmu";
    if (answersAsCitizen(measured))
        return "citizen-ppu";
    if (says(measured.identity, "BIXOLON") || says(measured.identity, "SAMSUNG"))
        return "samsung-bixolon";
    // SNBC and others that know the command also say a jam where Epson does.
    return measured.processId || measured.clears ? "epson-tm" : "clone-gsr";
}

} // namespace starqueue::certify
