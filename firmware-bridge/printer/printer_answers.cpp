#include <firmware-bridge/printer/printer_answers.h>

namespace starqueue::bridge {

namespace {

constexpr quint8 kBlockHeader = 0x37;
constexpr quint8 kProcessIdMark = 0x22;
constexpr qsizetype kStatusLength = 4;
constexpr qsizetype kBlockLength = 7;
constexpr quint8 kXon = 0x11;
constexpr quint8 kXoff = 0x13;

bool startsAutomaticStatus(quint8 byte)
{
    return (byte & 0x93) == 0x10;
}

bool isRealTime(quint8 byte)
{
    return (byte & 0x93) == 0x12;
}

bool isOrdinary(quint8 byte)
{
    return (byte & 0x90) == 0x00;
}

} // namespace

std::vector<PrinterAnswer> PrinterAnswers::feed(QByteArrayView bytes)
{
    std::vector<PrinterAnswer> answers;
    for (const char byte : bytes)
        if (auto answer = take(static_cast<quint8>(byte)))
            answers.push_back(*answer);
    return answers;
}

void PrinterAnswers::clear()
{
    m_status.clear();
    m_block.clear();
}

std::optional<PrinterAnswer> PrinterAnswers::take(quint8 byte)
{
    if (byte == kXon || byte == kXoff)
        return std::nullopt;
    if (isRealTime(byte))
        return RealTimeStatus{byte};
    if (startsAutomaticStatus(byte)) {
        stray(static_cast<int>(m_status.size()));
        m_status = QByteArray(1, static_cast<char>(byte));
        return std::nullopt;
    }
    if (byte == kBlockHeader) {
        stray(static_cast<int>(m_block.size()));
        m_block = QByteArray(1, static_cast<char>(byte));
        return std::nullopt;
    }
    if (!isOrdinary(byte)) {
        stray();
        return std::nullopt;
    }
    if (!m_status.isEmpty())
        return goOnWithStatus(byte);
    if (!m_block.isEmpty())
        return goOnWithBlock(byte);
    return PaperSensorStatus{byte};
}

std::optional<PrinterAnswer> PrinterAnswers::goOnWithStatus(quint8 byte)
{
    m_status += static_cast<char>(byte);
    if (m_status.size() < kStatusLength)
        return std::nullopt;
    AutomaticStatus status;
    for (qsizetype i = 0; i < kStatusLength; ++i)
        status.bytes[static_cast<std::size_t>(i)] = static_cast<quint8>(m_status.at(i));
    m_status.clear();
    return status;
}

std::optional<PrinterAnswer> PrinterAnswers::goOnWithBlock(quint8 byte)
{
    m_block += static_cast<char>(byte);
    if (m_block.size() == 2 && byte != kProcessIdMark) {
        stray(static_cast<int>(m_block.size()));
        m_block.clear();
        return std::nullopt;
    }
    if (m_block.size() < kBlockLength)
        return std::nullopt;
    const QByteArray id = m_block.mid(2, 4);
    m_block.clear();
    if (byte != 0) {
        stray(kBlockLength);
        return std::nullopt;
    }
    return ProcessCompleted{id};
}

QByteArray processIdFor(quint32 number)
{
    QByteArray id;
    for (int shift = 12; shift >= 0; shift -= 4)
        id += static_cast<char>('@' + (number >> shift & 0x0F));
    return id;
}

QByteArray processIdRequest(const QByteArray& id)
{
    return QByteArray("\x1D(H\x06\x00\x30\x30", 7) + id;
}

} // namespace starqueue::bridge
