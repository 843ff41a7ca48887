#pragma once

#include <client/api/board.h>
#include <display/voice/sentence/piece.h>

namespace starqueue::display {

/// A call as it is spoken.
struct Phrase
{
    Pieces call;  ///< "请 A 0 1 2 号"
    Pieces place; ///< "到 3 号 窗口"; empty where nobody knows how the sign is said: the screen shows it
};

/// "请 A 0 1 2 号 到 3 号 窗口", "Number A 0 1 2, please go to counter 3". Ticket letters and digits are
/// spoken one by one. `brief`: others wait, and the number and the place are enough.
[[nodiscard]] Phrase phraseOf(const client::api::Call& call, const QString& language, bool brief = false);

} // namespace starqueue::display
