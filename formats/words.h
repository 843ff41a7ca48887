#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace starqueue::formats {

/// An enumerator with its word, as journal, API, settings and command line spell it.
template <class Enum> struct Word
{
    Enum value;
    std::string_view word;
    /// Whether journal and API's answers have null in place of the word.
    bool asNull = false;
};

/// The words of an enum, in its order. They stand beside the enum, in its namespace:
/// `consteval auto spelling(Language) { return spelled<Language>({{Language::Zh, "zh"}, …}); }`
template <class Enum>
inline constexpr auto kWords = [] {
    static_assert(
        requires { spelling(Enum{}); }, "no words stand beside this enum");
    return spelling(Enum{});
}();

/// Whether `value` is an enumerator: for any other number the compiler spells a cast, "(Language)2".
template <auto value> consteval bool isEnumerator()
{
    constexpr std::string_view kBefore = "value = ";
    const std::string_view name = __PRETTY_FUNCTION__;
    return name[name.find(kBefore) + kBefore.size()] != '(';
}

/// Checks a list of words: doesn't compile unless each enumerator from `first` on has one word of its own.
template <class Enum, Enum first = Enum{}, std::size_t N>
consteval std::array<Word<Enum>, N> spelled(const Word<Enum> (&list)[N])
{
    constexpr auto kBegin = static_cast<std::size_t>(first);
    static_assert(isEnumerator<static_cast<Enum>(kBegin + N - 1)>(), "there are more words than enumerators");
    static_assert(!isEnumerator<static_cast<Enum>(kBegin + N)>(), "an enumerator has no word");
    for (std::size_t i = 0; i < N; ++i) {
        if (list[i].value != static_cast<Enum>(kBegin + i))
            throw "the words don't stand in the order of the enum";
        if (list[i].word.empty())
            throw "a word is empty";
        for (std::size_t other = 0; other < i; ++other)
            if (list[other].word == list[i].word)
                throw "two enumerators have the same word";
    }
    return std::to_array(list);
}

/// Throws std::out_of_range for an enumerator before the first with a word.
template <class Enum> [[nodiscard]] constexpr const Word<Enum>& entryOf(Enum value)
{
    return kWords<Enum>.at(static_cast<std::size_t>(value) -
                           static_cast<std::size_t>(kWords<Enum>.front().value));
}

template <class Enum> [[nodiscard]] constexpr std::string_view word(Enum value)
{
    return entryOf(value).word;
}

/// The word where it is shown; empty where null stands in its place.
template <class Enum> [[nodiscard]] constexpr std::optional<std::string_view> shownWord(Enum value)
{
    const Word<Enum>& entry = entryOf(value);
    return entry.asNull ? std::nullopt : std::optional{entry.word};
}

/// The enumerator of that word; empty if there is none.
template <class Enum> [[nodiscard]] constexpr std::optional<Enum> withWord(std::string_view word)
{
    for (const Word<Enum>& entry : kWords<Enum>)
        if (entry.word == word)
            return entry.value;
    return std::nullopt;
}

/// The enumerator that shownWord() gives this for.
template <class Enum>
[[nodiscard]] constexpr std::optional<Enum> withShownWord(std::optional<std::string_view> word)
{
    for (const Word<Enum>& entry : kWords<Enum>)
        if (shownWord(entry.value) == word)
            return entry.value;
    return std::nullopt;
}

/// All words, in the order of the enum.
template <class Enum> [[nodiscard]] constexpr auto wordsOf()
{
    std::array<std::string_view, kWords<Enum>.size()> words{};
    std::ranges::transform(kWords<Enum>, words.begin(), &Word<Enum>::word);
    return words;
}

/// The words for which no null stands.
template <class Enum> [[nodiscard]] constexpr auto shownWordsOf()
{
    constexpr auto kCount = std::ranges::count(kWords<Enum>, false, &Word<Enum>::asNull);
    std::array<std::string_view, kCount> words{};
    std::size_t place = 0;
    for (const Word<Enum>& entry : kWords<Enum>)
        if (!entry.asNull)
            words[place++] = entry.word;
    return words;
}

/// All words as text: "pending, taken or ended".
template <class Enum> [[nodiscard]] std::string wordList()
{
    std::string list;
    for (std::size_t i = 0; i < kWords<Enum>.size(); ++i) {
        const bool last = i + 1 == kWords<Enum>.size();
        list += i == 0 ? "" : last ? " or " : ", ";
        list += kWords<Enum>[i].word;
    }
    return list;
}

} // namespace starqueue::formats
