#pragma once

#include <client/api/board.h>

#include <QAbstractListModel>
#include <QDateTime>
#include <QQmlEngine>
#include <QTimeZone>

namespace starqueue::kiosk {

/// The services as tiles. Rows stay the same objects while only their values change: a tile that is
/// being touched must not vanish under the finger.
class ServiceList : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("the model owns it")
    Q_PROPERTY(int count READ count NOTIFY countChanged)

public:
    enum Role {
        ServiceId = Qt::UserRole,
        Name,
        Open,
        ClosedReason,
        Ahead,
        Minutes,   ///< "8–14"; empty without a range
        WaitWords, ///< "Right away", "Counters aren't open yet"; empty for minutes, and without an estimate
    };

    using QAbstractListModel::QAbstractListModel;

    /// Takes the services of a board, named in the language spoken now; `zone` is the hall's, `now` tells
    /// whether one opens today.
    void set(const QList<client::api::Service>& services, const QTimeZone& zone = {},
             const QDateTime& now = QDateTime::currentDateTimeUtc());

    [[nodiscard]] int count() const { return static_cast<int>(m_rows.size()); }
    [[nodiscard]] bool isOpen(const QString& serviceId) const;
    [[nodiscard]] bool anyOpen() const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

signals:
    void countChanged();

private:
    struct Row
    {
        QString id;
        QString name;
        QString closedReason;
        QString minutes;
        QString waitWords;
        int ahead = 0;
        bool open = false;

        bool operator==(const Row&) const = default;
    };
    [[nodiscard]] static Row rowOf(const client::api::Service& service, const QTimeZone& zone,
                                   const QDateTime& now);
    [[nodiscard]] bool sameServices(const QList<Row>& rows) const;

    QList<Row> m_rows;
};

} // namespace starqueue::kiosk
