#include <hall/api/floor/services_effect.h>
#include <hall/api/handlers/route.h>
#include <hall/api/handlers/whole_hall.h>
#include <hall/api/request/body.h>
#include <hall/api/request/permission.h>
#include <hall/api/views/words.h>

#include <array>
#include <utility>
#include <vector>

namespace starqueue::hall {

// Which services a counter gives for the rest of the day.
namespace {

using Wanted =
    std::function<tl::expected<queue::SetCounterServices, queue::Refusal>(const db::View&, queue::CounterIx)>;

void setServices(Hall& hall, const ExchangePtr& exchange, Wanted wanted)
{
    if (const auto own = needOwnCounter(exchange->caller, exchange->id()); !own)
        return deny(hall, exchange, own.error());
    const auto intent = [exchange, wanted = std::move(wanted)](const db::View& view) -> db::CommandOrNot {
        const auto counter = counterNamed(view, exchange->id());
        if (!counter)
            return tl::unexpected(counter.error());
        auto command = wanted(view, *counter);
        if (!command)
            return tl::unexpected(command.error());
        return queue::Command{std::move(*command)};
    };
    carryOutForAll(
        hall, exchange, intent,
        [&hall, exchange](const db::View& view) {
            return hall.views(view).counterObject(*counterNamed(view, exchange->id()), {exchange->caller});
        },
        previewServices);
}

void setProfile(Hall& hall, const ExchangePtr& exchange)
{
    Body body(exchange->body);
    const std::string id = body.optionalText("profile", 40);
    if (body.problem())
        return send(exchange->reply, *body.problem());
    setServices(hall, exchange, [id](const db::View& view, queue::CounterIx counter) {
        using Answer = tl::expected<queue::SetCounterServices, queue::Refusal>;
        if (id.empty())
            return Answer{queue::SetCounterServices{counter, {}, {}}};
        if (const queue::ProfileRule* profile = queue::findProfile(*view.state.rules, id))
            return Answer{queue::SetCounterServices{counter, profile->services, id}};
        return Answer{tl::unexpected(queue::Refusal{queue::RefusalCode::BadValue,
                                                    {},
                                                    "There is no [[profile]] \"" + id +
                                                        "\": see GET /profiles for those of this hall."})};
    });
}

void chooseServices(Hall& hall, const ExchangePtr& exchange)
{
    Body body(exchange->body);
    const std::vector<std::string> ids = body.texts("services", 40);
    if (body.problem())
        return send(exchange->reply, *body.problem());
    setServices(hall, exchange, [ids](const db::View& view, queue::CounterIx counter) {
        using Answer = tl::expected<queue::SetCounterServices, queue::Refusal>;
        queue::SetCounterServices command{counter, {}, {}};
        for (const std::string& id : ids) {
            const auto service = serviceNamed(view, id);
            if (!service)
                return Answer{tl::unexpected(service.error())};
            command.services.push_back(*service);
        }
        return Answer{std::move(command)};
    });
}

void getProfiles(Hall& hall, const ExchangePtr& exchange)
{
    answer(hall, exchange, [](const db::View& view) -> tl::expected<Rendered, Problem> {
        const queue::Rules& rules = *view.state.rules;
        std::string all = "[";
        for (const queue::ProfileRule& profile : rules.profiles) {
            formats::JsonObject out;
            out.add("id", profile.id);
            out.addJson("name", textOf(profile.name == queue::Name{} ? queue::Name{profile.id, profile.id}
                                                                     : profile.name));
            out.addJson("services", serviceIds(rules, profile.services));
            formats::appendItem(all, out.take());
        }
        return Rendered{200, all += ']'};
    });
}

constexpr std::array kCounterServicesRoutes{
    Route{"GET", "/profiles", kStaff, getProfiles},
    Route{"POST", "/counters/{id}/profile", kDesk, setProfile, "profile expect ?preview"},
    Route{"POST", "/counters/{id}/services", kDesk | Roles{Role::Clerk}, chooseServices,
          "services expect ?preview"},
};

} // namespace

std::span<const Route> counterServicesRoutes()
{
    return kCounterServicesRoutes;
}

} // namespace starqueue::hall
