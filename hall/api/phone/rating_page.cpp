#include <hall/api/phone/rating_page.h>

#include <hall/api/phone/phone_page.h>
#include <hall/api/phone/phone_rating.h>
#include <hall/api/phone/phone_words.h>
#include <hall/api/views/words.h>

#include <time/timestamp.h>

#include <fmt/format.h>

namespace starqueue::hall {

namespace {

using nlohmann::json;
using queue::Language;

std::string nameIn(const json& named, Language language)
{
    return named.at(std::string(word(language)));
}

/// The levels as buttons, the best first.
std::string levelButtons(const json& rating, Language language)
{
    std::string buttons;
    for (auto level = rating.at("levels").rbegin(); level != rating.at("levels").rend(); ++level)
        buttons += fmt::format(R"(<button class="level" name="score" value="{}">{}</button>)",
                               level->at("score").get<int>(), htmlText(nameIn(level->at("name"), language)));
    return buttons;
}

/// What may be given as a reason of the rating, as boxes to tick.
std::string reasonBoxes(const json& rating, Language language)
{
    std::string boxes;
    for (const json& reason : rating.at("reasons"))
        boxes += fmt::format(
            R"(<label class="reason"><input type="checkbox" name="reasons" value="{}">{}</label>)",
            htmlText(reason.at("id").get<std::string>()), htmlText(nameIn(reason.at("name"), language)));
    return boxes;
}

/// What was done, and on which day: numbers come again every day.
std::string visitText(const json& rating, Language language)
{
    if (!rating.contains("service"))
        return "";
    const auto day = time::parseDate(rating.at("date").get<std::string>());
    return nameIn(rating.at("service"), language) + (day ? " · " + dayText(*day, language) : "");
}

/// Until when, of a visit that can be rated.
std::string untilText(const Hall& hall, const json& rating, Language language)
{
    const auto until = rating.at("mayRate") && rating.contains("until")
                           ? time::parseTimestamp(rating.at("until").get<std::string>())
                           : std::nullopt;
    return until ? phoneWord("until", language,
                             {{"date", dayText(hall.zone.local(*until).date, language)},
                              {"time", clockText(hall, *until)}})
                 : "";
}

/// Another look may show something else: the panel closes by itself.
bool changesByItself(const json& rating)
{
    return rating.at("code") == "panel_first" || rating.at("code") == "not_served";
}

PageValues ratingValues(const Hall& hall, const json& rating, const PageReader& reader, Language language)
{
    const bool mayRate = rating.at("mayRate");
    const bool mayExplain = !rating.at("reasons").empty();
    const std::string code = mayRate ? "" : rating.at("code").get<std::string>();
    PageValues values = valuesOfForms(reader, language);
    values.texts["below"] = "/rating";
    values.texts["hall"] = rating.at("hall");
    values.texts["number"] = rating.value("number", "");
    values.texts["service"] = visitText(rating, language);
    values.texts["headline"] = phoneWord(mayRate ? "question" : code, language);
    values.texts["detail"] = mayRate || mayExplain ? "" : phoneWord(code + "Detail", language);
    values.texts["until"] = untilText(hall, rating, language);
    values.markup["levels"] = mayRate ? levelButtons(rating, language) : "";
    values.markup["reasons"] = reasonBoxes(rating, language);
    values.markup["hiddenLevels"] = hiddenUnless(mayRate);
    values.markup["hiddenReasons"] = hiddenUnless(mayExplain);
    values.markup["refresh"] =
        changesByItself(rating) ? refreshMarkup(reader.path + "/rating", language) : "";
    return values;
}

Language languageOf(const json& rating, const PageReader& reader, const Exchange& exchange)
{
    if (!rating.contains("language"))
        return reader.languageOr(languageOfBrowser(exchange));
    return reader.languageOr(rating.at("language") == "zh" ? Language::Zh : Language::En);
}

} // namespace

void sendRatingPage(Hall& hall, const Pages& pages, const ExchangePtr& exchange)
{
    withRating(hall, exchange, [&hall, &pages, exchange](const RatingOrNot& rating) {
        if (!rating && rating.error().status != 404)
            return send(exchange->reply, rating.error());
        if (!rating)
            return sendGonePage(pages, exchange, rating.error(), "Visit");
        const PageReader reader = readerOf(*exchange);
        const Language language = languageOf(*rating, reader, *exchange);
        Pages::sendMade(exchange->reply, 200,
                        filledPage(pages.text("phone/rating.html"),
                                   ratingValues(hall, *rating, reader, language), wordsIn(language)));
    });
}

} // namespace starqueue::hall
