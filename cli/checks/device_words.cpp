#include <cli/checks/device_words.h>

#include <cli/checks/hall_access.h>

namespace starqueue::cli {

namespace {

/// "out of paper 缺纸"; English alone where nothing is to be done.
std::string wordsIn(const nlohmann::json& said)
{
    const nlohmann::json says = said.value("says", nlohmann::json::object());
    const nlohmann::json remedy = said.value("remedy", nlohmann::json{});
    if (!remedy.is_object())
        return textField(says, "en");
    return textField(says, "en") + " · " + textField(says, "zh") + " -> " + textField(remedy, "en") + " · " +
           textField(remedy, "zh");
}

/// "12 printed, 1 reprints": those that aren't zero.
std::string countsIn(const nlohmann::json& today)
{
    std::string all;
    for (const auto& [word, count] : today.items())
        if (count.is_number_integer() && count.get<int>() > 0)
            all += (all.empty() ? "" : ", ") + count.dump() + ' ' + word;
    return all.empty() ? "no tickets" : all;
}

void appendPart(std::string& line, const std::string& what)
{
    if (!what.empty())
        line += "; " + what;
}

std::string withName(const char* name, const std::string& value)
{
    return value.empty() ? std::string{} : name + value;
}

} // namespace

nlohmann::json devicesOf(const std::filesystem::path& dir)
{
    auto hall = hallIn(dir, "technician");
    if (!hall)
        hall = hallIn(dir);
    const auto answer = hall.and_then(
        [](const HallAccess& access) { return fetchJson(access, "/api/v1/devices", Shape::List); });
    return answer.value_or(nlohmann::json::array());
}

std::string nameOf(const nlohmann::json& device)
{
    const std::string kiosk = textField(device, "kiosk");
    const std::string counter = textField(device, "counter");
    return textField(device, "id") + withName(" of kiosk ", kiosk) + withName(" of counter ", counter);
}

std::string stateOf(const nlohmann::json& device)
{
    std::string line = wordsIn(device);
    const nlohmann::json details = device.value("details", nlohmann::json{});
    if (details.is_object()) {
        appendPart(line, textField(details, "detail"));
        appendPart(line, withName("at ", textField(details, "port")));
    }
    appendPart(line, withName("since ", textField(device, "since")));
    appendPart(line, withName("paper ", textField(device, "paper")));
    if (device.value("today", nlohmann::json{}).is_object()) {
        const std::string last = textField(device, "lastPrintedAt");
        appendPart(line, last.empty() ? "no ticket proved yet" : "last ticket proved " + last);
        appendPart(line, "today " + countsIn(device["today"]));
    }
    return line;
}

std::string testOf(const nlohmann::json& device)
{
    const nlohmann::json test = device.value("test", nlohmann::json{});
    if (!test.is_object())
        return {};
    std::string line = wordsIn(test);
    appendPart(line, textField(test, "fault"));
    return line;
}

} // namespace starqueue::cli
