#pragma once

#include <client/face/scan_reader.h>

#include <QList>
#include <QString>

#include <tl/expected.hpp>

namespace starqueue::kiosk {

/// What is particular to one kiosk, from its kiosk.toml.
struct KioskSettings
{
    /// The code readers that are connected; of several, the first that a code fits.
    QList<client::ScannerProfile> scanners{client::ScannerProfile{}};
};

/// Reads such a file; an empty path: nothing is particular. The error says file, line, key, value and what
/// would be right.
[[nodiscard]] tl::expected<KioskSettings, QString> readKioskSettings(const QString& path);

} // namespace starqueue::kiosk
