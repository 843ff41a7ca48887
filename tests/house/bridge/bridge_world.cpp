#include <house/bridge/bridge_world.h>

#include <house/bridge/bridge_word.h>
#include <house/bridge/bus_faults.h>
#include <house/bridge/display_checker.h>
#include <house/bridge/key_checker.h>
#include <house/bridge/panel_checkers.h>
#include <house/bridge/panel_people.h>
#include <house/bridge/paper_checkers.h>
#include <house/bridge/printer_faults.h>
#include <house/hall_checks/printer_checkers.h>

namespace starqueue::house {

namespace {

void addDeviceFaults(House& house, HallProgram& hall, Devices& devices, BridgeProgram& bridge)
{
    house.add<TakesComeLate>(house, hall, devices);
    house.add<PaperEnds>(house, devices);
    house.add<CoverOpens>(house, devices);
    house.add<PrinterSwitchedOff>(house, devices);
    house.add<PrinterCable>(house, devices);
    house.add<SlowCable>(house, devices);
    house.add<BusCable>(house, devices);
    house.add<BusNoise>(house, devices);
    house.add<BusHangs>(house, devices);
    house.add<BusDevicePower>(house, devices);
    house.add<BridgeDies>(bridge);
}

} // namespace

void furnishWithBridge(House& house, HallProgram& hall, const Record& record)
{
    auto& devices = house.add<Devices>(house);
    auto& bridge = house.add<BridgeProgram>(house, hall, devices);
    house.add<PanelPeople>(house, devices);
    addDeviceFaults(house, hall, devices, bridge);
    house.add<PapersAreTickets>(record);
    house.add<NoPaperForWhoHasLeft>(house, record);
    house.add<PressIsRatedOrRefusedRightly>(record, hall);
    house.add<BeepsAreSettled>(house, record);
    house.add<BridgeIsBounded>(bridge);
    house.add<BridgeKeepsItsWord>();
    house.add<CallsAreOnDisplays>(house, hall);
    house.add<KeysActOnceAndAtOnce>(house);
    house.add<BoardKnowsItsPrinters>(record);
}

} // namespace starqueue::house
