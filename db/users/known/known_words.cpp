#include <db/users/known/known_words.h>

#include <db/users/known/known_word_list.h>

#include <formats/encoding/conversion.h>
#include <formats/encoding/lines.h>

#include <algorithm>
#include <string>
#include <vector>

namespace starqueue::db {

namespace {

using Text = std::u32string;
using TextView = std::u32string_view;

constexpr std::size_t kShortestRun = 3;  ///< of digits, or of letters in their order
constexpr std::size_t kLongestUnit = 5;  ///< of a repetition
constexpr std::size_t kShortestName = 3; ///< of a user, to be looked for

bool isDecimal(char32_t point)
{
    return point >= U'0' && point <= U'9';
}

bool isLatin(char32_t point)
{
    return point >= U'a' && point <= U'z';
}

Text inLowerCase(std::string_view text)
{
    Text points = formats::codePoints(text).value_or(Text(text.begin(), text.end()));
    for (char32_t& point : points)
        if (point >= U'A' && point <= U'Z')
            point += U'a' - U'A';
    return points;
}

std::vector<Text> wordsOf(std::string_view list)
{
    std::vector<Text> words;
    for (std::string_view line : formats::linesOf(list)) {
        while (!line.starts_with("# ") && !line.empty()) {
            const std::string_view word = line.substr(0, line.find(' '));
            line.remove_prefix(std::min(line.size(), word.size() + 1));
            if (!word.empty())
                words.push_back(inLowerCase(word));
        }
    }
    return words;
}

const std::vector<Text>& listedWords()
{
    static const std::vector<Text> words = wordsOf(knownWordList());
    return words;
}

/// How many points from the start are of the kind that `continues` between neighbours.
std::size_t runLength(TextView text, auto continues)
{
    std::size_t length = 1;
    while (length < text.size() && continues(text[length - 1], text[length]))
        ++length;
    return length;
}

/// Digits, also with a point, dash or the like between each two, as in a date.
std::size_t digitsAt(TextView text)
{
    std::size_t length = 0;
    std::size_t digits = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (isDecimal(text[i])) {
            ++digits;
            length = i + 1;
        } else if (i != length || isLatin(text[i]) || text[i] > U'~') {
            break;
        }
    }
    return digits >= kShortestRun ? length : 0;
}

/// "abcdef", "fedcba", "aaaa".
std::size_t orderAt(TextView text)
{
    std::size_t longest = 0;
    for (const int step : {-1, 0, 1})
        longest = std::max(longest, runLength(text, [step](char32_t one, char32_t next) {
                               return static_cast<int>(next) - static_cast<int>(one) == step;
                           }));
    return longest >= kShortestRun ? longest : 0;
}

/// How far a unit of so many points goes on repeating itself; 0: it doesn't.
std::size_t repetitionAt(TextView text, std::size_t unit)
{
    std::size_t length = unit;
    while (length < text.size() && text[length] == text[length - unit])
        ++length;
    return length >= 2 * unit ? length : 0;
}

/// Takes known parts out of a text, so that the least is left.
class Remainder
{
public:
    Remainder(TextView text, TextView name) : m_text(text), m_name(name), m_left(text.size() + 1, 0) {}

    std::size_t count()
    {
        for (std::size_t at = m_text.size(); at-- > 0;) {
            m_left[at] = m_left[at + 1] + 1;
            const TextView rest = m_text.substr(at);
            take(at, digitsAt(rest), 0);
            take(at, orderAt(rest), 0);
            for (const Text& word : listedWords())
                takeWord(at, word);
            if (m_name.size() >= kShortestName)
                takeWord(at, m_name);
            for (std::size_t unit = 1; unit <= std::min(kLongestUnit, rest.size()); ++unit)
                take(at, repetitionAt(rest, unit), unit);
        }
        return m_left.front();
    }

private:
    void take(std::size_t at, std::size_t length, std::size_t costs)
    {
        if (length > 0)
            m_left[at] = std::min(m_left[at], m_left[at + length] + costs);
    }
    void takeWord(std::size_t at, TextView word)
    {
        if (m_text.substr(at).starts_with(word))
            take(at, word.size(), 0);
    }

    TextView m_text;
    TextView m_name;
    std::vector<std::size_t> m_left; ///< from each point on
};

Text only(TextView text, bool digits)
{
    Text kept;
    std::ranges::copy_if(text, std::back_inserter(kept),
                         [digits](char32_t point) { return isDecimal(point) == digits; });
    return kept;
}

/// Digits of their own are as good as any, but for rows and repetitions.
std::size_t unorderedDigits(TextView digits)
{
    std::size_t left = 0;
    while (!digits.empty()) {
        const std::size_t known = orderAt(digits);
        left += known > 0 ? 0 : 1;
        digits.remove_prefix(std::max<std::size_t>(known, 1));
    }
    return left;
}

} // namespace

std::size_t othersThanKnownWords(std::string_view password, std::string_view name)
{
    const Text text = inLowerCase(password);
    const Text user = inLowerCase(name);
    const Text letters = only(text, false);
    const Text digits = only(text, true);
    // "a1b2c3" is two rows, one in the other.
    return std::min(Remainder(text, user).count(),
                    Remainder(letters, user).count() + unorderedDigits(digits));
}

} // namespace starqueue::db
