#include <cli/checks/examination.h>

#include <cli/checks/hall_access.h>

#include <nlohmann/json.hpp>

namespace starqueue::cli {

namespace {

namespace fs = std::filesystem;
using Grade = Finding::Grade;

} // namespace

Finding serviceFinding(const std::string& url, const std::string& health)
{
    const auto answer = nlohmann::json::parse(health, nullptr, false);
    if (answer.is_object() && answer.contains("dayOpen"))
        return {Grade::Well, "service", "answers at " + url};
    return {Grade::Bad, "service", noHallAt(url)};
}

Finding clockFinding(const std::string& health)
{
    const auto answer = nlohmann::json::parse(health, nullptr, false);
    const auto clock = answer.is_object() ? answer.value("clock", nlohmann::json::object()) : answer;
    if (!clock.is_object() || clock.value("believed", true))
        return {Grade::Well, "clock", "believed"};
    return {Grade::Bad, "clock",
            "in doubt. " + clock.value("detail", "") + " `starqueue clock confirm` does the latter."};
}

Finding storageFinding(const std::string& health)
{
    const auto answer = nlohmann::json::parse(health, nullptr, false);
    const auto storage = answer.is_object() ? answer.value("storage", nlohmann::json::object()) : answer;
    if (!storage.is_object() || storage.value("writable", true))
        return {Grade::Well, "disk", "takes commands"};
    return {Grade::Bad, "disk", "no command is taken: " + storage.value("detail", "")};
}

Finding webhookFinding(const std::string& health)
{
    const auto answer = nlohmann::json::parse(health, nullptr, false);
    const auto webhook = answer.is_object() ? answer.value("webhook", nlohmann::json::object()) : answer;
    const auto text = [&webhook](const char* key) {
        const auto found = webhook.find(key);
        return found != webhook.end() && found->is_string() ? found->get<std::string>() : std::string{};
    };
    if (!webhook.is_object() || text("state").empty() || text("state") == "off")
        return {Grade::Well, "webhook", "off"};
    if (text("state") == "waiting")
        return {Grade::Bad, "webhook",
                "what happened from " + text("waitingSince") +
                    " on waits, it is tried again and again: " + text("lastError")};
    const std::string last = text("lastDelivered");
    return {Grade::Well, "webhook",
            last.empty() ? "nothing to deliver since the start" : "delivered up to " + last};
}

Finding customersFinding(const std::string& health)
{
    const auto answer = nlohmann::json::parse(health, nullptr, false);
    const auto customers = answer.is_object() ? answer.value("customers", nlohmann::json::object()) : answer;
    if (!customers.is_object() || customers.value("readable", true))
        return {Grade::Well, "records", "customers can be looked up"};
    return {Grade::Bad, "records", customers.value("detail", "")};
}

Finding lookupsFinding(const std::string& health)
{
    const auto answer = nlohmann::json::parse(health, nullptr, false);
    const auto lookups = answer.is_object() ? answer.value("lookups", nlohmann::json::object()) : answer;
    if (!lookups.is_object() || !lookups.contains("unusual"))
        return {Grade::Note, "look-ups", "not told: the token isn't one of this service's, or it is older"};
    if (!lookups.value("unusual", false))
        return {Grade::Well, "look-ups", "of customers as usual"};
    return {Grade::Bad, "look-ups", lookups.value("detail", "")};
}

Finding useFinding(const std::string& health)
{
    const auto answer = nlohmann::json::parse(health, nullptr, false);
    const auto use = answer.is_object() ? answer.value("use", nlohmann::json::object()) : answer;
    const auto unusual = use.is_object() ? use.find("unusual") : use.end();
    if (unusual == use.end() || !unusual->is_array())
        return {Grade::Note, "use", "not told: the token isn't one of this service's, or it is older"};
    if (unusual->empty())
        return {Grade::Well, "use", "as usual"};
    std::string kinds;
    for (const auto& kind : *unusual)
        kinds.append(kinds.empty() ? "" : ", ").append(kind.is_string() ? kind.get<std::string>() : "?");
    return {Grade::Bad, "use", kinds + ": " + use.value("detail", "")};
}

std::vector<Finding> examineService(const fs::path& dir)
{
    const auto hall = hallIn(dir);
    if (!hall)
        return {{Grade::Note, "service", "can't be asked: " + hall.error()}};
    const auto healthy = fetch(*hall, "/healthz");
    if (!healthy)
        return {{Grade::Note, "service", healthy.error()}};
    const Finding service = serviceFinding(hall->url, *healthy);
    if (service.grade == Grade::Bad)
        return {service};
    return {service,
            clockFinding(*healthy),
            storageFinding(*healthy),
            webhookFinding(*healthy),
            customersFinding(*healthy),
            lookupsFinding(*healthy),
            useFinding(*healthy)};
}

} // namespace starqueue::cli
