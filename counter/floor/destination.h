#pragma once

#include <client/api/board.h>
#include <client/api/counter.h>

#include <QList>
#include <QVariantList>

namespace starqueue::counter {

/// Where a customer is sent on to from a counter.
struct Destination
{
    QString service{}; ///< id; empty: the one that the ticket is for
    QString counter{}; ///< id of the one that alone calls; empty: any that may

    /// As one word, for of().
    [[nodiscard]] QString key() const;
    [[nodiscard]] static Destination of(const QString& key);

    bool operator==(const Destination&) const = default;
};

/// What the board says of the rest of the hall.
struct Floor
{
    QList<client::api::Service> services{};
    QList<client::api::BoardCounter> counters{};

    /// In the language spoken now; the id of one that isn't there.
    [[nodiscard]] QString serviceName(const QString& id) const;
    [[nodiscard]] QString counterName(const QString& id) const;
};

/// Where the present ticket may go, as rows of (Destination::key(), label): the other services with their
/// waits, the other counters that work, and to the head (`first`) also its own line.
[[nodiscard]] QList<QVariantList> destinations(const client::api::Counter& here, const Floor& floor,
                                               bool first);
/// What else that counter gives that the ticket could be for, as rows of (service, label). Empty: it gives
/// what the ticket is for.
[[nodiscard]] QList<QVariantList> servicesThere(const client::api::Counter& here, const Floor& floor,
                                                const QString& counter);

} // namespace starqueue::counter
