#pragma once

#include <client/api/board.h>
#include <display/voice/sentence/piece.h>

namespace starqueue::display {

enum class Tongue { Chinese, English };

/// The clips of letters and digits, one by one, without their language; other characters are left out.
[[nodiscard]] QStringList spelled(const QString& text);

/// Where a call leads, from what stands over the counter: "3 号 窗口", "counter 3 B", "gui4 bin1 shi4".
///
/// A sign of digits and at most three letters together is joined from clips, its figures up to 99 as numbers;
/// any other is said as the hall says that it is spoken, or else as it is written. Empty: that can't be
/// known.
[[nodiscard]] Pieces placeOf(const client::api::Call& call, Tongue tongue);

} // namespace starqueue::display
