#include <gallery/stage.h>

#include <QCommandLineParser>
#include <QFileInfo>
#include <QFileSystemWatcher>
#include <QGuiApplication>
#include <QImage>
#include <QTimer>

#include <cstdio>

// Shows a face on a scene, without a hall; QML comes from the source tree and is read again when it changes.

using namespace starqueue::gallery;
using namespace Qt::StringLiterals;

namespace {

constexpr int kWrongUse = 2;
constexpr std::chrono::milliseconds kSaved{100}; ///< an editor writes a file in several steps

int complain(int status, const QString& why)
{
    std::fprintf(stderr, "starqueue-gallery: %s\n", qPrintable(why));
    return status;
}

void addOptions(QCommandLineParser& parser)
{
    parser.setApplicationDescription(u"Shows a face of StarQueue on a scene, without a hall."_s);
    parser.addPositionalArgument(u"face"_s, u"kiosk, display or counter"_s);
    parser.addOptions({{"scene", "Which scene; see --list.", "NAME"},
                       {"language", "zh or en.", "CODE", "zh"},
                       {"size", "Size of the window, such as 1080x1920.", "WxH"},
                       {"screenshot", "Write the picture to a PNG file and end.", "FILE"},
                       {"list", "List the scenes and end."}});
    parser.addHelpOption();
}

int listScenes(const QString& face)
{
    for (const QString& name : sceneNames(face)) {
        const auto scene = readScene(face, name);
        if (!scene)
            return complain(1, scene.error());
        std::printf("%-20s %s\n", qPrintable(name), qPrintable(scene->about));
    }
    return 0;
}

/// An invalid size when the option isn't one; an empty one when it isn't given.
QSize sizeOf(const QString& text)
{
    const QStringList sides = text.split(u'x');
    return text.isEmpty() ? QSize(0, 0)
           : sides.size() == 2 && sides[0].toInt() > 0 && sides[1].toInt() > 0
               ? QSize(sides[0].toInt(), sides[1].toInt())
               : QSize();
}

int takePicture(Stage& stage, const QString& file)
{
    if (!stage.picture().save(file, "PNG"))
        return complain(1, u"the picture can't be written to "_s + file);
    return 0;
}

/// Shows the window anew whenever a QML file is saved.
void followSources(Stage& stage, QFileSystemWatcher& watcher, QTimer& saved)
{
    const auto watch = [&watcher] {
        // An editor that replaces a file ends the watch on it, not that on its folder.
        for (const QString& file : SourceQml().files())
            watcher.addPaths({file, QFileInfo(file).path()});
    };
    watch();
    saved.setSingleShot(true);
    saved.setInterval(kSaved);
    const auto changed = [&saved] { saved.start(); };
    QObject::connect(&watcher, &QFileSystemWatcher::fileChanged, &saved, changed);
    QObject::connect(&watcher, &QFileSystemWatcher::directoryChanged, &saved, changed);
    QObject::connect(&saved, &QTimer::timeout, &saved, [&stage, watch] {
        watch();
        std::fputs(stage.show() ? "shown anew\n" : "the QML doesn't load; the old window stays\n", stderr);
    });
}

int show(const QCommandLineParser& parser, const FaceKind& kind, const Scene& scene)
{
    const bool still = parser.isSet("screenshot");
    Stage stage(kind, scene,
                {parser.value("language"), sizeOf(parser.value("size")), Stage::Qml::Source, still});
    if (!stage.show())
        return complain(1, u"the QML doesn't load: "_s + stage.warnings().join(u'\n'));
    if (const auto played = stage.play(); !played)
        return complain(1, u"the scene doesn't come about: "_s + played.error());
    if (still)
        return takePicture(stage, parser.value("screenshot"));
    QFileSystemWatcher watcher;
    QTimer saved;
    followSources(stage, watcher, saved);
    return QGuiApplication::exec();
}

/// Without a window a picture needs no display.
void drawInMemory(int argc, char** argv)
{
    for (int i = 1; i < argc; ++i) {
        const QByteArrayView argument(argv[i]);
        if (!argument.startsWith("--screenshot") && argument != "--list" && argument != "--help")
            continue;
        if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
            qputenv("QT_QPA_PLATFORM", "offscreen");
        if (!qEnvironmentVariableIsSet("QT_QUICK_BACKEND"))
            qputenv("QT_QUICK_BACKEND", "software");
    }
}

} // namespace

int main(int argc, char** argv)
{
    drawInMemory(argc, argv);
    qputenv("QML_DISABLE_DISK_CACHE", "1"); // what is shown is what lies in the source tree
    QGuiApplication application(argc, argv);
    QCommandLineParser parser;
    addOptions(parser);
    parser.process(application);
    const QString face = parser.positionalArguments().value(0);
    const FaceKind* kind = faceKind(face);
    if (!kind || parser.positionalArguments().size() > 1)
        return complain(kWrongUse, u"name one face: kiosk, display or counter; see --help"_s);
    if (parser.isSet("list"))
        return listScenes(face);
    if (!QStringList{"zh", "en"}.contains(parser.value("language")))
        return complain(kWrongUse, u"--language is zh or en"_s);
    if (!sizeOf(parser.value("size")).isValid())
        return complain(kWrongUse, u"--size looks like 1080x1920"_s);
    const auto scene = readScene(face, parser.value("scene"));
    return scene ? show(parser, *kind, *scene) : complain(kWrongUse, scene.error());
}
