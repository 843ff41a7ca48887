#include <counter/held_keys.h>

#include <counter/typed_keys.h>

#include <QGuiApplication>

#include <algorithm>
#include <array>

namespace starqueue::counter {

namespace {

/// They lead somewhere and do nothing.
constexpr std::array kMoving{Qt::Key_Left, Qt::Key_Right,  Qt::Key_Up,       Qt::Key_Down, Qt::Key_Home,
                             Qt::Key_End,  Qt::Key_PageUp, Qt::Key_PageDown, Qt::Key_Tab,  Qt::Key_Backtab};

bool takesSpaces()
{
    return isInField() && QGuiApplication::focusObject()->property("takesSpaces").toBool();
}

/// A scanner types the same character twice at once; a space is one only in a field, and there a key that is
/// held takes away one character after the other.
bool isTyped(const QKeyEvent& press)
{
    const auto key = static_cast<Qt::Key>(press.key());
    if (key == Qt::Key_Space)
        return takesSpaces();
    if (key == Qt::Key_Backspace || key == Qt::Key_Delete)
        return isInField();
    return std::ranges::find(kMoving, key) != kMoving.end() ||
           (!press.text().isEmpty() && press.text().front().isPrint());
}

} // namespace

HeldKeys::HeldKeys(QObject* parent) : QObject(parent)
{
    qGuiApp->installEventFilter(this);
}

bool HeldKeys::eventFilter(QObject* /*watched*/, QEvent* event)
{
    if (!m_viewModel)
        return false;
    if (event->type() == QEvent::ApplicationStateChange)
        m_latch.releaseAll(now());
    if (event->type() == QEvent::KeyRelease) {
        m_last = {};
        m_latch.release(static_cast<QKeyEvent*>(event)->key(), now());
    }
    if (event->type() != QEvent::ShortcutOverride && event->type() != QEvent::KeyPress)
        return false;
    const auto& press = *static_cast<QKeyEvent*>(event);
    if (mayAct(press) || isTyped(press))
        return false;
    event->accept(); // an override: no shortcut takes it
    return true;
}

bool HeldKeys::mayAct(const QKeyEvent& press)
{
    if (m_last.key != press.key() || m_last.timestamp != press.timestamp())
        m_last = {press.key(), press.timestamp(), m_latch.press(press.key(), now())};
    return m_last.mayAct;
}

} // namespace starqueue::counter
