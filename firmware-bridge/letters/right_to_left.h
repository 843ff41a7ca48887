#pragma once

#include <QString>

namespace starqueue::bridge {

/// A line of text in the order in which a printer puts it down, from left to right: Hebrew and Arabic turned
/// round, Arabic letters in the shapes that they have beside one another (ICU). Any other text as it is.
[[nodiscard]] QString inPrintedOrder(const QString& text);

/// The shapes that stand in for the Arabic letter shape `character` in sets that lack it, nearest first.
[[nodiscard]] QString shapesLike(QChar character);

} // namespace starqueue::bridge
