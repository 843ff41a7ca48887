#pragma once

#include <firmware-bridge/letters/printer_letters.h>

#include <QStringList>

namespace starqueue::bridge {

/// `text` broken into lines of at most `columns`: English at blanks, Chinese behind its punctuation or
/// anywhere. Nothing of it is lost, whatever it takes.
[[nodiscard]] QStringList brokenInto(const QString& text, int columns, PrinterLetters::Script script);

} // namespace starqueue::bridge
