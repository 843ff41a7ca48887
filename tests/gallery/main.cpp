#include <gallery/stage.h>

#include <client/command_line.h>
#include <client/display_needed.h>
#include <formats/nearest_name.h>

#include <QFileInfo>
#include <QFileSystemWatcher>
#include <QGuiApplication>
#include <QImage>
#include <QTimer>

#include <cstdio>
#include <memory>
#include <utility>

// Shows a face on a scene, without a hall; QML comes from the source tree and is read again when it changes.

using namespace starqueue::gallery;
using starqueue::client::CommandLine;
using namespace Qt::StringLiterals;

namespace {

const QString kProgram = u"starqueue-gallery"_s;
constexpr std::chrono::milliseconds kSaved{100}; ///< an editor writes a file in several steps

int complain(int status, const QString& why)
{
    std::fprintf(stderr, "%s: %s\n", qPrintable(kProgram), qPrintable(why));
    return status;
}

void addOptions(CommandLine& line)
{
    line.addArgument(u"face"_s, u"kiosk, display or counter"_s);
    line.addOptions({{"scene", "Which scene; see --list.", "NAME"},
                     {"language", "zh or en.", "CODE", "zh"},
                     {"size", "Size of the window, such as 1080x1920.", "WxH"},
                     {"screenshot", "Write the picture to a PNG file and end.", "FILE"},
                     {"list", "List the scenes, of all faces or of one, and end."}});
}

/// Of all faces where `kind` is null.
int listScenes(const FaceKind* kind)
{
    for (const FaceKind& one : faceKinds()) {
        if (kind && kind->name != one.name)
            continue;
        for (const QString& name : sceneNames(one.name)) {
            const auto scene = readScene(one.name, name);
            if (!scene)
                return complain(1, scene.error());
            std::printf("%-8s %-20s %s\n", qPrintable(one.name), qPrintable(name), qPrintable(scene->about));
        }
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
void drawInMemory()
{
    for (const auto& [variable, value] :
         {std::pair{"QT_QPA_PLATFORM", "offscreen"}, std::pair{"QT_QUICK_BACKEND", "software"}}) {
        if (!qEnvironmentVariableIsSet(variable))
            qputenv(variable, value);
    }
}

QString unknownFace(const QString& face)
{
    if (face.isEmpty())
        return u"name a face: kiosk, display or counter; see --help"_s;
    const auto nearest = starqueue::formats::nearestName(face.toStdString(), {"kiosk", "display", "counter"});
    return u"there is no face \"%1\"; the nearest is \"%2\""_s.arg(face, QString::fromStdString(nearest));
}

/// What is wrong with the options, in a sentence; empty when nothing is.
QString wrongOption(const QCommandLineParser& parser, const FaceKind& kind)
{
    if (!QStringList{"zh", "en"}.contains(parser.value("language")))
        return u"--language \"%1\" isn't spoken here; zh and en are"_s.arg(parser.value("language"));
    if (!sizeOf(parser.value("size")).isValid())
        return u"--size \"%1\" is no size; it should look like 1080x1920"_s.arg(parser.value("size"));
    if (!parser.isSet("scene"))
        return u"--scene is missing; %1 has: %2"_s.arg(kind.name, sceneNames(kind.name).join(u", "_s));
    return {};
}

std::unique_ptr<QGuiApplication> makeApplication(int& argc, char** argv)
{
    const starqueue::client::DisplayNeeded needed(kProgram, u"--screenshot FILE"_s);
    return std::make_unique<QGuiApplication>(argc, argv);
}

} // namespace

int main(int argc, char** argv)
{
    CommandLine line(kProgram, u"Shows a face of StarQueue on a scene, without a hall."_s, argc, argv);
    addOptions(line);
    if (const auto status = line.parse())
        return *status;
    const QCommandLineParser& parser = line.parser();
    const QString face = parser.positionalArguments().value(0);
    const FaceKind* kind = faceKind(face);
    if (parser.isSet("list") && (kind || face.isEmpty()))
        return listScenes(kind);
    if (!kind)
        return line.wrongUse(unknownFace(face));
    if (const QString wrong = wrongOption(parser, *kind); !wrong.isEmpty())
        return line.wrongUse(wrong);
    const auto scene = readScene(face, parser.value("scene"));
    if (!scene)
        return line.wrongUse(scene.error());
    if (parser.isSet("screenshot"))
        drawInMemory();
    qputenv("QML_DISABLE_DISK_CACHE", "1"); // what is shown is what lies in the source tree
    const auto application = makeApplication(argc, argv);
    return show(parser, *kind, *scene);
}
