#pragma once

#include <firmware-bridge/ticket/printer_profile.h>
#include <formats/toml/setting_problem.h>
#include <formats/toml/table_reader.h>

#include <QByteArray>
#include <QString>

#include <tl/expected.hpp>

namespace starqueue::bridge {

/// Reads a profile's text; `file` names it in messages. What it doesn't say is an Epson TM's.
[[nodiscard]] tl::expected<PrinterProfile, formats::SettingProblems> parseProfile(const QByteArray& text,
                                                                                  const QString& file);

/// The profile of that name that comes with the program, or the file at `nameOrPath`, seen from `folder`.
[[nodiscard]] tl::expected<PrinterProfile, formats::SettingProblems> loadProfile(const QString& nameOrPath,
                                                                                 const QString& folder);

/// Overrides single things of a profile by the keys of a [[printer]] in bridge.toml.
[[nodiscard]] PrinterProfile overridden(PrinterProfile profile, formats::TableReader& printer);

} // namespace starqueue::bridge
