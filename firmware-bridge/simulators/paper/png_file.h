#pragma once

#include <firmware-bridge/raster/bitmap.h>

#include <QString>

namespace starqueue::simulators {

/// Writes the picture as PNG; empty: done, else why not.
[[nodiscard]] QString writePng(const raster::Bitmap& picture, const QString& file);

} // namespace starqueue::simulators
