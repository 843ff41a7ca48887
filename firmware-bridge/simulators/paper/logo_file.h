#pragma once

#include <firmware-bridge/raster/bitmap.h>

#include <QByteArray>
#include <QString>

#include <tl/expected.hpp>

namespace starqueue::simulators {

/// A picture file in black and white, dark is black; the error says why it can't be a logo: no picture, or
/// wider than `dots`.
[[nodiscard]] tl::expected<raster::Bitmap, QString> readLogo(const QString& file, int dots);

/// FS q: puts the picture into a printer's own memory as number 1, in place of all that were there. The
/// printer keeps it without power; most print it only after the next switching on.
[[nodiscard]] QByteArray storeLogoCommand(const raster::Bitmap& logo);

} // namespace starqueue::simulators
