#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace starqueue::hall {

/// What stands for the marks of a page, by their names.
struct PageValues
{
    std::map<std::string, std::string, std::less<>> texts;  ///< as people read them
    std::map<std::string, std::string, std::less<>> markup; ///< HTML, to be taken as it is
};

/// What a mark says that is none of the page's own values, such as a word in the reader's language.
using PageWord = std::function<std::string_view(std::string_view name)>;

/// The text with what must not be read as HTML escaped, in content and in quoted attributes.
[[nodiscard]] std::string htmlText(std::string_view text);

/// Fills the marks of a page, such as {{number}}. Throws std::out_of_range for a mark that nothing stands
/// for, which `word` has to do likewise.
[[nodiscard]] std::string filledPage(std::string_view page, const PageValues& values, const PageWord& word);

} // namespace starqueue::hall
