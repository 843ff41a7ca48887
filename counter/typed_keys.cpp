#include <counter/typed_keys.h>

#include <QGuiApplication>

namespace starqueue::counter {

namespace {

bool isPrinted(const QKeyEvent& press)
{
    return press.key() != Qt::Key_Space && !press.text().isEmpty() && press.text().front().isPrint() &&
           !press.modifiers().testFlag(Qt::ControlModifier) && !press.modifiers().testFlag(Qt::AltModifier);
}

} // namespace

bool isInField()
{
    const QObject* const focus = QGuiApplication::focusObject();
    return focus && focus->property("cursorPosition").isValid();
}

TypedKeys::TypedKeys(QObject* parent) : QObject(parent)
{
    qGuiApp->installEventFilter(this);
}

bool TypedKeys::eventFilter(QObject* watched, QEvent* event)
{
    const bool isPress = event->type() == QEvent::KeyPress;
    if (!m_viewModel || !watched->isWindowType() || (!isPress && event->type() != QEvent::ShortcutOverride))
        return false;
    if (m_viewModel->prompt()->isOpen() || isInField())
        return false;
    const auto& press = *static_cast<QKeyEvent*>(event);
    const bool isTyped = isPrinted(press);
    if (!isTyped && !belongsToScan(press))
        return false;
    if (isTyped && isPress)
        m_viewModel->typeKey(press.text());
    event->accept(); // an override: no shortcut takes it
    return true;
}

bool TypedKeys::belongsToScan(const QKeyEvent& press) const
{
    const bool mayEnd = press.key() == Qt::Key_Return || press.key() == Qt::Key_Enter ||
                        press.key() == Qt::Key_Tab || press.key() == Qt::Key_Space;
    return mayEnd && m_viewModel->isScanning();
}

} // namespace starqueue::counter
