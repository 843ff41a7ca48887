#pragma once

#include <cli/certify/measurement.h>
#include <cli/certify/printer_link.h>

#include <functional>
#include <optional>
#include <string>

namespace starqueue::certify {

/// Told what is being done and found, line by line.
using Tell = std::function<void(const std::string&)>;

/// Finds baud and language; prints nothing on a printer that speaks ESC/POS. Leaves the link at the baud that
/// was found. Takes half a minute with a printer that never answers.
[[nodiscard]] Measurement findPrinter(PrinterLink& link, const Tell& tell);

/// Asks a printer that speaks ESC/POS and can print everything that it can answer by itself; prints nothing.
void measureAnswers(PrinterLink& link, Measurement& measured, const Tell& tell);

/// Its answer to DLE EOT `question`; empty: none.
[[nodiscard]] std::string askStatus(PrinterLink& link, int question);
/// The four bytes of automatic status as they are now; empty: none come.
[[nodiscard]] std::string askAutomaticStatus(PrinterLink& link);

/// Whether DLE EOT isn't answered while it prints what was just sent and is on the wire for so long.
[[nodiscard]] bool isMuteWhilePrinting(PrinterLink& link, Wait onTheWire);

/// Whether everything that was sent before is printed, as GS ( H tells within a minute.
[[nodiscard]] bool confirmsPrinting(PrinterLink& link);

} // namespace starqueue::certify
