#include <firmware-bridge/field_devices/display_registers.h>

#include <firmware-bridge/escpos/gb18030.h>

#include <algorithm>

namespace starqueue::bridge {

namespace {

constexpr qsizetype kNumberAt = 2;
constexpr qsizetype kNumberRegisters = 4;
constexpr qsizetype kTextAt = 10;
constexpr qsizetype kTextRegisters = 5;
constexpr quint16 kRecallFlag = 1;
constexpr quint16 kLinkTimedOutBit = 1;
constexpr quint16 kSegmentFaultBit = 2;

void putBytes(QList<quint16>& registers, qsizetype at, qsizetype count, const QByteArray& bytes, char padding)
{
    const QByteArray padded = bytes.leftJustified(count * 2, padding, true);
    for (qsizetype i = 0; i < count; ++i)
        registers[at + i] = static_cast<quint16>(static_cast<quint8>(padded.at(2 * i)) << 8 |
                                                 static_cast<quint8>(padded.at(2 * i + 1)));
}

QByteArray getBytes(const QList<quint16>& registers, qsizetype at, qsizetype count)
{
    QByteArray bytes;
    for (qsizetype i = 0; i < count; ++i) {
        bytes += static_cast<char>(registers.at(at + i) >> 8);
        bytes += static_cast<char>(registers.at(at + i) & 0xFF);
    }
    return bytes;
}

/// A master may pad with zeros.
QByteArray upToZero(const QByteArray& bytes)
{
    return bytes.left(std::find(bytes.cbegin(), bytes.cend(), '\0') - bytes.cbegin());
}

/// As many whole characters as fit into `room` bytes.
QByteArray gb18030Within(const QString& text, qsizetype room)
{
    QByteArray bytes;
    for (const QChar character : text) {
        const auto encoded = escpos::toGb18030(QString(character).toStdString());
        if (!encoded)
            continue;
        if (bytes.size() + static_cast<qsizetype>(encoded->size()) > room)
            break;
        bytes += QByteArray::fromStdString(*encoded);
    }
    return bytes;
}

QByteArray asciiOf(const QString& number)
{
    QByteArray bytes;
    for (const QChar character : number)
        bytes += character.unicode() >= 0x20 && character.unicode() < 0x7F
                     ? static_cast<char>(character.unicode())
                     : '?';
    return bytes;
}

} // namespace

bool fitsDisplayText(const QString& text)
{
    const auto encoded = escpos::toGb18030(text.toStdString());
    return encoded && encoded->size() <= kTextRegisters * 2;
}

QList<quint16> encodeDisplayContent(const DisplayContent& content, int seq)
{
    QList<quint16> registers(kDisplayHoldingCount, 0);
    registers[0] = static_cast<quint16>(seq);
    registers[1] = static_cast<quint16>(content.mode);
    putBytes(registers, kNumberAt, kNumberRegisters, asciiOf(content.number), ' ');
    registers[6] = static_cast<quint16>(content.counter);
    registers[7] = content.recall ? kRecallFlag : 0;
    registers[8] = static_cast<quint16>(content.blinkSeconds);
    registers[9] = static_cast<quint16>(content.brightness);
    putBytes(registers, kTextAt, kTextRegisters, gb18030Within(content.text, kTextRegisters * 2), '\0');
    registers[15] = static_cast<quint16>(seq);
    return registers;
}

std::optional<SequencedContent> decodeDisplayContent(const QList<quint16>& holding)
{
    if (holding.size() < kDisplayHoldingCount || holding.at(0) != holding.at(15) ||
        holding.at(1) > static_cast<quint16>(DisplayContent::Mode::Paused))
        return std::nullopt;
    SequencedContent sequenced;
    sequenced.seq = holding.at(0);
    DisplayContent& content = sequenced.content;
    content.mode = static_cast<DisplayContent::Mode>(holding.at(1));
    content.number = QString::fromLatin1(upToZero(getBytes(holding, kNumberAt, kNumberRegisters))).trimmed();
    content.counter = holding.at(6);
    content.recall = (holding.at(7) & kRecallFlag) != 0;
    content.blinkSeconds = holding.at(8);
    content.brightness = holding.at(9);
    const QByteArray text = upToZero(getBytes(holding, kTextAt, kTextRegisters));
    content.text = QString::fromStdString(escpos::fromGb18030(text.toStdString()));
    return sequenced;
}

QList<quint16> encodeDisplayReport(const DisplayReport& report)
{
    const int status =
        (report.linkTimedOut ? kLinkTimedOutBit : 0) | (report.segmentFault ? kSegmentFaultBit : 0);
    return {kDisplayMagic,
            static_cast<quint16>(report.version),
            static_cast<quint16>(report.uid >> 16),
            static_cast<quint16>(report.uid & 0xFFFF),
            static_cast<quint16>(report.bootCount),
            static_cast<quint16>(report.shownSeq),
            static_cast<quint16>(status),
            static_cast<quint16>(report.linkTimeouts)};
}

std::optional<DisplayReport> decodeDisplayReport(const QList<quint16>& input)
{
    if (input.size() < kDisplayInputCount || input.at(0) != kDisplayMagic)
        return std::nullopt;
    DisplayReport report;
    report.version = input.at(1);
    report.uid = static_cast<quint32>(input.at(2)) << 16 | input.at(3);
    report.bootCount = input.at(4);
    report.shownSeq = input.at(5);
    report.linkTimedOut = (input.at(6) & kLinkTimedOutBit) != 0;
    report.segmentFault = (input.at(6) & kSegmentFaultBit) != 0;
    report.linkTimeouts = input.at(7);
    return report;
}

} // namespace starqueue::bridge
