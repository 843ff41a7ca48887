#pragma once

#include <firmware-bridge/escpos/command_reader.h>

#include <QByteArray>
#include <QString>

namespace starqueue::bridge {

/// Shows what a printer is sent without what its tickets say: "1B 40 [text 12] 0A [QR 43]".
///
/// Commands are shown as they are; text, what codes and pictures hold, and whatever isn't known is counted.
/// Bytes may be split anywhere: a command is shown when it is complete. Pure.
class SentMask
{
public:
    [[nodiscard]] QString shown(const QByteArray& bytes);
    /// After the line was lost.
    void clear() { m_reader.clear(); }

private:
    escpos::CommandReader m_reader;
};

/// Shows what a printer answers.
///
/// An adapter may echo what it is sent: of more than eight characters at a stretch the rest is counted.
class ReceivedMask
{
public:
    [[nodiscard]] QString shown(const QByteArray& bytes);
    /// Something was sent: what comes now may answer it.
    void asked() { m_stretch = 0; }

private:
    int m_stretch = 0;
};

} // namespace starqueue::bridge
