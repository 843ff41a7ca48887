#pragma once

#include <firmware-bridge/raster/bitmap.h>

#include <QByteArray>

namespace starqueue::bridge {

/// GS v 0 for a picture, in strips of at most 256 bytes: between two of them a status may be asked for, and
/// zeros complete one that was interrupted. No byte of the dots is a DLE.
[[nodiscard]] QByteArray rasterCommands(const raster::Bitmap& picture);

/// `text` in dots: `size` times 24 high, as far as the paper of `dots` is wide.
[[nodiscard]] QByteArray rasterText(const QString& text, int size, bool bold, int dots);

} // namespace starqueue::bridge
