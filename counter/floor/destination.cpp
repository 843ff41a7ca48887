#include <counter/floor/destination.h>

#include <client/ui/language.h>
#include <counter/floor/wait_words.h>

#include <QCoreApplication>

#include <algorithm>

namespace starqueue::counter {

using namespace Qt::StringLiterals;

namespace api = client::api;
using api::CounterState;

namespace {

constexpr QChar kBetween = u'\n'; // in no id

QString pickName(const api::Name& name)
{
    return ui::Language::instance().pick(name);
}

QString ofDestination(const char* source)
{
    return QCoreApplication::translate("Destination", source);
}

const api::BoardCounter* counterWith(const Floor& floor, const QString& id)
{
    const auto found = std::ranges::find(floor.counters, id, &api::BoardCounter::id);
    return found == floor.counters.end() ? nullptr : &*found;
}

bool works(const api::BoardCounter& counter)
{
    return counter.state != CounterState::Closed && counter.state != CounterState::Unknown;
}

QString stateWords(CounterState state)
{
    switch (state) {
    case CounterState::Open:
        return ofDestination(QT_TRANSLATE_NOOP("Destination", "free"));
    case CounterState::Paused:
        return ofDestination(QT_TRANSLATE_NOOP("Destination", "paused"));
    case CounterState::Calling:
    case CounterState::Serving:
        return ofDestination(QT_TRANSLATE_NOOP("Destination", "with a customer"));
    case CounterState::Closed:
    case CounterState::Unknown:
        break;
    }
    return {};
}

/// "3号窗口 · 工号 17 · 空闲"
QString labelOf(const api::BoardCounter& counter, const Floor& floor)
{
    QStringList parts{floor.counterName(counter.id)};
    if (!counter.clerk.isEmpty())
        parts << ofDestination(QT_TRANSLATE_NOOP("Destination", "clerk %1")).arg(counter.clerk);
    parts << stateWords(counter.state);
    return parts.join(u" · "_s);
}

/// To which services somebody can be sent at that counter.
QList<const api::Service*> takenAt(const api::BoardCounter& counter, const Floor& floor)
{
    QList<const api::Service*> taken;
    for (const api::Service& service : floor.services) {
        if (service.takesTransfers && counter.services.contains(service.id))
            taken << &service;
    }
    return taken;
}

} // namespace

QString Destination::key() const
{
    return service + kBetween + counter;
}

Destination Destination::of(const QString& key)
{
    return {key.section(kBetween, 0, 0), key.section(kBetween, 1)};
}

QString Floor::serviceName(const QString& id) const
{
    const auto found = std::ranges::find(services, id, &api::Service::id);
    return found == services.end() ? id : pickName(found->name);
}

QString Floor::counterName(const QString& id) const
{
    const api::BoardCounter* counter = counterWith(*this, id);
    const QString name = counter ? pickName(counter->name) : QString();
    if (name.isEmpty())
        return id;
    // "3号窗口" has its sign already, "贵宾窗口" under the sign "VIP" hasn't.
    return name.contains(counter->sign) ? name : u"%1 %2"_s.arg(counter->sign, name);
}

QList<QVariantList> destinations(const api::Counter& here, const Floor& floor, bool first)
{
    if (!here.ticket)
        return {};
    const QString& own = here.ticket->service;
    QList<QVariantList> rows;
    for (const api::Service& service : floor.services) {
        if (service.takesTransfers && service.id != own)
            rows << QVariantList{Destination{service.id, {}}.key(),
                                 u"%1 · %2"_s.arg(pickName(service.name), words::waitOf(service))};
    }
    for (const api::BoardCounter& counter : floor.counters) {
        if (works(counter) && counter.id != here.id &&
            (counter.services.contains(own) || !takenAt(counter, floor).isEmpty()))
            rows << QVariantList{Destination{{}, counter.id}.key(), labelOf(counter, floor)};
    }
    if (first)
        rows << QVariantList{Destination{}.key(),
                             ofDestination(QT_TRANSLATE_NOOP("Destination", "%1 · stays in this line"))
                                 .arg(pickName(here.ticket->serviceName))};
    return rows;
}

QList<QVariantList> servicesThere(const api::Counter& here, const Floor& floor, const QString& counter)
{
    const api::BoardCounter* there = counterWith(floor, counter);
    if (!there || !here.ticket || there->services.contains(here.ticket->service))
        return {};
    QList<QVariantList> rows;
    for (const api::Service* service : takenAt(*there, floor))
        rows << QVariantList{service->id, pickName(service->name)};
    return rows;
}

} // namespace starqueue::counter
