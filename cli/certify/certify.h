#pragma once

#include <cli/certify/inspection.h>

#include <tl/expected.hpp>

namespace starqueue::certify {

/// What a printer turned out to be.
struct Certificate
{
    Measurement measured;
    Seen seen;
    std::string family;  ///< the profile that it is based on
    std::string profile; ///< the text of its own, for bridge.toml's `profile`
};

/// Measures the printer at `link` and has `person` look at its paper. `date` goes to the profile's source.
/// The error says what it is instead of a printer that the bridge can drive.
[[nodiscard]] tl::expected<Certificate, std::string> certify(PrinterLink& link, const Person& person,
                                                             const Tell& tell, const std::string& date);

/// "Epson TM-T90 1.03 ESC/POS": what it says of itself; empty: nothing.
[[nodiscard]] std::string nameOf(const Identity& identity);

} // namespace starqueue::certify
