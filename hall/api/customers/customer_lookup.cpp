#include <hall/api/customers/customer_lookup.h>

#include <formats/json/json_object.h>

#include <utility>

namespace starqueue::hall {

namespace {

constexpr std::chrono::milliseconds kFaultShown = std::chrono::hours(24);
constexpr std::chrono::milliseconds kBetweenLines = std::chrono::minutes(1);

constexpr const char* kOrdinaryMeanwhile =
    "Customers' records or keys are damaged or can't be read: whoever isn't found gets an ordinary ticket. "
    "The service's log says which file it is; stop the hall and restore a backup.";

} // namespace

CustomerLookup::CustomerLookup(db::CustomerStore& customers, Throttle::Clock clock, Log error)
    : m_customers(customers), m_clock(std::move(clock)), m_error(std::move(error))
{}

db::Customer CustomerLookup::find(db::IdentityKind kind, const std::string& value)
{
    auto customer = m_customers.lookup(kind, value);
    // A code whose kind its reader doesn't know may stand in the records as a card.
    if (kind == db::IdentityKind::Scan && customer && !*customer)
        customer = m_customers.lookup(db::IdentityKind::Card, value);
    if (customer)
        return customer->value_or(db::Customer{});
    noteFault(customer.error());
    return {};
}

void CustomerLookup::check()
{
    const auto whole = m_customers.checkPages();
    if (whole)
        return;
    m_error(whole.error().detail);
    const sync::Lock lock(m_mutex);
    m_isDamaged = true;
}

void CustomerLookup::noteFault(const db::StorageError& error)
{
    const auto now = m_clock();
    {
        const sync::Lock lock(m_mutex);
        m_lastFault = now;
        if (m_lastLogged && now - *m_lastLogged < kBetweenLines)
            return;
        m_lastLogged = now;
    }
    m_error("a customer can't be looked up and gets an ordinary ticket: " + error.detail);
}

std::string CustomerLookup::state() const
{
    const sync::Lock lock(m_mutex);
    const bool isReadable = !m_isDamaged && (!m_lastFault || m_clock() - *m_lastFault >= kFaultShown);
    formats::JsonObject out;
    out.add("readable", isReadable);
    if (!isReadable)
        out.add("detail", kOrdinaryMeanwhile);
    return out.take();
}

} // namespace starqueue::hall
