#pragma once

#include <QDateTime>
#include <QJsonArray>
#include <QJsonObject>
#include <QStringList>

#include <tl/expected.hpp>

namespace starqueue::gallery {

/// One situation that a face can be in, as kept in a file below scenes/FACE; docs/gallery.md has the format.
struct Scene
{
    QString name;
    QString about;       ///< one line for --list
    QDateTime clock;     ///< what the face's clock shows
    QJsonObject answers; ///< "GET /board": {"status": 200, "body": {…}}
    QJsonArray steps;    ///< what leads there; the last one says what holds then
    QStringList elides;  ///< objectNames of texts that may end in "…" here
};

/// The names of a face's scenes, sorted.
[[nodiscard]] QStringList sceneNames(const QString& face);

/// Reads a scene and those that it is `like` (RFC 7396 merge patches). The error names the file and what is
/// wrong in it.
[[nodiscard]] tl::expected<Scene, QString> readScene(const QString& face, const QString& name);

/// `target` with `patch` applied as RFC 7396 says: objects merge, null removes, all else replaces.
[[nodiscard]] QJsonObject mergePatch(QJsonObject target, const QJsonObject& patch);

} // namespace starqueue::gallery
