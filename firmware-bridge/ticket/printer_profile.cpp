#include <firmware-bridge/ticket/printer_profile.h>

#include <algorithm>

namespace starqueue::bridge {

namespace {

SignRule raisedBy(PrinterSign sign, int bit, int byte = 0)
{
    const auto mask = static_cast<quint8>(1 << bit);
    return {sign, byte, {mask, mask}};
}

StatusMap automaticStatusMap()
{
    using enum PrinterSign;
    return {0,
            4,
            {},
            {0x93, 0x10},
            {raisedBy(Offline, 3), raisedBy(CoverOpen, 5), raisedBy(NearEnd, 1, 2), raisedBy(NearEnd, 0, 2),
             raisedBy(PaperOut, 3, 2), raisedBy(PaperOut, 2, 2), raisedBy(Cutter, 3, 1), raisedBy(Jam, 2, 1),
             raisedBy(Cooling, 6, 1), raisedBy(Broken, 5, 1), raisedBy(Feed, 6), raisedBy(Feed, 1, 1),
             raisedBy(WaitsForRecovery, 0, 1)}};
}

} // namespace

std::vector<StatusMap> PrinterProfile::epsonStatusMaps()
{
    using enum PrinterSign;
    return {
        {1, 1, {}, {0x93, 0x12}, {raisedBy(Offline, 3), raisedBy(Feed, 6), raisedBy(WaitsForRecovery, 5)}},
        {2, 1, {}, {0x93, 0x12}, {raisedBy(CoverOpen, 2), raisedBy(Recoverable, 6), raisedBy(Feed, 3)}},
        {3,
         1,
         {},
         {0x93, 0x12},
         {raisedBy(Cutter, 3), raisedBy(Jam, 2), raisedBy(Cooling, 6), raisedBy(Broken, 5)}},
        {4,
         1,
         {},
         {0x93, 0x12},
         {raisedBy(PaperOut, 5), raisedBy(PaperOut, 6), raisedBy(NearEnd, 3), raisedBy(NearEnd, 2)}},
        automaticStatusMap(),
    };
}

const StatusMap* PrinterProfile::statusMap(int question) const
{
    const auto found = std::find_if(statusMaps.begin(), statusMaps.end(),
                                    [question](const StatusMap& map) { return map.question == question; });
    return found == statusMaps.end() ? nullptr : &*found;
}

bool PrinterProfile::sensesPaper() const
{
    return status && std::any_of(statusMaps.begin(), statusMaps.end(), [](const StatusMap& map) {
               return std::any_of(map.rules.begin(), map.rules.end(),
                                  [](const SignRule& rule) { return rule.sign == PrinterSign::PaperOut; });
           });
}

} // namespace starqueue::bridge
