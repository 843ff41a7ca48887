#pragma once

#include <bench/hall_process.h>
#include <bench/line_tap.h>

#include <optional>

namespace starqueue::bench {

/// A hall with its bridge and simulated devices, each a process of its own. `Tapped`: LineTaps record what
/// the bridge sends to the printer and to the bus.
class HallWithDevices
{
public:
    enum class Lines { Plain, Tapped };

    /// Sets the printer's line to 115 200 baud, to shorten the rounds, and the bus to `busBaud`.
    explicit HallWithDevices(Lines lines, int busBaud = 19'200);

    [[nodiscard]] const HallProcess& hall() const { return m_hall; }
    [[nodiscard]] const Program& bridge() const { return *m_bridge; }
    [[nodiscard]] LineTap& printerLine() { return *m_printerLine; }
    [[nodiscard]] LineTap& busLine() { return *m_busLine; }
    /// Waits until the hall has the states of all devices; throws after 30 s.
    void awaitDevices() const;
    void unplugEverything() { m_devices->end(); }

private:
    [[nodiscard]] std::string bridgeSettings(const std::string& portSuffix) const;
    void startDevices(const std::string& portSuffix);

    int m_busBaud;
    HallProcess m_hall;
    std::optional<Program> m_devices;
    std::optional<LineTap> m_printerLine;
    std::optional<LineTap> m_busLine;
    std::optional<Program> m_bridge;
};

} // namespace starqueue::bench
