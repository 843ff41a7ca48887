#pragma once

#include <gallery/source_qml.h>
#include <gallery/steps.h>

#include <QQmlApplicationEngine>
#include <QQuickWindow>

namespace starqueue::gallery {

/// A face's window on one scene.
///
/// The model, its hall and its clock stay while the window may be made anew. One at a time in a process,
/// because theme and language are the process's own. Lives on the GUI thread.
class Stage
{
public:
    enum class Qml { Compiled, Source };
    struct Setup
    {
        QString language; ///< "zh" or "en"
        QSize size;       ///< empty: the face's own
        Qml qml = Qml::Compiled;
        bool still = true; ///< nothing moves and no cursor blinks, as a picture needs it
    };

    /// `kind` outlives the stage.
    Stage(const FaceKind& kind, Scene scene, Setup setup);
    ~Stage();

    /// Makes the window; when there is one, makes another in its place. False when the QML doesn't load:
    /// warnings() say why, and what was shown stays.
    bool show();
    /// Takes the face to where the scene stands.
    [[nodiscard]] tl::expected<void, QString> play();
    /// The window as it looks when all is laid out.
    [[nodiscard]] QImage picture();

    [[nodiscard]] QQuickWindow* window() const;
    [[nodiscard]] QObject& model() { return m_face->model(); }
    /// Of the QML engine, since show().
    [[nodiscard]] const QStringList& warnings() const { return m_warnings; }

private:
    std::unique_ptr<QQmlApplicationEngine> makeEngine();
    void place(QQuickWindow& window, const QQuickWindow* before) const;

    const FaceKind& m_kind;
    Scene m_scene;
    Setup m_setup;
    SceneClock m_clock;
    SceneHall m_hall;
    SourceQml m_source;
    std::unique_ptr<Face> m_face;
    std::unique_ptr<QQmlApplicationEngine> m_engine;
    QStringList m_warnings;
};

} // namespace starqueue::gallery
