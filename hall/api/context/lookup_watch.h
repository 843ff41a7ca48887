#pragma once

#include <hall/api/context/security_watch.h>
#include <hall/api/context/seen_requests.h>
#include <hall/api/request/rate_limit.h>

#include <db/people/customers.h>

#include <chrono>
#include <optional>
#include <string>

namespace starqueue::hall {

/// Who of the staff looked customers up: each look-up stands in the security log with the customer's
/// reference and never with what was looked for or found, and whoever looks more of them up within an hour
/// than `[security] lookups_an_hour` is an alarm there, once an hour, and for a day in /healthz. In memory: a
/// restart begins to count anew. Any thread.
class LookupWatch
{
public:
    LookupWatch(SecurityWatch& security, int mostAnHour, Throttle::Clock clock);

    /// `call`: by which call of the API, "POST /tickets". A kiosk's isn't noted, as there people name
    /// themselves, nor a command that is repeated.
    void note(const Caller& caller, const db::Customer& found, std::string_view call) EXCLUDES(m_mutex);
    /// {"unusual": false}, or with "detail": a sentence that names nobody, as anybody may read it.
    [[nodiscard]] std::string state() const EXCLUDES(m_mutex);

private:
    SecurityWatch& m_security;
    const Throttle::Clock m_clock;
    SeenRequests m_noted;
    HourlyAlarm m_looks; ///< by who looked
    mutable sync::Mutex m_mutex;
    std::optional<std::chrono::milliseconds> m_lastAlarm GUARDED_BY(m_mutex);
};

} // namespace starqueue::hall
