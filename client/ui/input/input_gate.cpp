#include <client/ui/input/input_gate.h>

#include <QFocusEvent>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QQuickItem>
#include <QScopedValueRollback>
#include <QTouchEvent>

#include <algorithm>

namespace starqueue::ui {

InputGate::InputGate(client::FaceClock clock, QObject* parent) : QObject(parent), m_clock(std::move(clock)) {}

void InputGate::guard(QQuickWindow& window)
{
    m_window = &window;
    // Before the window, and before whatever has the focus in it: a shortcut is asked for there.
    QGuiApplication::instance()->installEventFilter(this);
    moved();
}

bool InputGate::isOpen() const
{
    return m_clock.steady() - m_moved >= kStill && m_touch != Press::Swallowed &&
           m_mouse != Press::Swallowed && std::ranges::find(m_keys, Press::Swallowed) == m_keys.end();
}

void InputGate::moved()
{
    m_moved = m_clock.steady();
    // Not at once: the press that moves a page may be on its way to its receiver.
    if (m_touch == Press::Passed)
        QMetaObject::invokeMethod(this, &InputGate::cancelTouch, Qt::QueuedConnection);
    if (m_mouse == Press::Passed)
        QMetaObject::invokeMethod(this, &InputGate::cancelMouse, Qt::QueuedConnection);
    if (std::ranges::find(m_keys, Press::Passed) != m_keys.end())
        QMetaObject::invokeMethod(this, &InputGate::cancelKeys, Qt::QueuedConnection);
    for (auto* const press : {&m_touch, &m_mouse})
        if (*press)
            *press = Press::Swallowed;
    std::ranges::fill(m_keys, Press::Swallowed);
}

bool InputGate::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::ShortcutOverride && wouldSwallow(static_cast<QKeyEvent&>(*event))) {
        event->accept(); // or the shortcut is taken
        return true;
    }
    if (watched != m_window)
        return false;
    switch (event->type()) {
    case QEvent::TouchBegin:
    case QEvent::TouchUpdate:
    case QEvent::TouchEnd:
        return swallowsTouch(static_cast<QTouchEvent&>(*event));
    case QEvent::TouchCancel:
        if (!m_cancelling)
            m_touch.reset();
        return false;
    case QEvent::MouseButtonPress:
    case QEvent::MouseButtonDblClick:
    case QEvent::MouseMove:
    case QEvent::MouseButtonRelease:
        return swallowsMouse(static_cast<QMouseEvent&>(*event));
    case QEvent::KeyPress:
    case QEvent::KeyRelease:
        return swallowsKey(static_cast<QKeyEvent&>(*event));
    case QEvent::Wheel:
        return !isOpen();
    case QEvent::FocusOut:
        m_keys.clear(); // nobody tells us when they are let go
        return false;
    case QEvent::Resize:
        moved();
        return false;
    default:
        return false;
    }
}

bool InputGate::swallowsTouch(QTouchEvent& touch)
{
    m_touched = touch.pointingDevice();
    if (!m_touch)
        m_touch = begun();
    if (touch.pointCount() > 1 && m_touch == Press::Passed) {
        m_touch = Press::Swallowed;
        cancelTouch();
    }
    const bool swallows = m_touch == Press::Swallowed;
    // Before it is delivered: what it does may move the page, and the finger is up by then.
    if (touch.isEndEvent())
        m_touch.reset();
    if (swallows)
        touch.accept(); // or a mouse is made of it
    return swallows;
}

bool InputGate::swallowsMouse(const QMouseEvent& mouse)
{
    if (!m_mouse && mouse.type() != QEvent::MouseMove)
        m_mouse = begun();
    const bool swallows = m_mouse == Press::Swallowed;
    if (mouse.buttons() == Qt::NoButton)
        m_mouse.reset();
    return swallows;
}

bool InputGate::wouldSwallow(const QKeyEvent& key) const
{
    const auto known = m_keys.constFind(key.key());
    if (key.isAutoRepeat() && known != m_keys.constEnd())
        return *known == Press::Swallowed;
    return begun() == Press::Swallowed;
}

bool InputGate::swallowsKey(const QKeyEvent& key)
{
    if (key.type() == QEvent::KeyPress) {
        const bool swallows = wouldSwallow(key);
        if (!key.isAutoRepeat())
            m_keys.insert(key.key(), swallows ? Press::Swallowed : Press::Passed);
        return swallows;
    }
    const auto known = m_keys.constFind(key.key());
    const bool swallows = known != m_keys.constEnd() && *known == Press::Swallowed;
    if (!key.isAutoRepeat())
        m_keys.remove(key.key());
    return swallows;
}

void InputGate::cancelTouch()
{
    if (!m_window || !m_touched)
        return;
    const QScopedValueRollback cancelling(m_cancelling, true);
    QTouchEvent cancel(QEvent::TouchCancel, m_touched);
    QCoreApplication::sendEvent(m_window, &cancel);
}

void InputGate::cancelMouse()
{
    if (QQuickItem* const grabber = m_window ? m_window->mouseGrabberItem() : nullptr)
        grabber->ungrabMouse();
}

// A button that Space holds down lets go when the focus leaves it, and isn't clicked.
void InputGate::cancelKeys()
{
    if (QQuickItem* const focused = m_window ? m_window->activeFocusItem() : nullptr) {
        QFocusEvent leaves(QEvent::FocusOut);
        QCoreApplication::sendEvent(focused, &leaves);
    }
}

} // namespace starqueue::ui
