#pragma once

#include <firmware-bridge/bus/bus_settings.h>
#include <firmware-bridge/links/link_settings.h>
#include <firmware-bridge/ticket/printer_profile.h>
#include <formats/words.h>

#include <QString>
#include <QStringList>
#include <QUrl>

#include <tl/expected.hpp>

#include <vector>

namespace starqueue::bridge {

/// A [[printer]] of bridge.toml.
struct PrinterConfig
{
    QString id;
    QString kiosk;
    LinkSettings line;
    PrinterProfile profile;

    bool operator==(const PrinterConfig&) const = default;
};

/// A [[bus]] of bridge.toml.
struct BusConfig
{
    QString id;
    BusSettings settings;

    bool operator==(const BusConfig&) const = default;
};

/// A display, rating panel or keypad.
struct FieldDeviceConfig
{
    enum class Kind { Display, Panel, Keypad };

    Kind kind = Kind::Display;
    QString id;
    QString bus;
    int address = 0;
    QString counter;

    bool operator==(const FieldDeviceConfig&) const = default;
};
/// The tables of bridge.toml that describe one.
consteval auto spelling(FieldDeviceConfig::Kind)
{
    using enum FieldDeviceConfig::Kind;
    return formats::spelled<FieldDeviceConfig::Kind>(
        {{Display, "display"}, {Panel, "panel"}, {Keypad, "keypad"}});
}

/// bridge.toml: which devices this machine has, how they are wired and where they stand.
///
/// [hall]      url, token_file                           — where the hall is, and who we are
/// [[printer]] id, kiosk, port, link, baud, flow, …       — one thermal printer a kiosk
/// [[bus]]     id, port, baud, parity, timeout_ms         — one RS-485 bus
/// [[display]] [[panel]] [[keypad]] id, bus, address, counter
///
/// Relative paths (ports, token file) count from the file's own folder.
/// firmware-bridge/example/bridge.toml shows every key with its default.
struct BridgeConfig
{
    QString file; ///< absolute
    QUrl hallUrl;
    QString tokenFile;
    std::vector<PrinterConfig> printers;
    std::vector<BusConfig> buses;
    std::vector<FieldDeviceConfig> devices;
};

/// Everything that is wrong, one line each: "bridge.toml:12: printer[0].baud = 1234: must be one of …".
using ConfigProblems = QStringList;

/// Reads and checks a whole configuration; never half of one.
[[nodiscard]] tl::expected<BridgeConfig, ConfigProblems> loadBridgeConfig(const QString& path);

/// Reads a configuration from text; `path` names the file in messages and anchors relative paths.
[[nodiscard]] tl::expected<BridgeConfig, ConfigProblems> parseBridgeConfig(const QByteArray& text,
                                                                           const QString& path);

} // namespace starqueue::bridge
