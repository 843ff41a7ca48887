#pragma once

#include <cli/certify/inspection.h>

namespace starqueue::certify {

/// Whether it may have a presenter that says in DLE EOT 4 that a ticket lies in it, as Citizen's do.
[[nodiscard]] bool mayHoldTickets(const Measurement& measured, const std::string& family);

/// Has a ticket left in the presenter, and sees which bits say so and whether it is drawn in again. Where
/// nobody is there the sheet lies in it, and what it said before tells what it says of an empty one.
void watchPresenter(PrinterLink& link, const Measurement& measured, const Person& person, Seen& seen);

/// As a profile writes it: the bits that are another now, as they are now, but for those of a near end, which
/// come and go with the paper. Nothing where none is.
[[nodiscard]] std::optional<std::string> changedBits(const std::string& before, const std::string& now);

} // namespace starqueue::certify
