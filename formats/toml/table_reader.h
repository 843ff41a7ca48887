#pragma once

#include <formats/toml/diagnostics.h>
#include <formats/words.h>

#include <toml++/toml.h>

#include <functional>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace starqueue::formats {

/// Reads one table of a TOML file of settings key by key and validates it: type, range, allowed words,
/// unknown keys. After parseToml(), which takes the text apart.
///
/// A wrong value is added to the diagnostics with its line, and a valid default is returned for it, so that
/// one run finds every problem of a file. A text is one line of at most 1000 characters, without control
/// ones, and isn't blank. finish() refuses the keys that nobody asked for. `otherwise` is the default of a
/// key that isn't there; where it is empty, the key is required. On one thread; the table and the diagnostics
/// must outlive the reader.
class TableReader
{
public:
    struct Range
    {
        double least;
        double most;
    };

    /// `path` is where the table stands in its file: "counter[2]" (counted from 0); empty: the whole file.
    TableReader(const toml::table& table, std::string path, Diagnostics& diagnostics);

    [[nodiscard]] bool has(std::string_view key) const { return m_table.contains(key); }
    [[nodiscard]] std::string text(std::string_view key, const std::optional<std::string>& otherwise = {});
    /// A text that people read on screens and paper: at most 80 characters.
    [[nodiscard]] std::string name(std::string_view key);
    [[nodiscard]] std::optional<std::string> textIfAny(std::string_view key);
    [[nodiscard]] int whole(std::string_view key, Range range, std::optional<int> otherwise = {});
    [[nodiscard]] std::optional<int> wholeIfAny(std::string_view key, Range range);
    /// A whole number that is one of `allowed`.
    [[nodiscard]] int oneOf(std::string_view key, const std::vector<int>& allowed, int otherwise);
    /// Whole or decimal.
    [[nodiscard]] double number(std::string_view key, Range range, std::optional<double> otherwise = {});
    /// [0.5, 1]; empty where the key isn't there.
    [[nodiscard]] std::vector<double> numbers(std::string_view key, Range range);
    /// The key's line; that of the table where it isn't there.
    [[nodiscard]] int lineOf(std::string_view key) const;
    [[nodiscard]] bool yesNo(std::string_view key, bool otherwise);
    [[nodiscard]] std::vector<std::string> texts(std::string_view key, std::vector<std::string> otherwise);
    /// [1, 2]; empty where the key isn't there.
    [[nodiscard]] std::vector<int> wholes(std::string_view key, Range range);

    template <class Enum>
    [[nodiscard]] Enum choice(std::string_view key,
                              const std::vector<std::pair<std::string_view, Enum>>& choices, Enum otherwise)
    {
        std::vector<std::string_view> words;
        words.reserve(choices.size());
        for (const auto& [word, value] : choices)
            words.push_back(word);
        const std::optional<std::size_t> chosen = chosenWord(key, words);
        return chosen ? choices[*chosen].second : otherwise;
    }

    /// The enumerator whose word (formats/words.h) stands there.
    template <class Enum> [[nodiscard]] Enum word(std::string_view key, Enum otherwise)
    {
        constexpr auto kAll = wordsOf<Enum>();
        const std::optional<std::size_t> chosen = chosenWord(key, {kAll.begin(), kAll.end()});
        return chosen ? kWords<Enum>[*chosen].value : otherwise;
    }

    /// Reads the table under `key`, if it is there.
    void section(std::string_view key, const std::function<void(TableReader&)>& read);
    /// Reads each [[key]].
    void eachOf(std::string_view key, const std::function<void(TableReader&)>& read);
    /// Reads each entry of the table under `key`, whose keys are free.
    void eachEntry(std::string_view key,
                   const std::function<void(const std::string& name, TableReader&)>& read);

    /// Adds a problem that only the caller can see: the key's value with `advice`.
    void refuse(std::string_view key, std::string advice);
    /// Whether `key` was refused before.
    [[nodiscard]] bool refused(std::string_view key) const;
    void finish();

private:
    void checkPlain(std::string_view key, std::string_view text, std::size_t longest = 1000);
    const toml::node* take(std::string_view key, bool required);
    std::optional<std::size_t> chosenWord(std::string_view key, const std::vector<std::string_view>& words);
    [[nodiscard]] std::string pathOf(std::string_view key) const;

    const toml::table& m_table;
    std::string m_path;
    Diagnostics& m_diagnostics;
    std::set<std::string> m_known;
};

} // namespace starqueue::formats
