#pragma once

#include <QByteArray>

namespace starqueue::bridge {

/// Whether a QR code can hold `text`: printable ASCII, at most 240 bytes. An interrupted command takes what
/// comes next for its data; 256 zeros complete it.
[[nodiscard]] bool isQrText(const QByteArray& text);

/// GS ( k for a QR code (model 2) of level M, with modules of `moduleDots`, or of fewer where the paper of
/// `dots` would be too narrow. `eccBase` is the printer's number of level L.
[[nodiscard]] QByteArray qrCommands(const QByteArray& text, int moduleDots, int dots, int eccBase);

} // namespace starqueue::bridge
