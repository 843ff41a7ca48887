#pragma once

#include <client/api/board.h>

#include <QStringList>

namespace starqueue::display {

/// The clips that speak a call, in order: "请 A 0 1 2 号 到 3 号 窗口", "Number A 0 1 2, please go to counter
/// 3". Each is "LANGUAGE/NAME" as make_clips.sh names them. A counter without a figure isn't spoken: the
/// screen shows it. Ticket letters and digits are spoken one by one, counters as numbers up to 99.
[[nodiscard]] QStringList phraseOf(const client::api::Call& call, const QString& language);

} // namespace starqueue::display
