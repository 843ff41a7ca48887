#pragma once

#include <QAbstractListModel>
#include <QByteArrayList>
#include <QList>
#include <QVariantList>

#include <utility>

namespace starqueue::client {

/// A short list of values for a QML view: every row gives its values in the order of the role names.
/// Rows are replaced all at once, and only when they differ, so that a view isn't rebuilt for nothing.
class RowList : public QAbstractListModel
{
public:
    explicit RowList(const QByteArrayList& roles, QObject* parent = nullptr)
        : QAbstractListModel(parent), m_roles(roles)
    {}

    void set(QList<QVariantList> rows)
    {
        if (rows == m_rows)
            return;
        beginResetModel();
        m_rows = std::move(rows);
        endResetModel();
    }

    /// One value by role name; invalid for a row or role that isn't there.
    [[nodiscard]] QVariant value(int row, const QByteArray& role) const
    {
        return data(index(row), Qt::UserRole + static_cast<int>(m_roles.indexOf(role)));
    }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override
    {
        return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
    }

    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override
    {
        if (!index.isValid() || index.row() >= m_rows.size())
            return {};
        return m_rows.at(index.row()).value(role - Qt::UserRole);
    }

    [[nodiscard]] QHash<int, QByteArray> roleNames() const override
    {
        QHash<int, QByteArray> names;
        for (int i = 0; i < m_roles.size(); ++i)
            names.insert(Qt::UserRole + i, m_roles.at(i));
        return names;
    }

private:
    QByteArrayList m_roles;
    QList<QVariantList> m_rows;
};

} // namespace starqueue::client
