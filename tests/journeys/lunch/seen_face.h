#pragma once

#include <journeys/programs.h>

#include <QList>
#include <QMap>
#include <QPair>
#include <QPointF>
#include <QSize>
#include <QString>
#include <QStringList>

#include <functional>
#include <optional>

namespace starqueue::journey {

/// A text on a face, below the object names of its item and of those around it.
struct SeenText
{
    QString name; ///< "/service-account"
    QString text;
    QPointF middle; ///< in its window
};

/// What stood on a face from an instant on.
struct SeenPage
{
    qint64 at = 0; ///< ms since the epoch
    QList<SeenText> texts;

    /// The first text below that name; empty: there is none.
    [[nodiscard]] QString textAt(const QString& name) const;
    /// The texts below that name, in the order of the items.
    [[nodiscard]] QStringList textsAt(const QString& name) const;
    /// Likewise; null: there is none. As long-lived as the page.
    [[nodiscard]] const SeenText* find(const QString& name) const;
};

/// A real face without a screen, which tells what stands on it.
class SeenFace
{
public:
    /// `name` is unique in the journey; `folder` is where the probe writes. Null: the face could not be
    /// started.
    static std::unique_ptr<SeenFace> start(Programs& programs, const QString& name, const QString& program,
                                           const QStringList& arguments, const QString& folder,
                                           const QMap<QString, QString>& environment = {});
    /// A page on a phone, in that Chromium. Null: there is no Node.js to drive it.
    static std::unique_ptr<SeenFace> startPhone(Programs& programs, const QString& browser,
                                                const QString& page, const QString& folder);

    [[nodiscard]] const QString& name() const { return m_name; }
    /// Waits for a page on which that is so, of those that came at `since` or later or that stand there now.
    [[nodiscard]] std::optional<SeenPage> until(const std::function<bool(const SeenPage&)>& isSo,
                                                qint64 since = 0);
    /// What stands on it now.
    [[nodiscard]] SeenPage now() const;
    void keepPicture(const QString& path) const;

private:
    SeenFace(QString name, QString file) : m_name(std::move(name)), m_file(std::move(file)) {}
    [[nodiscard]] QList<SeenPage> pages() const;

    QString m_name;
    QString m_file;
};

} // namespace starqueue::journey
