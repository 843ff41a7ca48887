#pragma once

#include <client/api/board.h>
#include <display/voice/sentence/piece.h>

namespace starqueue::display {

/// A call in one language as a synthesiser says it: words in whole sentences, so that the tones and the
/// melody are those of a sentence, "qing3 A ling2 yi1 er4 hao4, dao4 san1 hao4 chuang1 kou3". One stretch, or
/// more where the sign is of another language.
///
/// `brief`: others wait, and the number and the place are enough: "A ling2 yi1 er4, san1 hao4 chuang1 kou3".
[[nodiscard]] Pieces sentenceOf(const client::api::Call& call, const QString& language, bool brief);

} // namespace starqueue::display
