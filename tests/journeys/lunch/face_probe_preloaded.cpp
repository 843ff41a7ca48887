// Loaded into a face under test before its own libraries: writes down the texts that stand in its windows,
// whenever they change, and what the window looks like when it is asked for. The face knows nothing of it.

#include <QCoreApplication>
#include <QDateTime>
#include <QFile>
#include <QGuiApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QQuickItem>
#include <QQuickWindow>
#include <QTimer>

namespace {

using namespace Qt::StringLiterals;

constexpr std::chrono::milliseconds kLook{20};

/// Every visible text as [name, text, x, y]: the object names of the item and of those around it, outermost
/// first, and where its middle lies in the window.
void addTexts(const QQuickItem& item, const QString& around, QJsonArray& texts)
{
    if (!item.isVisible())
        return;
    const QString name = item.objectName().isEmpty() ? around : around + u'/' + item.objectName();
    const QString text = item.property("text").toString();
    if (!text.isEmpty()) {
        const QPointF middle = item.mapToScene({item.width() / 2, item.height() / 2});
        texts.append(QJsonArray{name, text, middle.x(), middle.y()});
    }
    for (const QQuickItem* child : item.childItems())
        addTexts(*child, name, texts);
}

QList<QQuickWindow*> windowsShown()
{
    QList<QQuickWindow*> shown;
    for (QWindow* window : QGuiApplication::topLevelWindows())
        if (auto* const quick = qobject_cast<QQuickWindow*>(window); quick && quick->isVisible())
            shown.append(quick);
    return shown;
}

class Probe : public QTimer
{
public:
    explicit Probe(const QString& file) : m_file(file + u".jsonl"_s), m_wanted(file + u".wanted"_s)
    {
        m_file.open(QIODevice::WriteOnly | QIODevice::Append);
        callOnTimeout(this, [this] { look(); });
        start(kLook);
    }

private:
    void look()
    {
        QJsonArray texts;
        for (const QQuickWindow* window : windowsShown())
            addTexts(*window->contentItem(), {}, texts);
        if (texts != m_texts) {
            m_texts = texts;
            const QJsonObject line{{u"at"_s, QDateTime::currentMSecsSinceEpoch()}, {u"texts"_s, texts}};
            m_file.write(QJsonDocument(line).toJson(QJsonDocument::Compact) + '\n');
            m_file.flush();
        }
        if (QFile wanted(m_wanted); wanted.open(QIODevice::ReadOnly))
            takePicture(QString::fromUtf8(wanted.readAll()));
    }
    /// For the file that the request names; the request goes when the picture is there.
    void takePicture(const QString& path)
    {
        for (QQuickWindow* window : windowsShown())
            window->grabWindow().save(path);
        QFile::remove(m_wanted);
    }

    QFile m_file;
    QString m_wanted;
    QJsonArray m_texts;
};

void beginProbe()
{
    const QString file = qEnvironmentVariable("STARQUEUE_FACE_PROBE");
    if (!file.isEmpty())
        new Probe(file); // for as long as the program
}

} // namespace

Q_COREAPP_STARTUP_FUNCTION(beginProbe)
