#include <gallery/scene.h>

#include <QDirIterator>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QMap>

using namespace Qt::StringLiterals;

namespace starqueue::gallery {

namespace {

/// The scenes of a face by name, with their files; folders below the face's only group them.
QMap<QString, QString> filesOf(const QString& face)
{
    QMap<QString, QString> files;
    QDirIterator each(STARQUEUE_SOURCE_DIR "/tests/gallery/scenes/" + face, {u"*.json"_s}, QDir::Files,
                      QDirIterator::Subdirectories);
    while (each.hasNext()) {
        each.next();
        files.insert(each.fileInfo().completeBaseName(), each.filePath());
    }
    return files;
}

tl::expected<QJsonObject, QString> readObject(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return tl::unexpected(path + u": "_s + file.errorString());
    QJsonParseError error;
    const auto document = QJsonDocument::fromJson(file.readAll(), &error);
    if (!document.isObject())
        return tl::unexpected(
            u"%1: no JSON object: %2 at byte %3"_s.arg(path, error.errorString()).arg(error.offset));
    return document.object();
}

constexpr int kRefused = 400;

/// A refusal takes the place of the answer below: it has nothing of a board.
QJsonObject sceneOver(const QJsonObject& below, const QJsonObject& scene)
{
    QJsonObject merged = mergePatch(below, scene);
    QJsonObject answers = merged["answers"_L1].toObject();
    const QJsonObject own = scene["answers"_L1].toObject();
    for (auto answer = own.begin(); answer != own.end(); ++answer)
        if (answer->toObject()["status"_L1].toInt() >= kRefused)
            answers[answer.key()] = *answer;
    merged["answers"_L1] = answers;
    return merged;
}

tl::expected<QJsonObject, QString> readMerged(const QString& face, const QString& name)
{
    const QString path = filesOf(face).value(name);
    if (path.isEmpty())
        return tl::unexpected(
            u"%1 has no scene \"%2\"; there are: %3"_s.arg(face, name, sceneNames(face).join(u", "_s)));
    auto scene = readObject(path);
    if (!scene || !scene->contains("like"))
        return scene;
    const QString base = scene->take("like").toString();
    const auto below = readMerged(face, base);
    return below ? sceneOver(*below, *scene) : below;
}

/// A picture taken before the scene stands would show something else each time.
bool endsWithUntil(const QJsonArray& steps)
{
    return !steps.isEmpty() && steps.last().toObject().contains("until");
}

} // namespace

QJsonObject mergePatch(QJsonObject target, const QJsonObject& patch)
{
    for (auto field = patch.begin(); field != patch.end(); ++field) {
        if (field->isNull())
            target.remove(field.key());
        else if (field->isObject())
            target[field.key()] = mergePatch(target[field.key()].toObject(), field->toObject());
        else
            target[field.key()] = *field;
    }
    return target;
}

QStringList sceneNames(const QString& face)
{
    return filesOf(face).keys();
}

tl::expected<Scene, QString> readScene(const QString& face, const QString& name)
{
    const auto json = readMerged(face, name);
    if (!json)
        return tl::unexpected(json.error());
    Scene scene{.name = name,
                .about = json->value("about").toString(),
                .clock = QDateTime::fromString(json->value("clock").toString(), Qt::ISODate),
                .answers = json->value("answers").toObject(),
                .steps = json->value("steps").toArray(),
                .elides = json->value("elides").toVariant().toStringList()};
    if (!scene.clock.isValid())
        return tl::unexpected(
            u"%1/%2: \"clock\" is no instant; write 2026-11-22T10:24:00+08:00"_s.arg(face, name));
    if (!endsWithUntil(scene.steps))
        return tl::unexpected(u"%1/%2: the last of \"steps\" must be an \"until\""_s.arg(face, name));
    return scene;
}

} // namespace starqueue::gallery
