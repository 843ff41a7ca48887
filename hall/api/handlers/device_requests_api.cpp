#include <hall/api/handlers/device_json.h>
#include <hall/api/handlers/route.h>
#include <hall/api/request/body.h>
#include <hall/api/request/permission.h>
#include <hall/api/views/words.h>

#include <time/timestamp.h>

#include <algorithm>
#include <array>
#include <utility>

namespace starqueue::hall {

using nlohmann::json;

json deviceJson(const Hall& hall, const db::View& view, const queue::Device& device)
{
    queue::Device shown = device;
    if (const json* latest = hall.deviceDetails.find(device.id))
        shown.details = latest->is_null() ? std::string{} : latest->dump();
    return hall.views(view).device(shown, hall.present.has(device.bridge));
}

json deviceNow(const Hall& hall, const db::View& view, const std::string& id)
{
    const auto found = view.state.devices.find(id);
    return found == view.state.devices.end() ? json(nullptr) : deviceJson(hall, view, found->second);
}

namespace {

/// Carries out the command and answers 202 with the device: its bridge does the rest.
void askBridge(Hall& hall, const ExchangePtr& exchange, queue::Command command)
{
    const auto intent = [command = std::move(command)](const db::View&) { return command; };
    carryOut(hall, exchange, intent,
             [&hall, exchange](const db::View& view, const db::Accepted&) REQUIRES(db::writersThread) {
                 return rendered(202, deviceNow(hall, view, exchange->id()));
             });
}

void testDevice(Hall& hall, const ExchangePtr& exchange)
{
    askBridge(hall, exchange, queue::TestDevice{exchange->id()});
}

void askForJournal(Hall& hall, const ExchangePtr& exchange)
{
    askBridge(hall, exchange, queue::AskDevice{exchange->id(), queue::DeviceRequest::Journal, {}});
}

void releaseDevice(Hall& hall, const ExchangePtr& exchange)
{
    Body body(exchange->body);
    const auto seconds = exchange->body.contains("seconds") ? body.integer("seconds", 1, 600) : 120;
    if (body.problem())
        return send(exchange->reply, *body.problem());
    askBridge(hall, exchange,
              queue::AskDevice{exchange->id(), queue::DeviceRequest::Release, Seconds{seconds}});
}

/// Of a bridge: the device that it has reported.
tl::expected<void, db::Denied> needReported(const Caller& bridge, const db::View& view, const std::string& id)
{
    const auto known = view.state.devices.find(id);
    if (known == view.state.devices.end() || known->second.bridge != bridge.token)
        return tl::unexpected(db::Denied{"This bridge hasn't reported a device " + id + "."});
    return {};
}

void endDeviceTest(Hall& hall, const ExchangePtr& exchange)
{
    Body body(exchange->body);
    const auto outcome = body.shownWord<queue::TestOutcome>("outcome");
    const std::string fault = body.optionalId("fault", 40);
    if (body.problem())
        return send(exchange->reply, *body.problem());
    const auto intent = [exchange, outcome, fault](const db::View& view) -> db::CommandOrNot {
        if (const auto own = needReported(exchange->caller, view, exchange->id()); !own)
            return tl::unexpected(own.error());
        return queue::Command{queue::EndDeviceTest{exchange->id(), outcome, fault}};
    };
    carryOut(hall, exchange, intent,
             [&hall, exchange](const db::View& view, const db::Accepted&) REQUIRES(db::writersThread) {
                 return rendered(200, deviceNow(hall, view, exchange->id()));
             });
}

// A request is at most 64 KiB, with every line's end escaped.
constexpr std::size_t kLongestJournal = 48 * 1024;

/// Empty: there is none, or not such as is kept.
std::string journalIn(const json& body)
{
    const auto found = body.find("journal");
    if (found == body.end() || !found->is_string())
        return {};
    const auto& text = found->get_ref<const std::string&>();
    const bool isPlain =
        std::ranges::all_of(text, [](char c) { return c == '\n' || (c >= ' ' && c <= '~'); });
    return isPlain && text.size() <= kLongestJournal ? text : std::string{};
}

void putJournal(Hall& hall, const ExchangePtr& exchange)
{
    const std::string text = journalIn(exchange->body);
    if (text.empty())
        return send(exchange->reply, badField("journal", "missing, empty, too long or not plain",
                                              "up to 48 KiB of lines in ASCII"));
    answer(hall, exchange,
           [&hall, exchange, text](const db::View& view)
               REQUIRES(db::writersThread) -> tl::expected<Rendered, Problem> {
                   if (const auto own = needReported(exchange->caller, view, exchange->id()); !own)
                       return tl::unexpected(problemOf(own.error()));
                   hall.wireJournals.set(exchange->id(), {view.now, text});
                   return Rendered{204, {}};
               });
}

void getJournal(Hall& hall, const ExchangePtr& exchange)
{
    answer(hall, exchange,
           [&hall,
            exchange](const db::View& view) REQUIRES(db::writersThread) -> tl::expected<Rendered, Problem> {
               const WireJournalStore::Entry* const entry = hall.wireJournals.find(exchange->id());
               if (!entry)
                   return tl::unexpected(Problem{404,
                                                 "not_found",
                                                 "No bridge has sent a wire journal of \"" + exchange->id() +
                                                     "\" since the hall started: ask for it with POST.",
                                                 {}});
               return rendered(200, json{{"device", exchange->id()},
                                         {"at", time::timestamp(view.wall(entry->at))},
                                         {"journal", entry->text}});
           });
}

constexpr Roles kTestDevices = kDesk | Roles{Role::Admin, Role::Technician};
constexpr Roles kServiceDevices{Role::Admin, Role::Technician};

constexpr std::array kDeviceRequestRoutes{
    Route{"POST", "/devices/{id}/test", kTestDevices, testDevice},
    Route{"POST", "/devices/{id}/test-result", kBridge, endDeviceTest, "outcome fault"},
    Route{"POST", "/devices/{id}/release", kServiceDevices, releaseDevice, "seconds"},
    Route{"GET", "/devices/{id}/journal", kServiceDevices, getJournal},
    Route{"POST", "/devices/{id}/journal", kServiceDevices, askForJournal},
    Route{"PUT", "/devices/{id}/journal", kBridge, putJournal, "journal"},
};

} // namespace

std::span<const Route> deviceRequestRoutes()
{
    return kDeviceRequestRoutes;
}

} // namespace starqueue::hall
