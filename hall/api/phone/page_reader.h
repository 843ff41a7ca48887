#pragma once

#include <hall/api/context/hall.h>
#include <hall/api/pages/page_template.h>

#include <optional>
#include <string>

namespace starqueue::hall {

/// Who reads a page on a phone.
struct PageReader
{
    std::string path;                        ///< "/t/{secret}"
    std::optional<queue::Language> language; ///< that was asked for; empty: the ticket's
    std::string note; ///< what the page says of a form that was sent before; empty: nothing
    std::string asks; ///< what the page asks before it is done: "cancel", "postpone"

    [[nodiscard]] queue::Language languageOr(queue::Language otherwise) const
    {
        return language.value_or(otherwise);
    }
};

/// From the address's `language`, `note` and `ask`; what isn't known there is left out.
[[nodiscard]] PageReader readerOf(const Exchange& exchange);
/// The first language that the browser names, of a page that has no ticket.
[[nodiscard]] queue::Language languageOfBrowser(const Exchange& exchange);

/// What every page needs: path, languages, note.
[[nodiscard]] PageValues valuesFor(const PageReader& reader, queue::Language language);
/// Likewise of a page with forms: a requestId for each of two intents.
[[nodiscard]] PageValues valuesOfForms(const PageReader& reader, queue::Language language);
[[nodiscard]] PageWord wordsIn(queue::Language language);
/// " hidden", for the mark of what isn't shown.
[[nodiscard]] std::string hiddenUnless(bool isShown);

/// Asks for that page again after ten seconds, without a note that was read.
[[nodiscard]] std::string refreshMarkup(const std::string& page, queue::Language language);

/// "10:25", on the hall's clock.
[[nodiscard]] std::string clockText(const Hall& hall, time::WallTime at);
/// "23 November": 02/12 isn't the same day everywhere.
[[nodiscard]] std::string dayText(Date date, queue::Language language);

} // namespace starqueue::hall
