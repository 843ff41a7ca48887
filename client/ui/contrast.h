#pragma once

#include <QColor>

namespace starqueue::ui {

/// Every text must reach this ratio on its ground (WCAG 2.1, 1.4.6 enhanced).
inline constexpr double kLeastContrast = 7.0;

/// Contrast ratio of two opaque colours, 1 to 21 (WCAG 2.1, "contrast ratio").
[[nodiscard]] double contrastRatio(const QColor& one, const QColor& other);

} // namespace starqueue::ui
