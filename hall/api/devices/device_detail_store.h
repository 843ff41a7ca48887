#pragma once

#include <db/journal/writers_thread.h>

#include <nlohmann/json.hpp>

#include <map>
#include <string>

namespace starqueue::hall {

/// What bridges said of their devices beside their state, as last given: ports, addresses, counts of errors.
/// The journal has them as they were at the last transition; what comes between is kept here, in memory
/// only.
class DeviceDetailStore
{
public:
    void set(const std::string& device, const nlohmann::json& details) REQUIRES(db::writersThread);
    /// Null when none came since this service started.
    [[nodiscard]] const nlohmann::json* find(const std::string& device) const REQUIRES(db::writersThread);

    /// Every whole number in a device's `counts` as a metric in Prometheus' text format.
    [[nodiscard]] std::string metrics() const REQUIRES(db::writersThread);

private:
    std::map<std::string, nlohmann::json> m_details GUARDED_BY(db::writersThread);
};

} // namespace starqueue::hall
