#include <cli/checks/device_words.h>
#include <cli/checks/examination.h>

#include <cli/checks/hall_access.h>

namespace starqueue::cli {

namespace {

using Grade = Finding::Grade;

Grade gradeOf(const nlohmann::json& device)
{
    const std::string state = device.value("state", "");
    if (!device.value("connected", false) || (state != "ok" && state != "warning"))
        return device.value("fault", nlohmann::json{}) == "released" ? Grade::Note : Grade::Bad;
    return state == "ok" ? Grade::Well : Grade::Note;
}

} // namespace

std::vector<Finding> examineDevices(const std::filesystem::path& dir)
{
    std::vector<Finding> findings;
    for (const nlohmann::json& device : devicesOf(dir))
        findings.push_back({gradeOf(device), nameOf(device), stateOf(device)});
    return findings;
}

} // namespace starqueue::cli
