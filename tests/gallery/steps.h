#pragma once

#include <gallery/face.h>
#include <gallery/scene.h>
#include <gallery/scene_hall.h>

#include <QJsonArray>

namespace starqueue::gallery {

/// The hands of a scene's clock, which only a scene turns.
struct SceneClock
{
    QDateTime wall;
    std::chrono::milliseconds steady{1'000'000};

    /// This outlives the clock that it gives.
    [[nodiscard]] client::FaceClock clock();
    void pass(std::chrono::milliseconds time);
};

/// Takes a face through the steps of its scene, by calls of its model that QML may make too, by the hall's
/// answers and events, and by the clock; `stepped` after each. The error names the step and what stood in
/// place of what was to be.
[[nodiscard]] tl::expected<void, QString> playSteps(const QJsonArray& steps, Face& face, SceneHall& hall,
                                                    SceneClock& clock, const std::function<void()>& stepped);

/// What stands at a dotted path of properties, such as "visit.page"; an enumerator by its name, "rows" of a
/// list as their count.
[[nodiscard]] QVariant valueAt(QObject& root, const QString& path);

/// Runs the event loop until `condition` holds; false after ten seconds.
[[nodiscard]] bool eventually(const std::function<bool()>& condition);

} // namespace starqueue::gallery
