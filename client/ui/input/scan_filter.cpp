#include <client/ui/input/scan_filter.h>

#include <QGuiApplication>
#include <QKeyEvent>
#include <QScopedValueRollback>

namespace starqueue::ui {

using namespace Qt::StringLiterals;

namespace {

using Key = client::ScanReader::Key;

Key keyOf(const QKeyEvent& key)
{
    switch (key.key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        return Key::Enter;
    case Qt::Key_Tab:
    case Qt::Key_Backtab:
        return Key::Tab;
    default:
        if (key.text() == "\n"_L1 || key.text() == "\r"_L1) // of a reader that sends a line feed
            return Key::Enter;
        return key.text().isEmpty() ? Key::Other : Key::Character;
    }
}

/// A reader presses Shift for a capital; alone it does nothing.
bool isModifier(const QKeyEvent& key)
{
    switch (key.key()) {
    case Qt::Key_Shift:
    case Qt::Key_Control:
    case Qt::Key_Alt:
    case Qt::Key_AltGr:
    case Qt::Key_Meta:
    case Qt::Key_CapsLock:
        return true;
    default:
        return false;
    }
}

} // namespace

ScanFilter::ScanFilter(client::ScanReader reader, client::FaceClock clock, QObject* parent)
    : QObject(parent), m_reader(std::move(reader)), m_clock(std::move(clock))
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(m_reader.gap() + std::chrono::milliseconds(1));
    connect(&m_timer, &QTimer::timeout, this, &ScanFilter::settle);
}

void ScanFilter::guard(QQuickWindow& window)
{
    m_window = &window;
    QGuiApplication::instance()->installEventFilter(this);
}

bool ScanFilter::eventFilter(QObject* watched, QEvent* event)
{
    const QEvent::Type type = event->type();
    if (m_isPassing ||
        (type != QEvent::ShortcutOverride && type != QEvent::KeyPress && type != QEvent::KeyRelease))
        return false;
    const auto& key = static_cast<const QKeyEvent&>(*event);
    if (isModifier(key))
        return false;
    if (type == QEvent::ShortcutOverride) {
        event->accept(); // it may be of a code
        return true;
    }
    if (watched != m_window)
        return false;
    if (type == QEvent::KeyRelease)
        return key.isAutoRepeat() ? m_down.contains(key.key()) : m_down.remove(key.key());
    if (key.isAutoRepeat())
        return m_down.contains(key.key());
    press(key);
    return true;
}

void ScanFilter::press(const QKeyEvent& key)
{
    m_ahead = typedAt(key) - m_clock.steady();
    settle();
    m_down.insert(key.key());
    if (!m_held)
        m_held.reset(key.clone());
    if (m_reader.press(keyOf(key), key.text(), typedAt(key)))
        tell();
    m_timer.start();
}

// When it was typed, not when a busy face came to it: a code would fall apart into keys.
std::chrono::milliseconds ScanFilter::typedAt(const QKeyEvent& key) const
{
    return key.timestamp() != 0 ? std::chrono::milliseconds(key.timestamp()) : m_clock.steady();
}

void ScanFilter::settle()
{
    switch (m_reader.settle(m_clock.steady() + m_ahead)) {
    case client::ScanReader::Burst::Single:
        return passOn();
    case client::ScanReader::Burst::Done:
        return tell();
    case client::ScanReader::Burst::None:
        return m_held.reset();
    case client::ScanReader::Burst::Open:
        return;
    }
}

void ScanFilter::passOn()
{
    const std::unique_ptr<QEvent> press = std::move(m_held);
    if (!m_window || !press)
        return;
    const QScopedValueRollback passing(m_isPassing, true);
    const auto& key = static_cast<const QKeyEvent&>(*press);
    QCoreApplication::sendEvent(m_window, press.get());
    if (m_down.remove(key.key()))
        return; // its release comes
    QKeyEvent release(QEvent::KeyRelease, key.key(), key.modifiers(), key.text());
    QCoreApplication::sendEvent(m_window, &release);
}

void ScanFilter::tell()
{
    m_held.reset();
    if (const auto code = m_reader.take())
        emit scanned(*code);
}

} // namespace starqueue::ui
