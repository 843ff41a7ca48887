#include <gallery/scene.h>

#include <QDir>
#include <QFile>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace starqueue::gallery {

namespace {

QString folderOf(const QString& face)
{
    return QStringLiteral(STARQUEUE_SOURCE_DIR "/tests/gallery/scenes/") + face;
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

tl::expected<QJsonObject, QString> readMerged(const QString& face, const QString& name)
{
    auto scene = readObject(u"%1/%2.json"_s.arg(folderOf(face), name));
    if (!scene || !scene->contains("like"))
        return scene;
    const QString base = scene->take("like").toString();
    const auto below = readMerged(face, base);
    return below ? mergePatch(*below, *scene) : below;
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
    QStringList names = QDir(folderOf(face)).entryList({u"*.json"_s}, QDir::Files, QDir::Name);
    for (QString& name : names)
        name.chop(5);
    return names;
}

tl::expected<Scene, QString> readScene(const QString& face, const QString& name)
{
    if (!sceneNames(face).contains(name))
        return tl::unexpected(
            u"%1 has no scene \"%2\"; there are: %3"_s.arg(face, name, sceneNames(face).join(u", "_s)));
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
