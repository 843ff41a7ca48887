#pragma once

#include <nlohmann/json.hpp>

#include <map>
#include <string>

namespace starqueue::hall {

/// What bridges said of their devices beside their state, as last given: ports, addresses, counts of errors.
/// The journal has them as they were at the last transition; what comes between is kept here, in memory
/// only. Used on the writer's thread.
class DeviceDetails
{
public:
    void set(const std::string& device, const nlohmann::json& details);
    /// Null when none came since this service started.
    [[nodiscard]] const nlohmann::json* find(const std::string& device) const;

    /// Every whole number in a device's `counts` as a metric in Prometheus' text format.
    [[nodiscard]] std::string metrics() const;

private:
    std::map<std::string, nlohmann::json> m_details;
};

} // namespace starqueue::hall
