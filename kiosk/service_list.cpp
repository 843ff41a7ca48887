#include <client/ui/language.h>
#include <client/ui/wait_words.h>
#include <client/wait_minutes.h>
#include <kiosk/closed_words.h>
#include <kiosk/service_list.h>

#include <algorithm>

namespace starqueue::kiosk {

ServiceList::Row ServiceList::rowOf(const client::api::Service& service, const QTimeZone& zone,
                                    const QDateTime& now)
{
    Row row;
    row.id = service.id;
    row.name = ui::Language::instance().pick(service.name);
    row.closedReason = closedWords(service, now, zone);
    row.minutes = client::waitMinutes(service.waitSeconds);
    row.waitWords = ui::waitWithoutMinutes(service.waitSeconds);
    row.ahead = service.ahead.value_or(service.waiting);
    row.open = service.open;
    return row;
}

bool ServiceList::sameServices(const QList<Row>& rows) const
{
    return std::equal(rows.begin(), rows.end(), m_rows.begin(), m_rows.end(),
                      [](const Row& one, const Row& other) { return one.id == other.id; });
}

void ServiceList::set(const QList<client::api::Service>& services, const QTimeZone& zone,
                      const QDateTime& now)
{
    QList<Row> rows;
    for (const client::api::Service& service : services)
        rows.append(rowOf(service, zone, now));
    if (sameServices(rows)) {
        for (qsizetype i = 0; i < rows.size(); ++i) {
            if (std::exchange(m_rows[i], rows[i]) != rows[i])
                emit dataChanged(index(static_cast<int>(i)), index(static_cast<int>(i)));
        }
        return;
    }
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
    emit countChanged();
}

bool ServiceList::isOpen(const QString& serviceId) const
{
    return std::any_of(m_rows.begin(), m_rows.end(),
                       [&serviceId](const Row& row) { return row.id == serviceId && row.open; });
}

bool ServiceList::anyOpen() const
{
    return std::any_of(m_rows.begin(), m_rows.end(), [](const Row& row) { return row.open; });
}

int ServiceList::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : count();
}

QVariant ServiceList::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row& row = m_rows.at(index.row());
    switch (role) {
    case ServiceId:
        return row.id;
    case Name:
        return row.name;
    case Open:
        return row.open;
    case ClosedReason:
        return row.closedReason;
    case Ahead:
        return row.ahead;
    case Minutes:
        return row.minutes;
    case WaitWords:
        return row.waitWords;
    default:
        return {};
    }
}

QHash<int, QByteArray> ServiceList::roleNames() const
{
    return {{ServiceId, "serviceId"},       {Name, "name"},   {Open, "open"},
            {ClosedReason, "closedReason"}, {Ahead, "ahead"}, {Minutes, "minutes"},
            {WaitWords, "waitWords"}};
}

} // namespace starqueue::kiosk
