#include <hall/api/phone/phone_place.h>

#include <hall/api/phone/phone_rating.h>
#include <hall/api/request/permission.h>
#include <hall/api/views/words.h>

namespace starqueue::hall {

using nlohmann::json;

json placeOf(const Hall& hall, const Caller& phone, const db::View& view, const queue::Ticket& ticket)
{
    const auto& rules = *view.state.rules;
    const bool waiting = ticket.state == queue::TicketState::Waiting;
    const bool atCounter =
        ticket.state == queue::TicketState::Called || ticket.state == queue::TicketState::Serving;
    json counter = nullptr;
    if (atCounter)
        counter = {{"id", rules.counters.at(ticket.counter.value).id},
                   {"sign", queue::signOf(rules.counters.at(ticket.counter.value))},
                   {"name", toJson(view.state.counterNameOf(ticket))}};
    const auto postponed = view.state.postponements.find(ticket.id);
    const bool isPostponed =
        ticket.state == queue::TicketState::Postponed && postponed != view.state.postponements.end();
    const auto until = isPostponed ? shown(view, postponed->second.until) : std::nullopt;
    const Views views = hall.views(view);
    const auto foreseen = waiting ? std::optional{views.shownOutlook(ticket)} : std::nullopt;
    return {{"number", views.number(ticket)},
            {"service", toJson(view.state.serviceNameOf(ticket))},
            {"state", word(ticket.state)},
            {"ahead", foreseen ? json(foreseen->ahead) : json(nullptr)},
            {"waitSeconds", foreseen ? toJson(foreseen->wait) : json(nullptr)},
            {"postponedUntil", until ? json(*until) : json(nullptr)},
            {"postponeMinutes", rules.postponeFor.count()},
            {"counter", std::move(counter)},
            {"recalls", ticket.recalls},
            {"mayRate", mayStillBeRated(view, ticket)},
            {"mayExplain", mayStillBeExplained(view, ticket)},
            {"may", toJson(mayDo(phone, view, ticket))},
            {"language", word(ticket.language)},
            {"hall", hall.name}};
}

std::string shownOf(const json& place)
{
    constexpr int kMinute = 60;
    json shown = place;
    json& wait = shown.at("waitSeconds");
    if (wait.is_object() && wait.at("p90").is_number()) {
        const int p10 = wait.at("p10").get<int>();
        const int p90 = wait.at("p90").get<int>();
        wait = {p10 / kMinute, (p90 + kMinute - 1) / kMinute};
    }
    return shown.dump();
}

} // namespace starqueue::hall
