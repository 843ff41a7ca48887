#include <counter/counter_model.h>

#include <client/ui/language.h>
#include <counter/counter_words.h>

#include <QJsonArray>

namespace starqueue::counter {

using Page = CounterModel::Page;

namespace {

QString pick(const QJsonObject& words)
{
    return ui::Language::instance().pick(words);
}

/// Hours and limits are for who comes: those who are inside already may change over.
bool takesTransfers(const QJsonValue& service)
{
    static const QStringList kOnlyForNewcomers{"hall_closed", "outside_hours", "sold_out"};
    return service["open"].toBool() || kOnlyForNewcomers.contains(service["closedReason"].toString());
}

} // namespace

CounterModel::CounterModel(client::HallClient& hall, const QString& counter, QString clerk,
                           client::FaceClock clock, QObject* parent)
    : QObject(parent), m_lane(hall, counter, clock), m_counter(counter), m_clerk(std::move(clerk)),
      m_clock(std::move(clock)), m_facts({"label", "look"}), m_parked({"ticket", "number", "service"})
{
    connect(&m_lane, &CommandLane::busyChanged, this, &CounterModel::changed);
    connect(&m_lane, &CommandLane::counterChanged, this, &CounterModel::take);
    connect(&m_lane, &CommandLane::answered, this, &CounterModel::conclude);
    connect(&m_lane, &CommandLane::forbidden, this, [this](const QString& reason) {
        m_forbidden = reason;
        emit changed();
    });
    connect(&m_sheet, &CounterSheet::answered, this, &CounterModel::answerSheet);
}

void CounterModel::takeBoard(const QJsonObject& board)
{
    const auto at = QDateTime::fromString(board["at"].toString(), Qt::ISODateWithMs);
    if (at.isValid())
        m_hallAhead = m_clock.wall().msecsTo(at);
    m_services.clear();
    for (const QJsonValue service : board["services"].toArray()) {
        if (takesTransfers(service))
            m_services.append({service["id"].toString(), service["name"].toObject()});
    }
    m_lane.ask();
}

void CounterModel::takeEvent(const QString& name, const QJsonObject& data)
{
    if (name == QLatin1String("ticket_rated") && data["counter"].toString() == m_counter &&
        !m_rated.isEmpty())
        say(tr("The customer of %1 has given a rating.").arg(m_rated), false);
}

void CounterModel::setConnected(bool connected, const QString& refusal)
{
    m_connected = connected;
    m_forbidden = refusal;
    emit changed();
}

void CounterModel::tick()
{
    if (!m_notice.isEmpty() && !m_noticeIsRefusal && m_clock.steady() >= m_noticeUntil)
        m_notice.clear();
    emit changed();
}

void CounterModel::take(const QJsonObject& counter)
{
    m_view = readCounter(counter);
    m_forbidden.clear();
    const bool sheetFits = m_sheet.kind() == CounterSheet::Kind::Pause ? !m_view.paused
                           : m_sheet.needsNumber()                     ? m_view.state == CounterState::Open
                                                                       : m_view.ticket.has_value();
    if (!sheetFits)
        m_sheet.close();
    fill();
    emit changed();
}

void CounterModel::fill()
{
    if (m_view.ticket)
        m_facts.set(words::facts(*m_view.ticket));
    else if (m_view.next)
        m_facts.set(words::facts(*m_view.next, serviceName(m_view.next->service)));
    else
        m_facts.set({});
    QList<QVariantList> rows;
    for (const Ticket& ticket : m_view.parked)
        rows.append(QVariantList{ticket.id, ticket.number, pick(ticket.serviceName)});
    m_parked.set(rows);
}

QString CounterModel::serviceName(const QString& id) const
{
    for (const auto& [service, name] : m_services) {
        if (service == id)
            return pick(name);
    }
    return id;
}

QList<QVariantList> CounterModel::otherServices() const
{
    QList<QVariantList> rows;
    for (const auto& [id, name] : m_services) {
        if (m_view.ticket && id != m_view.ticket->service)
            rows.append(QVariantList{id, pick(name)});
    }
    return rows;
}

Page CounterModel::page() const
{
    if (!m_forbidden.isEmpty())
        return Page::Forbidden;
    if (m_view.ticket)
        return Page::Ticket;
    switch (m_view.state) {
    case CounterState::Closed:
        return Page::Closed;
    case CounterState::Paused:
        return Page::Paused;
    case CounterState::Open:
        return Page::Idle;
    case CounterState::Unknown:
    case CounterState::Calling:
    case CounterState::Serving:
        break;
    }
    return Page::Connecting;
}

QString CounterModel::counterName() const
{
    const QString name = pick(m_view.name);
    return name.isEmpty() ? tr("Counter %1").arg(m_counter) : name;
}

const QString& CounterModel::clerk() const
{
    const bool working = m_view.state != CounterState::Closed && !m_view.clerk.isEmpty();
    return working ? m_view.clerk : m_clerk;
}

void CounterModel::setClerk(const QString& clerk)
{
    if (std::exchange(m_clerk, clerk.trimmed()) != m_clerk)
        emit changed();
}

QString CounterModel::today() const
{
    const QString served = tr("Today %1").arg(m_view.servedToday);
    return m_view.meanServiceSeconds > 0
               ? tr("%1 · mean %2").arg(served, words::clock(m_view.meanServiceSeconds))
               : served;
}

QString CounterModel::waiting() const
{
    return tr("%1 waiting · %2 for this counter").arg(m_view.waiting).arg(m_view.waitingHere);
}

QString CounterModel::number() const
{
    if (m_view.ticket)
        return m_view.ticket->number;
    return m_view.next ? m_view.next->number : QString();
}

QString CounterModel::why() const
{
    if (m_view.ticket)
        return pick(m_view.ticket->why);
    return m_view.next ? pick(m_view.next->why) : QString();
}

QString CounterModel::timer() const
{
    if (!m_view.ticket)
        return {};
    const Ticket& ticket = *m_view.ticket;
    const QDateTime since = m_view.state == CounterState::Serving ? ticket.startedAt : ticket.calledAt;
    if (!since.isValid())
        return {};
    constexpr qint64 kSecond = 1000;
    return words::clock((since.msecsTo(m_clock.wall()) + m_hallAhead) / kSecond);
}

QString CounterModel::timerLabel() const
{
    return m_view.state == CounterState::Serving ? tr("Serving") : tr("Called");
}

} // namespace starqueue::counter
