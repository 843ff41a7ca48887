#include <hall/api/context/lookup_watch.h>

#include <db/crypto/hashing.h>
#include <formats/json/json_object.h>

#include <utility>

namespace starqueue::hall {

namespace {

constexpr std::chrono::milliseconds kAlarmShown = std::chrono::hours(24);

/// "-": whoever isn't in the records.
std::string referenceOf(const db::Customer& customer)
{
    return customer.customerRef == queue::Bits128{} ? "-" : db::hexOf(customer.customerRef);
}

} // namespace

LookupWatch::LookupWatch(SecurityWatch& security, int mostAnHour, Throttle::Clock clock)
    : m_security(security), m_clock(clock), m_looks(mostAnHour, std::move(clock))
{}

void LookupWatch::note(const Caller& caller, const db::Customer& found, std::string_view call)
{
    if (!caller.isStaff() || (!caller.command.empty() && m_noted.isAgain(caller.command)))
        return;
    const std::string who = whoIs(caller);
    const bool alarms = m_looks.isOver(who);
    if (alarms) {
        const sync::Lock lock(m_mutex);
        m_lastAlarm = m_clock();
    }
    m_security.note(db::SecurityEvent::CustomerLookedUp, who, referenceOf(found) + ' ' + std::string(call));
    if (alarms)
        m_security.note(db::SecurityEvent::UnusualLookups, who,
                        "more than " + std::to_string(m_looks.most()) + " within an hour");
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

} // namespace starqueue::hall
