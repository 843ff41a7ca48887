#pragma once

#include <tl/expected.hpp>

#include <filesystem>
#include <string>
#include <string_view>

namespace starqueue::db {

/// The dictionary of cracklib that this machine has.
[[nodiscard]] std::filesystem::path knownPasswordsFile();

/// How many bits of guessing `password` costs somebody who knows the name, as zxcvbn counts; 0 to 200. Says
/// nothing of what whyKnown() refuses.
[[nodiscard]] int bitsOfGuessing(std::string_view name, std::string_view password);

/// Why `password` is one that whoever guesses tries early: a word of the dictionary, one of the most used
/// passwords, the own name, a date, a row of keys or a repetition, or made of those, also as people in a
/// Chinese hall make it (known_words.txt). A sentence that says what to choose; empty: it isn't. The error
/// says that the dictionary can't be read and what to install.
///
/// Any thread. Takes up to 50 ms and reads the dictionary's files.
[[nodiscard]] tl::expected<std::string, std::string>
whyKnown(std::string_view name, std::string_view password,
         const std::filesystem::path& dictionary = knownPasswordsFile());

} // namespace starqueue::db
