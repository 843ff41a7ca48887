#pragma once

#include <firmware-bridge/ticket/printed_ticket.h>

#include <QString>
#include <QStringList>

namespace starqueue::bridge {

/// The ticket's sentences in its language.

/// People ahead and the expected range: "前面 6 人 · 预计 8–14 分钟"; "马上办理" when a
/// counter is free, "窗口尚未开始办理" when nobody can know it.
[[nodiscard]] QString waitWords(const PrintedTicket& ticket);
/// The mark of a ticket printed again.
[[nodiscard]] QString reprintWords();
/// The line that says what the QR code is for.
[[nodiscard]] QString scanWords(PrintedTicket::Language language);
/// The line that says what to do after a missed call.
[[nodiscard]] QString missedWords(PrintedTicket::Language language);

/// `text` broken into lines of at most `columns`; `width` tells the columns of a text.
/// English breaks at spaces, Chinese after its punctuation or anywhere.
[[nodiscard]] QStringList wrapped(const QString& text, int columns, int (*width)(const QString&));

/// Columns of a text when every non-ASCII character takes two.
[[nodiscard]] int columnsOfText(const QString& text);

} // namespace starqueue::bridge
