#pragma once

#include <client/face/face_clock.h>
#include <client/face/scan_reader.h>

#include <QObject>
#include <QPointer>
#include <QQuickWindow>
#include <QSet>
#include <QTimer>

#include <memory>

class QKeyEvent;

namespace starqueue::ui {

/// Keeps a code reader's keys from a window's controls: each key is held until it is known whether others
/// follow it as quickly as a reader types. A burst is a code, and none of its keys reaches anything; a key
/// alone is passed on to what has the focus then, but to no Shortcut. Lives on the GUI thread.
class ScanFilter : public QObject
{
    Q_OBJECT

public:
    explicit ScanFilter(client::ScanReader reader = client::ScanReader(),
                        client::FaceClock clock = client::FaceClock::machine(), QObject* parent = nullptr);

    /// Begins to stand before `window`, and before the filters that were there.
    void guard(QQuickWindow& window);
    /// Acts on the time that has passed; a timer calls it.
    void settle();

    bool eventFilter(QObject* watched, QEvent* event) override;

signals:
    void scanned(const starqueue::client::ScannedCode& code);

private:
    void press(const QKeyEvent& key);
    void passOn();
    [[nodiscard]] std::chrono::milliseconds typedAt(const QKeyEvent& key) const;
    void tell();

    client::ScanReader m_reader;
    client::FaceClock m_clock;
    std::chrono::milliseconds m_ahead{0}; ///< of m_clock, that by which keys are dated
    QPointer<QQuickWindow> m_window;
    QTimer m_timer;
    std::unique_ptr<QEvent> m_held; ///< the first key of a burst
    QSet<int> m_down;               ///< keys whose presses were kept, and which are still down
    bool m_isPassing = false;
};

} // namespace starqueue::ui
