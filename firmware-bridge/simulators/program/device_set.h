#pragma once

#include <firmware-bridge/config/bridge_config.h>
#include <firmware-bridge/simulators/bus/bus_port.h>
#include <firmware-bridge/simulators/bus/simulated_panel.h>
#include <firmware-bridge/simulators/printer/family_port.h>
#include <firmware-bridge/simulators/printer/printer_port.h>
#include <firmware-bridge/simulators/program/fault_scenario.h>

#include <QSet>

#include <memory>
#include <random>
#include <vector>

namespace starqueue::simulators {

/// What is simulated, and what goes wrong with it.
struct SimulationSettings
{
    FaultScenario scenario = FaultScenario::Well;
    QSet<bridge::FieldDeviceConfig::Kind> withoutKinds; ///< not there at all
    bool withoutPrinters = false;
    QString family; ///< of all printers, or "profile": each of its profile's; empty: the simulated printer
    QString memoryFolder; ///< panels' EEPROMs; empty: in memory
    QString recordFolder; ///< printers' bytes; empty: not recorded
    unsigned seed = 1;
};

/// All simulated devices of one bridge.toml.
class DeviceSet : public QObject
{
    Q_OBJECT

public:
    DeviceSet(const bridge::BridgeConfig& config, const SimulationSettings& settings,
              QObject* parent = nullptr);

    /// Plugs everything in and lets the scenario begin. Empty when well, otherwise what went wrong.
    [[nodiscard]] QString start();

    [[nodiscard]] PrinterPort* printer(const QString& id) const;
    /// Of a printer that plays a family; these aren't among printers().
    [[nodiscard]] FamilyPort* familyPrinter(const QString& id) const;
    [[nodiscard]] BusPort* bus(const QString& id) const;
    /// The bus that `device` sits on.
    [[nodiscard]] BusPort* busOf(const QString& device) const;
    [[nodiscard]] SimulatedDevice* field(const QString& device) const;
    [[nodiscard]] SimulatedPanel* panel(const QString& device) const;

    [[nodiscard]] const std::vector<std::unique_ptr<PrinterPort>>& printers() const { return m_printers; }
    [[nodiscard]] const std::vector<std::unique_ptr<FamilyPort>>& familyPrinters() const
    {
        return m_familyPrinters;
    }
    [[nodiscard]] const std::vector<std::unique_ptr<BusPort>>& buses() const { return m_buses; }
    [[nodiscard]] const bridge::BridgeConfig& config() const { return m_config; }

signals:
    void changed();

private:
    void makePrinters();
    [[nodiscard]] bool makeFamilyPrinters();
    [[nodiscard]] QString startFamilyPrinters();
    void makeBuses();
    [[nodiscard]] std::unique_ptr<SimulatedDevice> makeField(const bridge::FieldDeviceConfig& config) const;
    void beginScenario();
    void spoilPrinter(PrinterPort& printer, bool first);
    void spoilFields();
    void pullSomething();
    [[nodiscard]] LineNoise noise(unsigned which) const;

    bridge::BridgeConfig m_config;
    SimulationSettings m_settings;
    std::vector<std::unique_ptr<PrinterPort>> m_printers;
    std::vector<std::unique_ptr<FamilyPort>> m_familyPrinters;
    std::vector<std::unique_ptr<BusPort>> m_buses;
    std::minstd_rand m_random;
};

} // namespace starqueue::simulators
