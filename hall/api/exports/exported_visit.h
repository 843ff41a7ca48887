#pragma once

#include <db/visits/served_visit.h>
#include <formats/words.h>
#include <time/timestamp.h>

#include <optional>
#include <string>
#include <string_view>

namespace starqueue::hall {

/// A visit as it goes out to other systems: to who exports and to the webhook. Nothing of the person.
struct ExportedVisit
{
    const db::ServedVisit& visit;
    std::optional<int> regulatorScore{}; ///< empty: none is derived in this hall, or not yet
};

/// Its fields, in the order of CSV's columns, each a value or empty, or a list of ids.
void eachField(const ExportedVisit& one, auto&& field)
{
    using Text = std::optional<std::string>;
    const auto some = [](const std::string& text) { return text.empty() ? Text{} : Text{text}; };
    const auto at = [](time::WallTime time) {
        return time == time::WallTime{} ? Text{} : Text{time::timestamp(time)};
    };
    const db::ServedVisit& visit = one.visit;
    const bool isRated = visit.score != 0;
    field("ticket", Text{std::to_string(visit.past.ticket.value)});
    field("number", Text{visit.past.number});
    field("date", Text{time::dateText(visit.past.day)});
    field("service", Text{visit.past.service});
    field("counter", Text{visit.past.counter});
    field("clerk", some(visit.past.clerk));
    field("case", some(visit.past.reference.caseNumber));
    field("item", some(visit.past.reference.item));
    field("issuedAt", at(visit.issued));
    field("calledAt", at(visit.called));
    field("startedAt", at(visit.started));
    field("finishedAt", at(visit.finished));
    field("outcome", some(visit.past.outcome));
    field("priority", std::optional<bool>{visit.hadPriority});
    field("invited", std::optional<bool>{visit.past.session.value != 0});
    field("skipRating", some(visit.skipRating));
    field("score", isRated ? std::optional{visit.score} : std::nullopt);
    field("ratedBy", visit.source ? Text{formats::word(*visit.source)} : Text{});
    field("ratedAt", at(visit.rated));
    field("reasons", visit.reasons);
    field("regulatorScore", isRated ? std::optional{visit.score} : one.regulatorScore);
    field("regulatorScoreDerived", std::optional<bool>{!isRated && one.regulatorScore.has_value()});
    const auto due = [](Date date) { return date == Date{} ? Text{} : Text{time::dateText(date)}; };
    field("contactDueOn", due(visit.due.contactOn));
    field("mendedDueOn", due(visit.due.closeOn));
    field("dueIsProvisional", std::optional<bool>{visit.due.isProvisional});
}

} // namespace starqueue::hall
