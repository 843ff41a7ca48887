#pragma once

#include <QHash>
#include <QQmlAbstractUrlInterceptor>
#include <QStringList>

namespace starqueue::gallery {

/// Lets a QML engine read our modules' files from the source tree instead of from the program, so that an
/// edit shows without a build. Files are found by module and name, wherever in the room's folder they lie.
class SourceQml : public QQmlAbstractUrlInterceptor
{
public:
    SourceQml();

    QUrl intercept(const QUrl& url, DataType type) override;

    /// Every file of ours, to be watched.
    [[nodiscard]] QStringList files() const { return m_files.values(); }

private:
    QHash<QString, QString> m_files; ///< path by "Kiosk/Main.qml"
};

} // namespace starqueue::gallery
