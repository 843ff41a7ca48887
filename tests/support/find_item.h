#pragma once

#include <QQuickItem>
#include <QString>

namespace starqueue::test {

/// The first item below `root` with this objectName, or null. Rows of a view are items of it but not
/// its QObject children, so that findChild() doesn't find them.
[[nodiscard]] inline QQuickItem* findItem(QQuickItem* root, const QString& name)
{
    if (root->objectName() == name)
        return root;
    for (QQuickItem* child : root->childItems()) {
        if (QQuickItem* found = findItem(child, name))
            return found;
    }
    return nullptr;
}

} // namespace starqueue::test
