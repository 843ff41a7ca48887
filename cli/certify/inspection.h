#pragma once

#include <cli/certify/measurement.h>
#include <cli/certify/printer_link.h>
#include <cli/certify/probe.h>

#include <functional>
#include <optional>
#include <string>

namespace starqueue::certify {

/// Whoever stands before the printer: answers a question, or is not there (nothing).
using Person = std::function<std::optional<std::string>(const std::string& question)>;

/// Prints the sheet that a person looks at, and measures what shows while it prints. False: it isn't taken.
[[nodiscard]] bool printSheet(PrinterLink& link, Measurement& measured, const std::string& family,
                              const Tell& tell);

/// Asks what the sheet looks like, then has the paper taken out and, where there is a presenter, a ticket
/// left in it. What nobody answers stays unknown.
[[nodiscard]] Seen inspect(PrinterLink& link, const Measurement& measured, const std::string& family,
                           const Person& person);

/// For a printer that never answered: prints its baud at each baud. Which one can be read; 0: it has no baud
/// and a line was printed. Nothing: none can.
[[nodiscard]] std::optional<int> readableBaud(PrinterLink& link, const Person& person);

} // namespace starqueue::certify
