#pragma once

#include <cli/certify/measurement.h>
#include <cli/certify/printer_link.h>
#include <cli/certify/probe.h>

#include <tl/expected.hpp>

#include <functional>
#include <optional>
#include <string>

namespace starqueue::certify {

/// Whoever stands before the printer: answers a question, or is not there (nothing).
using Person = std::function<std::optional<std::string>(const std::string& question)>;

/// Whether a printer can print now. What one in a fault answers says nothing of what it can do.
class Readiness
{
public:
    /// All must outlive it.
    Readiness(PrinterLink& link, const Person& person, const Tell& tell)
        : m_link(link), m_person(person), m_tell(tell)
    {}

    /// What keeps it from printing, with its remedy, as it says twice itself: "it is out of paper: …". Empty:
    /// nothing, or it says so in no way that every family shares.
    [[nodiscard]] std::string fault();
    /// Has the person mend what keeps it from printing, until nothing does. The error is the fault that
    /// nobody mends.
    [[nodiscard]] tl::expected<void, std::string> await();

private:
    PrinterLink& m_link;
    const Person& m_person;
    const Tell& m_tell;
    bool m_isUntrue = false; ///< the person says that what it says isn't so
};

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
