#include <hall/api/request/body.h>
#include <hall/api/router.h>
#include <hall/api/views/words.h>

#include <array>
#include <utility>

namespace starqueue::hall {

namespace {

using nlohmann::json;

json jobJson(const Hall& hall, const db::View& view, const queue::PrintJob& job)
{
    return hall.views(view).printJob(job, hall.zone.text(view.wall(job.created)));
}

void getPrintJobs(Hall& hall, const ExchangePtr& exchange)
{
    const std::string state(exchange->request.parameter("state").value_or(""));
    if (!state.empty() && !queue::withWord<queue::PrintJobState>(state))
        return send(exchange->reply,
                    badField("state", '"' + state + '"', queue::wordList<queue::PrintJobState>()));
    const std::string me = exchange->caller.token;
    answer(hall, exchange, [&hall, state, me](const db::View& view) -> tl::expected<Rendered, Problem> {
        json jobs = json::array();
        const auto add = [&](const queue::PrintJob& job) {
            const bool othersJob = job.state == queue::PrintJobState::Taken && job.takenBy != me;
            if (!othersJob && (state.empty() || word(job.state) == state))
                jobs.push_back(jobJson(hall, view, job));
        };
        if (state.empty() || state == word(queue::PrintJobState::Ended))
            std::ranges::for_each(view.state.printJobs, add);
        else
            for (const queue::PrintJobId id : view.state.openJobs)
                add(*view.state.find(id));
        return rendered(200, jobs);
    });
}

void onPrintJob(Hall& hall, const ExchangePtr& exchange, db::Intent intent)
{
    const queue::PrintJobId id{numericId(exchange->id())};
    carryOut(hall, exchange, std::move(intent), [&hall, id](const db::View& view, const db::Accepted&) {
        const queue::PrintJob* job = view.state.find(id);
        return job ? rendered(200, jobJson(hall, view, *job)) : Rendered{204, {}};
    });
}

void takePrintJob(Hall& hall, const ExchangePtr& exchange)
{
    const queue::TakePrintJob take{{numericId(exchange->id())}, exchange->caller.token};
    onPrintJob(hall, exchange, [take](const db::View&) { return queue::Command{take}; });
}

void endPrintJob(Hall& hall, const ExchangePtr& exchange)
{
    Body body(exchange->body);
    const auto outcome = body.shownWord<queue::PrintOutcome>("outcome");
    if (body.problem())
        return send(exchange->reply, *body.problem());
    const queue::PrintJobId id{numericId(exchange->id())};
    onPrintJob(hall, exchange, [exchange, id, outcome](const db::View& view) -> db::CommandOrNot {
        const queue::PrintJob* job = view.state.find(id);
        if (job && !job->takenBy.empty() && job->takenBy != exchange->caller.token)
            return tl::unexpected(db::Denied{"Another bridge has taken this print job."});
        return queue::Command{queue::EndPrintJob{id, outcome}};
    });
}

tl::expected<queue::Device, Problem> deviceIn(const Exchange& exchange)
{
    Body body(exchange.body);
    queue::Device device;
    device.id = exchange.id();
    device.bridge = exchange.caller.token;
    device.kind = body.word<queue::DeviceKind>("kind");
    device.kiosk = body.optionalText("kiosk", 40);
    device.counter = body.optionalText("counter", 40);
    device.state = body.word<queue::DeviceState>("state");
    device.fault = body.optionalText("fault", 40);
    if (const json* details = body.object("details"))
        device.details = details->dump();
    if (body.problem())
        return tl::unexpected(*body.problem());
    return device;
}

json deviceJson(const Hall& hall, const db::View& view, const queue::Device& device)
    REQUIRES(db::writersThread)
{
    json out = hall.views(view).device(device);
    if (const json* latest = hall.deviceDetails.find(device.id))
        out["details"] = *latest;
    return out;
}

json deviceNow(const Hall& hall, const db::View& view, const std::string& id) REQUIRES(db::writersThread)
{
    const auto found = view.state.devices.find(id);
    return found == view.state.devices.end() ? json(nullptr) : deviceJson(hall, view, found->second);
}

json detailsIn(const queue::Device& device)
{
    return device.details.empty() ? json(nullptr) : json::parse(device.details);
}

void putDeviceState(Hall& hall, const ExchangePtr& exchange)
{
    const auto device = deviceIn(*exchange);
    if (!device)
        return send(exchange->reply, device.error());
    const auto intent = [exchange, device = *device](const db::View& view) -> db::CommandOrNot {
        const auto known = view.state.devices.find(device.id);
        if (known != view.state.devices.end() && known->second.bridge != device.bridge &&
            known->second.state != queue::DeviceState::Offline)
            return tl::unexpected(db::Denied{"Device " + device.id + " belongs to another bridge."});
        return queue::Command{queue::ReportDevice{device}};
    };
    carryOut(hall, exchange, intent,
             [&hall, exchange, details = detailsIn(*device)](const db::View& view, const db::Accepted&)
                 REQUIRES(db::writersThread) {
                     hall.deviceDetails.set(exchange->id(), details);
                     return rendered(200, deviceNow(hall, view, exchange->id()));
                 });
}

void getDevices(Hall& hall, const ExchangePtr& exchange)
{
    answer(hall, exchange,
           [&hall](const db::View& view) REQUIRES(db::writersThread) -> tl::expected<Rendered, Problem> {
               json devices = json::array();
               for (const auto& [id, device] : view.state.devices)
                   devices.push_back(deviceJson(hall, view, device));
               return rendered(200, devices);
           });
}

void testDevice(Hall& hall, const ExchangePtr& exchange)
{
    const auto intent = [exchange](const db::View&) {
        return queue::Command{queue::TestDevice{exchange->id()}};
    };
    carryOut(hall, exchange, intent,
             [&hall, exchange](const db::View& view, const db::Accepted&) REQUIRES(db::writersThread) {
                 return rendered(202, deviceNow(hall, view, exchange->id()));
             });
}

constexpr Roles kBridge{Role::Bridge};
constexpr Roles kSeeDevices = kDesk | Roles{Role::Admin, Role::Technician, Role::Bridge};
constexpr Roles kTestDevices = kDesk | Roles{Role::Admin, Role::Technician};

constexpr std::array kDeviceRoutes{
    Route{"GET", "/print-jobs", kBridge, getPrintJobs},
    Route{"POST", "/print-jobs/{id}/take", kBridge, takePrintJob},
    Route{"POST", "/print-jobs/{id}/result", kBridge, endPrintJob, "outcome"},
    Route{"PUT", "/devices/{id}/state", kBridge, putDeviceState, "kind kiosk counter state fault details"},
    Route{"GET", "/devices", kSeeDevices, getDevices},
    Route{"POST", "/devices/{id}/test", kTestDevices, testDevice},
};

} // namespace

std::span<const Route> deviceRoutes()
{
    return kDeviceRoutes;
}

} // namespace starqueue::hall
