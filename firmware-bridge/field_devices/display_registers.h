#pragma once

#include <QList>
#include <QMetaType>
#include <QString>

#include <optional>

namespace starqueue::bridge {

/// What a call-number display is to show.
struct DisplayContent
{
    enum class Mode { Blank = 0, Idle = 1, Calling = 2, Serving = 3, Paused = 4 };

    Mode mode = Mode::Blank;
    QString number;  ///< ASCII, at most 8 characters
    int counter = 0; ///< the counter's number, 0 none
    bool recall = false;
    int blinkSeconds = 0;
    int brightness = 80; ///< percent
    QString text;        ///< at most 10 bytes of GB18030; what doesn't fit is left out whole

    bool operator==(const DisplayContent&) const = default;
};

/// Whether a display shows the whole of this text.
[[nodiscard]] bool fitsDisplayText(const QString& text);

/// What a display says about itself (input registers 0 to 7).
struct DisplayReport
{
    int version = 0;
    quint32 uid = 0;
    int bootCount = 0;
    int shownSeq = 0; ///< call seq of what it shows; 0: nothing valid, it shows "--"
    bool linkTimedOut = false;
    bool segmentFault = false;
    int linkTimeouts = 0;

    bool operator==(const DisplayReport&) const = default;
};

/// The display's register map, in both directions, so that the simulated display uses the same; tests compare
/// it with literal values.
inline constexpr int kDisplayHoldingCount = 16;
inline constexpr int kDisplayInputCount = 8;
inline constexpr quint16 kDisplayMagic = 0x4344;

[[nodiscard]] QList<quint16> encodeDisplayContent(const DisplayContent& content, int seq);
/// Empty when the block is short or its first and last seq differ: half-written content counts for nothing.
struct SequencedContent
{
    int seq = 0;
    DisplayContent content;
};
[[nodiscard]] std::optional<SequencedContent> decodeDisplayContent(const QList<quint16>& holding);

[[nodiscard]] QList<quint16> encodeDisplayReport(const DisplayReport& report);
/// Empty when the block is short or the magic is another device's.
[[nodiscard]] std::optional<DisplayReport> decodeDisplayReport(const QList<quint16>& input);

} // namespace starqueue::bridge

Q_DECLARE_METATYPE(starqueue::bridge::DisplayContent)
