#pragma once

#include <client/face/face_clock.h>
#include <client/hall_client.h>
#include <client/ui/theme.h>

#include <QObject>
#include <QSize>
#include <QUrl>

#include <functional>
#include <memory>

namespace starqueue::gallery {

/// A face without its window: the real model on the real client.
class Face
{
public:
    virtual ~Face() = default;
    /// What the pages bind to.
    [[nodiscard]] virtual QObject& model() = 0;
    /// Begins to follow the hall.
    virtual void start() = 0;
    /// Time has passed on the scene's clock.
    virtual void tick() = 0;
};

struct FaceSetup
{
    client::HallAddress address;
    QString language;
    client::FaceClock clock;
};

/// What tells kiosk, display and counter apart.
struct FaceKind
{
    QString name; ///< "kiosk"
    ui::Theme::Kind theme;
    QSize size;       ///< of the window, unless --size says otherwise
    QSize least;      ///< what else it must stand in; empty: nothing
    QUrl page;        ///< the root, a Window
    QString property; ///< of the root, for the model
    QString translations;
    std::function<std::unique_ptr<Face>(const FaceSetup&)> make;
};

/// The kind called `name`; null when there is none.
[[nodiscard]] const FaceKind* faceKind(const QString& name);
[[nodiscard]] const QList<FaceKind>& faceKinds();

} // namespace starqueue::gallery
