#pragma once

#include <hall/api/pages/pages.h>
#include <hall/api/phone/page_reader.h>

#include <nlohmann/json.hpp>

#include <string>

namespace starqueue::hall {

// The page on the customer's phone, made by the hall: whole without its script, which shows changes at once
// and reminds of the call.

/// Times of a ticket's page, on the hall's clock.
struct PageTimes
{
    std::string now;   ///< "10:25"
    std::string until; ///< likewise, of who has put the call off; else empty
};
[[nodiscard]] PageTimes pageTimesOf(const Hall& hall, const db::View& view, const queue::Ticket& ticket);

/// Adds what the page's script shows to a ticket's place: `html`, the part of the page that changes, in the
/// reader's language, and `asOf`. Any thread.
void addPage(nlohmann::json& place, const Pages& pages, const PageReader& reader, const PageTimes& times);

/// GET /t/{secret}. Who can only rate the visit any more is sent to /t/{secret}/rating.
void sendPhonePage(Hall& hall, const Pages& pages, const ExchangePtr& exchange);

/// Answers 404 by a page that says `gone` or `restored`, with `what` behind it: "" for a ticket, "Visit".
void sendGonePage(const Pages& pages, const ExchangePtr& exchange, const Problem& problem,
                  const std::string& what);

} // namespace starqueue::hall
