#pragma once

#include <hall/api/request/rate_limit.h>

#include <db/people/customers.h>
#include <sync/mutex.h>

#include <chrono>
#include <functional>
#include <optional>
#include <string>

namespace starqueue::hall {

/// Finds customers by what they show. Where a page is damaged or the disk fails nobody is found, so that
/// whoever asks gets an ordinary ticket, like somebody unknown, and no kiosk tells the two apart. That is
/// logged, once a minute at most, and told for a day. Any thread.
class CustomerLookup
{
public:
    using Log = std::function<void(const std::string& line)>;

    /// `customers` must outlive it.
    CustomerLookup(db::CustomerStore& customers, Throttle::Clock clock, Log error);

    /// Nobody is the customer without a reference.
    [[nodiscard]] db::Customer find(db::IdentityKind kind, const std::string& value) EXCLUDES(m_mutex);
    /// Reads every page of the records and keys, which may take seconds; damage is told until the next start.
    void check() EXCLUDES(m_mutex);
    /// {"readable": true}, or false and "detail": a sentence that names no file, as anybody may read it.
    [[nodiscard]] std::string state() const EXCLUDES(m_mutex);

private:
    void noteFault(const db::StorageError& error) EXCLUDES(m_mutex);

    db::CustomerStore& m_customers;
    const Throttle::Clock m_clock;
    const Log m_error;
    mutable sync::Mutex m_mutex;
    bool m_isDamaged GUARDED_BY(m_mutex) = false;
    std::optional<std::chrono::milliseconds> m_lastFault GUARDED_BY(m_mutex);
    std::optional<std::chrono::milliseconds> m_lastLogged GUARDED_BY(m_mutex);
};

} // namespace starqueue::hall
