#pragma once

#include <firmware-bridge/claim/port_trouble.h>
#include <firmware-bridge/serial/reopen_backoff.h>

#include <QObject>
#include <QTimer>

#include <optional>

namespace starqueue::bridge {

/// When a wire tries to open its port again, and what it tells of why it can't: each trouble once, and of a
/// port that was open before that it is unplugged. One thread.
class PortRetry : public QObject
{
    Q_OBJECT

public:
    explicit PortRetry(QObject* parent);

    /// As soon as the caller has returned.
    void now() { m_timer.start(0); }
    /// It was open and is lost.
    void later() { m_timer.start(m_backoff.next()); }
    /// It can't be opened.
    void refuse(claim::PortTrouble trouble);
    void opened();
    /// It tries again by itself.
    [[nodiscard]] bool waits() const { return m_timer.isActive(); }
    /// The device answers: retry soon after the next loss.
    void answered() { m_backoff.reset(); }

signals:
    void due();
    void refused(const starqueue::claim::PortTrouble& trouble);

private:
    QTimer m_timer;
    ReopenBackoff m_backoff;
    std::optional<claim::PortTrouble> m_told;
    bool m_wasOpen = false;
};

} // namespace starqueue::bridge
