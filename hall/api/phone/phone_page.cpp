#include <hall/api/phone/phone_page.h>

#include <hall/api/phone/phone_place.h>
#include <hall/api/phone/phone_rating.h>
#include <hall/api/phone/phone_ticket.h>
#include <hall/api/phone/phone_words.h>
#include <hall/api/request/permission.h>

#include <queue/schema/words.h>

#include <algorithm>
#include <utility>

namespace starqueue::hall {

namespace {

using nlohmann::json;
using queue::Language;

constexpr const char* kPlacePage = "phone/place.html";
constexpr const char* kTicketPage = "phone/index.html";
constexpr const char* kGonePage = "phone/gone.html";

bool mayNow(const json& place, const char* action)
{
    return std::ranges::find(place.at("may"), action) != place.at("may").end();
}

Language languageOf(const json& place, const PageReader& reader)
{
    return reader.languageOr(place.at("language") == "zh" ? Language::Zh : Language::En);
}

PageValues placeValues(const json& place, const PageReader& reader, const std::string& until,
                       Language language)
{
    PageValues values = valuesFor(reader, language);
    const PlaceWords words = wordsOf(place, until, language);
    const std::string_view name = word(language);
    values.texts["state"] = place.at("state");
    values.texts["service"] = place.at("service").at(name);
    values.texts["number"] = place.at("number");
    values.texts["headline"] = words.headline;
    values.texts["detail"] = words.detail;
    values.texts["advice"] = words.advice;
    const bool explains = place.at("mayExplain");
    values.texts["rateWord"] = phoneWord(explains ? "explain" : "rate", language);
    values.markup["hiddenRate"] = hiddenUnless(explains || place.at("mayRate"));
    values.markup["hiddenPostpone"] = hiddenUnless(mayNow(place, "postpone"));
    values.markup["hiddenCancel"] = hiddenUnless(mayNow(place, "cancel"));
    return values;
}

/// Without its script a page asks anew, unless somebody is asked whether it is meant.
std::string refreshOf(const PageReader& reader, Language language)
{
    return reader.asks.empty() ? refreshMarkup(reader.path, language) : "";
}

std::string pageOf(const Pages& pages, const PageReader& reader, const json& place)
{
    const Language language = languageOf(place, reader);
    PageValues values = valuesOfForms(reader, language);
    const std::string minutes = std::to_string(place.at("postponeMinutes").get<int>());
    const auto asks = [&](const char* what) {
        return reader.asks == what && mayNow(place, what) ? " open" : "";
    };
    values.texts["title"] =
        place.at("number").get<std::string>() + " · " + wordsOf(place, "", language).headline;
    values.texts["hall"] = place.at("hall");
    values.texts["asOf"] = place.at("asOf");
    values.texts["state"] = place.at("state");
    values.texts["recalls"] = std::to_string(place.at("recalls").get<int>());
    values.texts["postponeHint"] = phoneWord("postponeHint", language, {{"minutes", minutes}});
    values.texts["later"] = phoneWord("later", language, {{"minutes", minutes}});
    values.markup["place"] = place.at("html");
    values.markup["refresh"] = refreshOf(reader, language);
    values.markup["sureOpen"] = asks("cancel");
    values.markup["laterOpen"] = asks("postpone");
    return filledPage(pages.text(kTicketPage), values, wordsIn(language));
}

using TicketPage = tl::expected<std::string, Problem>;

TicketPage ticketPage(const Hall& hall, const Pages& pages, const Exchange& exchange, const db::View& view)
{
    const queue::Ticket* ticket = ticketWith(view.state, exchange.id());
    if (!ticket)
        return tl::unexpected(noTicketIn(view.state));
    const PageReader reader = readerOf(exchange);
    json place = placeOf(hall, exchange.caller, view, *ticket);
    addPage(place, pages, reader, pageTimesOf(hall, view, *ticket));
    return pageOf(pages, reader, place);
}

/// The day of the ticket is over, but the visit may still be rated.
void sendRatingOrGone(Hall& hall, const Pages& pages, const ExchangePtr& exchange, const Problem& gone)
{
    withRating(hall, exchange, [&pages, exchange, gone](const RatingOrNot& rating) {
        if (rating)
            exchange->reply.send(302, "", "", {{"Location", readerOf(*exchange).path + "/rating"}});
        else
            sendGonePage(pages, exchange, gone, "");
    });
}

} // namespace

PageTimes pageTimesOf(const Hall& hall, const db::View& view, const queue::Ticket& ticket)
{
    const auto postponed = view.state.postponements.find(ticket.id);
    const bool isPutOff = postponed != view.state.postponements.end();
    return {clockText(hall, view.wallNow()),
            isPutOff ? clockText(hall, view.wall(postponed->second.until)) : std::string()};
}

void addPage(json& place, const Pages& pages, const PageReader& reader, const PageTimes& times)
{
    const Language language = languageOf(place, reader);
    place["html"] = filledPage(pages.text(kPlacePage), placeValues(place, reader, times.until, language),
                               wordsIn(language));
    place["asOf"] = phoneWord("asOf", language, {{"time", times.now}});
}

void sendPhonePage(Hall& hall, const Pages& pages, const ExchangePtr& exchange)
{
    hall.writer.ask([&hall, &pages, exchange](const db::View& view) -> db::Release {
        return [&hall, &pages, exchange, page = ticketPage(hall, pages, *exchange, view)](db::Fate fate) {
            if (fate != db::Fate::Committed)
                return send(exchange->reply, notKnownNow());
            if (page)
                return Pages::sendMade(exchange->reply, 200, *page);
            sendRatingOrGone(hall, pages, exchange, page.error());
        };
    });
}

void sendGonePage(const Pages& pages, const ExchangePtr& exchange, const Problem& problem,
                  const std::string& what)
{
    const PageReader reader = readerOf(*exchange);
    const Language language = reader.languageOr(languageOfBrowser(*exchange));
    const std::string which = (problem.code == "hall_restored" ? "restored" : "gone") + what;
    PageValues values = valuesFor(reader, language);
    values.texts["headline"] = phoneWord(which + "Title", language);
    values.texts["detail"] = phoneWord(which + "Hint", language);
    values.texts["below"] = what.empty() ? "" : "/rating";
    Pages::sendMade(exchange->reply, problem.status,
                    filledPage(pages.text(kGonePage), values, wordsIn(language)));
}

} // namespace starqueue::hall
