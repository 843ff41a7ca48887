#include <hall/api/handlers/device_json.h>
#include <hall/api/handlers/route.h>
#include <hall/api/request/body.h>
#include <hall/api/request/permission.h>
#include <hall/api/views/words.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>

namespace starqueue::hall {

namespace {

using nlohmann::json;

json jobJson(const Hall& hall, const db::View& view, const queue::PrintJob& job)
{
    return hall.views(view).printJob(job, hall.zone.text(view.wall(job.created)));
}

/// Two bridges may be bound to one kiosk: the one that took a job keeps it.
bool isOwnJob(const Caller& bridge, const queue::PrintJob& job)
{
    const bool othersJob = job.state == queue::PrintJobState::Taken && job.takenBy != bridge.token;
    return !othersJob && bridge.reach.hasKiosk(job.kiosk);
}

void getPrintJobs(Hall& hall, const ExchangePtr& exchange)
{
    const std::string state(exchange->request.parameter("state").value_or(""));
    if (!state.empty() && !queue::withWord<queue::PrintJobState>(state))
        return send(exchange->reply,
                    badField("state", '"' + state + '"', queue::wordList<queue::PrintJobState>()));
    answer(hall, exchange, [&hall, exchange, state](const db::View& view) -> tl::expected<Rendered, Problem> {
        json jobs = json::array();
        const auto add = [&](const queue::PrintJob& job) {
            if (isOwnJob(exchange->caller, job) && (state.empty() || word(job.state) == state))
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

using JobCommand = std::function<db::CommandOrNot(const queue::PrintJob*)>;

/// Carries out a command on the print job of the path, if it is for one of the bridge's kiosks.
void onPrintJob(Hall& hall, const ExchangePtr& exchange, JobCommand command)
{
    const queue::PrintJobId id{numericId(exchange->id())};
    const auto intent = [exchange, id,
                         command = std::move(command)](const db::View& view) -> db::CommandOrNot {
        const queue::PrintJob* job = view.state.find(id);
        if (job)
            if (const auto own = needOwnKiosk(exchange->caller, job->kiosk); !own)
                return tl::unexpected(own.error());
        return command(job);
    };
    carryOut(hall, exchange, intent, [&hall, id](const db::View& view, const db::Accepted&) {
        const queue::PrintJob* job = view.state.find(id);
        return job ? rendered(200, jobJson(hall, view, *job)) : Rendered{204, {}};
    });
}

void takePrintJob(Hall& hall, const ExchangePtr& exchange)
{
    const queue::TakePrintJob take{{numericId(exchange->id())}, exchange->caller.token};
    onPrintJob(hall, exchange, [take](const queue::PrintJob*) { return queue::Command{take}; });
}

/// Carries out `make`'s command on the job that this bridge has taken.
void onTakenJob(Hall& hall, const ExchangePtr& exchange,
                std::function<queue::Command(queue::PrintJobId)> make)
{
    const queue::PrintJobId id{numericId(exchange->id())};
    onPrintJob(hall, exchange,
               [exchange, id, make = std::move(make)](const queue::PrintJob* job) -> db::CommandOrNot {
                   if (job && !job->takenBy.empty() && job->takenBy != exchange->caller.token)
                       return tl::unexpected(db::Denied{"Another bridge has taken this print job."});
                   return make(id);
               });
}

void endPrintJob(Hall& hall, const ExchangePtr& exchange)
{
    Body body(exchange->body);
    const auto outcome = body.shownWord<queue::PrintOutcome>("outcome");
    if (body.problem())
        return send(exchange->reply, *body.problem());
    onTakenJob(hall, exchange, [outcome](queue::PrintJobId id) { return queue::EndPrintJob{id, outcome}; });
}

void reportPaper(Hall& hall, const ExchangePtr& exchange)
{
    Body body(exchange->body);
    const auto event = body.shownWord<queue::PaperEvent>("event");
    if (body.problem())
        return send(exchange->reply, *body.problem());
    onTakenJob(hall, exchange, [event](queue::PrintJobId id) { return queue::ReportPaper{id, event}; });
}

// What a bridge says is journalled with each transition: it must not be able to fill the disk.
constexpr std::size_t kLongestId = 40;
constexpr std::size_t kLargestDetails = 4096;

/// Several times what stands at a kiosk or counter, for those that were replaced are still known.
std::size_t mostDevices(const db::Reach& reach)
{
    constexpr std::size_t kMostOfAnyBridge = 512;
    constexpr std::size_t kAtEach = 16;
    constexpr std::size_t kElsewhere = 32;
    return std::min(kMostOfAnyBridge, kElsewhere + kAtEach * (reach.kiosks.size() + reach.counters.size()));
}

/// The error: how many a bridge of that reach may have.
tl::expected<void, std::size_t> needRoomFor(const queue::State& state, const queue::Device& device,
                                            const db::Reach& reach)
{
    const auto isOfBridge = [&](const auto& known) { return known.second.bridge == device.bridge; };
    const std::size_t most = mostDevices(reach);
    if (state.devices.contains(device.id) ||
        static_cast<std::size_t>(std::ranges::count_if(state.devices, isOfBridge)) < most)
        return {};
    return tl::unexpected(most);
}

bool isCalm(const db::View& view, const queue::Device& device)
{
    const auto known = view.state.devices.find(device.id);
    return known == view.state.devices.end() || view.now - known->second.since >= DeviceBudget::kCalm;
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
    device.fault = body.optionalId("fault", 40);
    if (const json* details = body.object("details"))
        device.details = details->dump();
    if (body.problem())
        return tl::unexpected(*body.problem());
    if (device.id.size() > kLongestId)
        return tl::unexpected(badField("id", "in the path too long", "1 to 40 bytes"));
    if (device.details.size() > kLargestDetails)
        return tl::unexpected(badField("details", "too large", "at most 4096 bytes of JSON"));
    return device;
}

json detailsIn(const queue::Device& device)
{
    return device.details.empty() ? json(nullptr) : json::parse(device.details);
}

/// One that is offline passes to another bridge of the same kiosk or counter, such as this one's new token.
bool mayReport(const Caller& bridge, const queue::Device& known)
{
    return known.bridge == bridge.token ||
           (known.state == queue::DeviceState::Offline && needOwnDevice(bridge, known));
}

void putDeviceState(Hall& hall, const ExchangePtr& exchange)
{
    const auto device = deviceIn(*exchange);
    if (!device)
        return send(exchange->reply, device.error());
    if (const auto own = needOwnDevice(exchange->caller, *device); !own)
        return deny(hall, exchange, own.error());
    const auto intent = [&hall, exchange, device = *device](const db::View& view) -> db::CommandOrNot {
        const auto known = view.state.devices.find(device.id);
        if (known != view.state.devices.end() && !mayReport(exchange->caller, known->second))
            return tl::unexpected(db::Denied{"Device " + device.id + " belongs to another bridge."});
        if (const auto room = needRoomFor(view.state, device, exchange->caller.reach); !room)
            return tl::unexpected(queue::Refusal{queue::RefusalCode::LimitReached, "devices",
                                                 "This bridge has at most " + std::to_string(room.error()) +
                                                     " devices, by its kiosks and counters."});
        if (queue::isNews(view.state, device) && !hall.deviceChanges.allow(device, isCalm(view, device)))
            return tl::unexpected(
                db::Denied{"The devices of this bridge change too often; say it again later.",
                           db::Denied::Why::TooOften});
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
           [&hall, exchange](const db::View& view)
               REQUIRES(db::writersThread) -> tl::expected<Rendered, Problem> {
                   const bool bridge = exchange->caller.role == Role::Bridge;
                   json devices = json::array();
                   for (const auto& [id, device] : view.state.devices)
                       if (!bridge || device.bridge == exchange->caller.token)
                           devices.push_back(deviceJson(hall, view, device));
                   return rendered(200, devices);
               });
}

constexpr Roles kSeeDevices = kDesk | Roles{Role::Admin, Role::Technician, Role::Bridge};

constexpr std::array kDeviceRoutes{
    Route{"GET", "/print-jobs", kBridge, getPrintJobs, "?state"},
    Route{"POST", "/print-jobs/{id}/take", kBridge, takePrintJob},
    Route{"POST", "/print-jobs/{id}/result", kBridge, endPrintJob, "outcome"},
    Route{"POST", "/print-jobs/{id}/paper", kBridge, reportPaper, "event"},
    Route{"PUT", "/devices/{id}/state", kBridge, putDeviceState, "kind kiosk counter state fault details"},
    Route{"GET", "/devices", kSeeDevices, getDevices},
};

} // namespace

std::span<const Route> deviceRoutes()
{
    return kDeviceRoutes;
}

} // namespace starqueue::hall
