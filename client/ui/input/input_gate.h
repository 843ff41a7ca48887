#pragma once

#include <client/face/face_clock.h>

#include <QHash>
#include <QObject>
#include <QPointer>
#include <QQuickWindow>

#include <chrono>
#include <optional>

class QKeyEvent;
class QMouseEvent;
class QPointingDevice;
class QTouchEvent;

namespace starqueue::ui {

/// Lets input reach a window only while its page stands still, so that nobody presses what has only just come
/// to lie under a finger.
///
/// Closed from moved() until the page has stood for kStill and whatever was down has been let go. A press
/// that begins while it is closed reaches nobody, to its end; one under way when the page moves is cancelled.
/// A second finger beside another is a palm: both are cancelled. Lives on the GUI thread.
class InputGate : public QObject
{
    Q_OBJECT

public:
    static constexpr std::chrono::milliseconds kStill{500};

    explicit InputGate(client::FaceClock clock = client::FaceClock::machine(), QObject* parent = nullptr);

    /// Begins to stand before `window`, whose first page has just come.
    void guard(QQuickWindow& window);
    /// Whether a press that began now would count.
    [[nodiscard]] bool isOpen() const;

    bool eventFilter(QObject* watched, QEvent* event) override;

public slots:
    /// Controls lie elsewhere, or mean something else, from now on.
    void moved();

private:
    enum class Press { Passed, Swallowed };

    [[nodiscard]] Press begun() const { return isOpen() ? Press::Passed : Press::Swallowed; }
    [[nodiscard]] bool swallowsTouch(QTouchEvent& touch);
    [[nodiscard]] bool swallowsMouse(const QMouseEvent& mouse);
    [[nodiscard]] bool swallowsKey(const QKeyEvent& key);
    [[nodiscard]] bool wouldSwallow(const QKeyEvent& key) const;
    void cancelTouch();
    void cancelMouse();
    void cancelKeys();

    client::FaceClock m_clock;
    QPointer<QQuickWindow> m_window;
    std::chrono::milliseconds m_moved{0}; ///< steady
    std::optional<Press> m_touch;         ///< of the fingers that are down; none: all are up
    std::optional<Press> m_mouse;
    QHash<int, Press> m_keys; ///< those that are down
    const QPointingDevice* m_touched = nullptr;
    bool m_cancelling = false;
};

} // namespace starqueue::ui
