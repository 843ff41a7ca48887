#include <firmware-bridge/fuzz/fuzz_profiles.h>

#include <firmware-bridge/profiles/known_profiles.h>
#include <firmware-bridge/profiles/profile_reader.h>

#include <vector>

namespace starqueue::bridge {

namespace {

using namespace Qt::StringLiterals;

// Letters of other scripts are others' to test, and are laid out for longer than the driver takes to print.
TicketTemplate plainTicket()
{
    const auto row = [](const QString& text) { return TicketRow{.text = {text, text}}; };
    return {.rows = {row(u"{hall}"_s), row(u"{number}"_s), row(u"Thank you for waiting"_s)}};
}

const std::vector<PrinterProfile>& profiles()
{
    static const std::vector<PrinterProfile> kAll = [] {
        std::vector<PrinterProfile> all;
        for (const QString& name : knownProfiles())
            all.push_back(parseProfile(knownProfileText(name), name).value());
        for (PrinterProfile& profile : all)
            profile.layout = plainTicket();
        return all;
    }();
    return kAll;
}

} // namespace

PrinterProfile profileOf(uint8_t choice)
{
    using Untaken = PresenterProfile::Untaken;
    constexpr std::size_t kFamilies = 8; // of which seven are known: a new one changes no input
    const auto& known = profiles();
    PrinterProfile profile = known[choice % kFamilies % known.size()];
    profile.trustWrites = (choice & 0x08) != 0;
    if ((choice & 0x10) != 0)
        profile.clear = ClearCommand::None;
    profile.statusInOrder = (choice & 0x20) != 0;
    if ((choice & 0x40) != 0)
        profile.proof = PrintProof::None;
    if ((choice & 0x80) != 0) {
        profile.presenter.untaken = Untaken::Eject;
        profile.baud = 1200; // so slow that there are marks within the ticket
    }
    return profile;
}

} // namespace starqueue::bridge
