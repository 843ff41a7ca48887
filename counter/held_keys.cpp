#include <counter/held_keys.h>

#include <QGuiApplication>

namespace starqueue::counter {

namespace {

/// A scanner types the same character twice at once; a space is one only in a field.
bool isTyped(const QKeyEvent& press)
{
    if (press.text().isEmpty() || !press.text().front().isPrint())
        return false;
    const QObject* const focus = QGuiApplication::focusObject();
    return press.key() != Qt::Key_Space || (focus && focus->property("cursorPosition").isValid());
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
