#include <gallery/source_qml.h>

#include <QDirIterator>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace starqueue::gallery {

namespace {

const QString kModules = u"qrc:/qt/qml/StarQueue/"_s;

/// Below the source tree, by module.
const QList<std::pair<QString, QString>> kFolders{{u"Ui"_s, u"client/ui"_s},
                                                  {u"Kiosk"_s, u"kiosk"_s},
                                                  {u"Display"_s, u"display"_s},
                                                  {u"Counter"_s, u"counter"_s}};

} // namespace

SourceQml::SourceQml()
{
    for (const auto& [module, folder] : kFolders) {
        QDirIterator files(QString(STARQUEUE_SOURCE_DIR "/") + folder, {u"*.qml"_s}, QDir::Files,
                           QDirIterator::Subdirectories);
        while (files.hasNext()) {
            const QString path = files.next();
            m_files.insert(module + u'/' + files.fileName(), path);
        }
    }
}

QUrl SourceQml::intercept(const QUrl& url, DataType type)
{
    const QString text = url.toString();
    if (type != QmlFile || !text.startsWith(kModules))
        return url;
    const QString rest = text.mid(kModules.size());
    const auto file = m_files.constFind(rest.section(u'/', 0, 0) + u'/' + rest.section(u'/', -1));
    return file == m_files.constEnd() ? url : QUrl::fromLocalFile(*file);
}

} // namespace starqueue::gallery
