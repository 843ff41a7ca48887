#include <hall/api/views/device_words.h>
#include <hall/api/views/views.h>
#include <hall/api/views/words.h>

#include <time/timestamp.h>

namespace starqueue::hall {

using nlohmann::json;

namespace {

json textOrNull(std::string_view text)
{
    return text.empty() ? json(nullptr) : json(text);
}

json timeOrNull(const db::View& view, Instant at)
{
    const auto text = shown(view, at);
    return text ? json(*text) : json(nullptr);
}

void addWords(json& out, const DeviceWords& words)
{
    out["says"] = toJson(words.says);
    out["remedy"] = words.remedy == queue::Name{} ? json(nullptr) : toJson(words.remedy);
}

/// "full", "low" or "out"; null: the printer can't tell, or not now.
json paperOf(const queue::Device& device, const json& details)
{
    if (device.fault == "paperOut")
        return "out";
    if (device.fault == "nearEnd")
        return "low";
    const bool senses = !details.is_object() || details.value("sensesPaper", json(true)) != json(false);
    return device.state == queue::DeviceState::Ok && senses ? json("full") : json(nullptr);
}

json testOf(const db::View& view, const queue::DeviceTest& test)
{
    if (test.asked == Instant{})
        return nullptr;
    const auto outcome = shownWord(test.outcome);
    json out{{"askedAt", timeOrNull(view, test.asked)},
             {"endedAt", timeOrNull(view, test.ended)},
             {"outcome", outcome ? json(*outcome) : json(nullptr)},
             {"fault", textOrNull(test.fault)}};
    addWords(out, wordsOf(test));
    return out;
}

/// How today's jobs of the printer's kiosk went.
json jobsOf(const queue::State& state, const std::string& kiosk)
{
    json out = json::object();
    for (const std::string_view word : queue::shownWordsOf<queue::PrintOutcome>())
        out[std::string(word)] = 0;
    out["open"] = 0;
    out["reprints"] = 0;
    out["retracted"] = 0;
    for (const queue::PrintJob& job : state.printJobs) {
        if (job.kiosk != kiosk)
            continue;
        const auto outcome = shownWord(job.outcome);
        auto& count = out[outcome ? std::string(*outcome) : "open"];
        count = count.get<int>() + 1;
        out["reprints"] = out["reprints"].get<int>() + (job.reprint ? 1 : 0);
        out["retracted"] = out["retracted"].get<int>() + (job.paper == queue::PaperEvent::Retracted ? 1 : 0);
    }
    return out;
}

} // namespace

json Views::device(const queue::Device& device, bool isConnected) const
{
    auto details = json::parse(device.details, nullptr, false);
    json out{{"id", device.id},
             {"kind", word(device.kind)},
             {"kiosk", textOrNull(device.kiosk)},
             {"counter", textOrNull(device.counter)},
             {"state", word(device.state)},
             {"fault", textOrNull(device.fault)},
             {"since", time::timestamp(m_view.wall(device.since))},
             {"connected", isConnected},
             {"test", testOf(m_view, device.test)},
             {"details", details.is_discarded() ? json(nullptr) : details}};
    addWords(out, isConnected ? wordsOf(device) : wordsWithoutBridge());
    const bool isPrinter = device.kind == queue::DeviceKind::Printer;
    out["paper"] = isPrinter && isConnected ? paperOf(device, details) : json(nullptr);
    out["lastPrintedAt"] = timeOrNull(m_view, device.lastPrinted);
    out["today"] = isPrinter && !device.kiosk.empty() ? jobsOf(m_view.state, device.kiosk) : json(nullptr);
    return out;
}

} // namespace starqueue::hall
