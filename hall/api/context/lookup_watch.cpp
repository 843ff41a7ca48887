#include <hall/api/context/lookup_watch.h>

#include <db/crypto/hashing.h>
#include <formats/json/json_object.h>

#include <utility>

namespace starqueue::hall {

namespace {

constexpr std::chrono::milliseconds kLookHour = std::chrono::hours(1);
constexpr std::chrono::milliseconds kAlarmShown = std::chrono::hours(24);

/// "-": whoever isn't in the records.
std::string referenceOf(const db::Customer& customer)
{
    return customer.customerRef == queue::Bits128{} ? "-" : db::hexOf(customer.customerRef);
}

} // namespace

LookupWatch::LookupWatch(SecurityWatch& security, int mostAnHour, Throttle::Clock clock)
    : m_security(security), m_mostAnHour(static_cast<std::size_t>(mostAnHour)), m_clock(std::move(clock))
{}

void LookupWatch::note(const Caller& caller, const db::Customer& found, std::string_view call)
{
    if (!caller.isStaff() || (!caller.command.empty() && m_noted.isAgain(caller.command)))
        return;
    const std::string who = whoIs(caller);
    bool alarms = false;
    {
        const sync::Lock lock(m_mutex);
        const auto now = m_clock();
        forgetThePast(now);
        alarms = isAlarm(m_looks[who], now);
        if (alarms)
            m_lastAlarm = now;
    }
    m_security.note(db::SecurityEvent::CustomerLookedUp, who, referenceOf(found) + ' ' + std::string(call));
    if (alarms)
        m_security.note(db::SecurityEvent::UnusualLookups, who,
                        "more than " + std::to_string(m_mostAnHour) + " within an hour");
}

std::string LookupWatch::state() const
{
    const sync::Lock lock(m_mutex);
    const bool isUnusual = m_lastAlarm && m_clock() - *m_lastAlarm < kAlarmShown;
    formats::JsonObject out;
    out.add("unusual", isUnusual);
    if (isUnusual)
        out.add("detail", "Within the last day somebody looked up more customers in an hour than [security] "
                          "lookups_an_hour allows for: the security log (GET /audit) says who, and whom.");
    return out.take();
}

bool LookupWatch::isAlarm(Looks& looks, std::chrono::milliseconds now) const
{
    looks.within.push_back(now);
    if (looks.within.size() <= m_mostAnHour)
        return false;
    looks.within.pop_front();
    if (looks.alarmed && now - *looks.alarmed < kLookHour)
        return false;
    looks.alarmed = now;
    return true;
}

void LookupWatch::forgetThePast(std::chrono::milliseconds now)
{
    for (auto& [who, looks] : m_looks)
        while (!looks.within.empty() && now - looks.within.front() >= kLookHour)
            looks.within.pop_front();
    std::erase_if(m_looks, [](const auto& entry) { return entry.second.within.empty(); });
}

} // namespace starqueue::hall
