#pragma once

#include <firmware-bridge/ticket/printed_ticket.h>

#include <QString>

namespace starqueue::bridge {

/// What a ticket says of itself, in the words of its language. ASCII hyphens, and no blank between digits and
/// Chinese: most of it is printed at twice the size. English is ASCII alone, which every printer has.

/// "6人", "6 people"; "没有人" when nobody is ahead. Empty where the customer is served at once.
[[nodiscard]] QString peopleWords(const PrintedTicket& ticket, PrintedTicket::Language language);
/// "8-14分钟", "8-14 min"; "马上办理" when a counter is free, "窗口尚未开始办理" when nobody can know it.
/// Empty where nothing is promised.
[[nodiscard]] QString waitWords(const PrintedTicket& ticket, PrintedTicket::Language language);
/// Both in both languages, what they share only once: "6人 people", "8-14分钟 min".
[[nodiscard]] QString peopleInBoth(const PrintedTicket& ticket);
[[nodiscard]] QString waitInBoth(const PrintedTicket& ticket);
/// "2026-11-22 10:24", "22 Nov 2026 10:24"; what isn't such a time stays as it is.
[[nodiscard]] QString timeWords(const QString& localTime, PrintedTicket::Language language);
/// The mark of a ticket printed again, for a printer with or without Chinese.
[[nodiscard]] QString reprintWords(bool chinese = true);

} // namespace starqueue::bridge
