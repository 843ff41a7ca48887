#pragma once

#include <formats/words.h>

namespace starqueue::queue {

// The words of the rules' enums, in this namespace.
using formats::kWords;
using formats::shownWord;
using formats::shownWordsOf;
using formats::spelled;
using formats::withShownWord;
using formats::withWord;
using formats::word;
using formats::wordList;
using formats::wordsOf;

} // namespace starqueue::queue
