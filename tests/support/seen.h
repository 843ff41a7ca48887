#pragma once

#include <QFont>
#include <QQuickItem>
#include <QQuickWindow>
#include <QRegularExpression>
#include <QStringList>

#include <functional>

namespace starqueue::test {

/// Calls `visitor` with every item below `item` that can be seen, and with itself.
inline void visitSeen(const QQuickItem* item, const std::function<void(const QQuickItem*)>& visitor)
{
    if (!item->isVisible() || item->opacity() == 0)
        return;
    visitor(item);
    for (const QQuickItem* child : item->childItems())
        visitSeen(child, visitor);
}

inline bool isText(const QQuickItem* item)
{
    return item->inherits("QQuickText") && !item->property("text").toString().isEmpty();
}

/// Text that doesn't fit its place: too wide, too high, or shortened with an ellipsis.
inline bool isCut(const QQuickItem* text)
{
    constexpr double kSlack = 1.5;
    // A line of a Chinese typeface is 1.45 em high, its ink one, that of figures and capitals three quarters:
    // the rest may hang over.
    static const QRegularExpression kFigures("^[A-Z0-9]+$");
    const double spare = kFigures.match(text->property("text").toString()).hasMatch() ? 0.7 : 0.45;
    const double ink = text->property("contentHeight").toDouble() -
                       spare * text->property("font").value<QFont>().pixelSize();
    return text->property("truncated").toBool() ||
           text->property("contentWidth").toDouble() > text->width() + kSlack ||
           ink > text->height() + kSlack;
}

/// Whether any of the item lies off the window; what scrolls may.
inline bool isOutside(const QQuickItem* item)
{
    constexpr double kSlack = 1.5;
    for (const QQuickItem* above = item->parentItem(); above; above = above->parentItem()) {
        if (above->clip() && above->property("interactive").toBool())
            return false;
    }
    const QRectF window(QPointF(), item->window()->contentItem()->size());
    return !window.adjusted(-kSlack, -kSlack, kSlack, kSlack)
                .contains(item->mapRectToScene(QRectF(0, 0, item->width(), item->height())));
}

} // namespace starqueue::test
