#include <hall/api/devices/device_detail_store.h>

namespace starqueue::hall {

using nlohmann::json;

void DeviceDetailStore::set(const std::string& device, const json& details)
{
    m_details.insert_or_assign(device, details);
}

const json* DeviceDetailStore::find(const std::string& device) const
{
    const auto found = m_details.find(device);
    return found == m_details.end() ? nullptr : &found->second;
}

std::string DeviceDetailStore::metrics() const
{
    std::string text =
        "# HELP starqueue_device_errors_total Errors that a device or its bridge has counted.\n"
        "# TYPE starqueue_device_errors_total counter\n";
    for (const auto& [device, details] : m_details) {
        const auto counts = details.find("counts");
        if (counts == details.end() || !counts->is_object())
            continue;
        for (const auto& [name, count] : counts->items())
            if (count.is_number_integer()) // JSON's quoting and escaping is valid for a label
                text += "starqueue_device_errors_total{device=" + json(device).dump() +
                        ",kind=" + json(name).dump() + "} " + count.dump() + '\n';
    }
    return text;
}

} // namespace starqueue::hall
