#include <firmware-bridge/printer/contact/printer_answers.h>

#include <utility>

namespace starqueue::bridge {

namespace {

constexpr quint8 kBlockHeader = 0x37;
constexpr quint8 kProcessIdMark = 0x22;
constexpr quint8 kClearedMark = 0x25;
constexpr quint8 kPowerHeader = 0x3B;
constexpr quint8 kTextHeader = 0x5F;
constexpr quint8 kTypeHeader = 0x3D;
constexpr quint8 kNipponHeader = 0xFF;
constexpr quint8 kFullStatusMark = 0x0F;
constexpr quint8 kXon = 0x11;
constexpr quint8 kXoff = 0x13;
constexpr qsizetype kStatusLength = 4;
constexpr qsizetype kFullStatusLength = 6;
constexpr qsizetype kProcessIdLength = 7;
constexpr qsizetype kNipponLength = 10;
constexpr qsizetype kShortBlock = 16; ///< the longest that isn't a text
constexpr qsizetype kTextBlock = 82;

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

bool startsBlock(quint8 byte)
{
    return byte == kBlockHeader || byte == kPowerHeader || byte == kTextHeader || byte == kTypeHeader;
}

/// The length that the first byte of Star's automatic status tells; 0: it is none.
int starLength(quint8 byte)
{
    const int length = (byte >> 1 & 0x07) | (byte >> 5 & 0x01) << 3;
    return (byte & 0xD1) == 0x01 && length >= 7 && length <= 11 ? length : 0;
}

bool isSecondOfStar(quint8 byte)
{
    return (byte & 0x91) == 0x80;
}

quint8 at(const QByteArray& bytes, qsizetype index)
{
    return static_cast<quint8>(bytes.at(index));
}

QByteArray one(quint8 byte)
{
    return QByteArray(1, static_cast<char>(byte));
}

PrinterAnswer blockAnswer(const QByteArray& block)
{
    if (at(block, 0) == kPowerHeader)
        return PoweredOn{};
    if (at(block, 0) == kBlockHeader && block.size() == 3 && at(block, 1) == kClearedMark)
        return BufferCleared{};
    return OtherBlock{block};
}

} // namespace

std::vector<PrinterAnswer> PrinterAnswers::feed(QByteArrayView bytes)
{
    std::vector<PrinterAnswer> answers;
    for (const char byte : bytes) {
        if (m_foreign.size() == 1 && at(m_foreign, 0) != kNipponHeader &&
            !isSecondOfStar(static_cast<quint8>(byte)))
            answers.push_back(PaperSensorStatus{at(std::exchange(m_foreign, {}), 0)});
        if (auto answer = take(static_cast<quint8>(byte)))
            answers.push_back(*answer);
    }
    return answers;
}

std::vector<PrinterAnswer> PrinterAnswers::quiet()
{
    std::vector<PrinterAnswer> answers;
    if (m_foreign.size() == 1 && at(m_foreign, 0) != kNipponHeader)
        answers.push_back(PaperSensorStatus{at(m_foreign, 0)});
    else
        stray(m_foreign.size());
    stray(m_status.size() + m_block.size());
    clear();
    return answers;
}

void PrinterAnswers::clear()
{
    m_status.clear();
    m_block.clear();
    m_foreign.clear();
    m_isRest = false;
}

std::optional<PrinterAnswer> PrinterAnswers::take(quint8 byte)
{
    if (!m_foreign.isEmpty())
        return goOnWithForeign(byte);
    if (isFullStatus())
        return goOnWithStatus(byte);
    if (byte == kXon || byte == kXoff)
        return FlowChanged{byte == kXoff};
    const bool isNested = !m_status.isEmpty() || isRealTime(byte) || startsAutomaticStatus(byte);
    if (m_block.isEmpty() || (isNested && mayNest()))
        return begin(byte);
    return mayNest() && m_block.size() > 1 ? goOnWithProcessId(byte) : goOnWithBlock(byte);
}

std::optional<PrinterAnswer> PrinterAnswers::begin(quint8 byte)
{
    if (isRealTime(byte) || isExpected(byte))
        return RealTimeStatus{one(byte)};
    if (startsAutomaticStatus(byte)) {
        stray(m_status.size());
        m_status = one(byte);
        return std::nullopt;
    }
    if (startsBlock(byte)) { // no part of automatic status
        stray(m_block.size() + m_status.size());
        m_status.clear();
        m_block = one(byte);
        m_isRest = false;
        return std::nullopt;
    }
    if (beginsForeign(byte)) {
        m_foreign = one(byte);
        return std::nullopt;
    }
    if (!isOrdinary(byte)) {
        stray();
        return std::nullopt;
    }
    if (!m_status.isEmpty())
        return goOnWithStatus(byte);
    if (std::exchange(m_isRest, m_isRest && byte != 0))
        return std::nullopt;
    return PaperSensorStatus{byte};
}

// FF 13 and eight more bytes, or a frame of Star's, whose first byte tells its length. An FF before any other
// byte is noise.
std::optional<PrinterAnswer> PrinterAnswers::goOnWithForeign(quint8 byte)
{
    const bool isNippon = at(m_foreign, 0) == kNipponHeader;
    if (m_foreign.size() == 1 && isNippon && byte != kXoff) {
        m_foreign.clear();
        stray();
        return take(byte);
    }
    m_foreign += static_cast<char>(byte);
    if (m_foreign.size() < (isNippon ? kNipponLength : starLength(at(m_foreign, 0))))
        return std::nullopt;
    m_foreign.clear();
    return OtherLanguage{isNippon ? "Nippon" : "Star"};
}

// An error without "off line" can't be: 10 0F begins Custom's full status, whose bytes have no fixed bits.
std::optional<PrinterAnswer> PrinterAnswers::goOnWithStatus(quint8 byte)
{
    m_status += static_cast<char>(byte);
    if (m_status.size() < (isFullStatus() ? kFullStatusLength : kStatusLength))
        return std::nullopt;
    const bool isFull = isFullStatus();
    const QByteArray whole = std::exchange(m_status, {});
    if (isFull)
        return RealTimeStatus{whole};
    return AutomaticStatus{whole};
}

std::optional<PrinterAnswer> PrinterAnswers::goOnWithProcessId(quint8 byte)
{
    if (startsBlock(byte) || !isOrdinary(byte)) {
        breakBlock();
        return begin(byte);
    }
    m_block += static_cast<char>(byte);
    if (m_block.size() < kProcessIdLength)
        return std::nullopt;
    const QByteArray block = std::exchange(m_block, {});
    if (byte != 0) {
        stray(kProcessIdLength);
        return std::nullopt;
    }
    return ProcessCompleted{block.mid(2, 4)};
}

// Its id and its NUL look like answers of the sensor, as many as a row has.
void PrinterAnswers::breakBlock()
{
    stray(m_block.size());
    m_block.clear();
    m_isRest = true;
}

std::optional<PrinterAnswer> PrinterAnswers::goOnWithBlock(quint8 byte)
{
    const bool mayHoldText = at(m_block, 0) == kTextHeader || at(m_block, 0) == kTypeHeader;
    const bool isData = byte >= 0x20 && byte < 0x80;
    if (byte != 0 && !isData) {
        breakBlock();
        return take(byte);
    }
    m_block += static_cast<char>(byte);
    if (byte == 0)
        return blockAnswer(std::exchange(m_block, {}));
    if (m_block.size() >= (mayHoldText ? kTextBlock : kShortBlock)) {
        stray(m_block.size());
        m_block.clear();
    }
    return std::nullopt;
}

// This host's ids hold no byte that could be nested: 37 alone, or 37 22 and a part of an id.
bool PrinterAnswers::mayNest() const
{
    return at(m_block, 0) == kBlockHeader && (m_block.size() == 1 || at(m_block, 1) == kProcessIdMark);
}

bool PrinterAnswers::beginsForeign(quint8 byte) const
{
    return byte == kNipponHeader || (!midAnswer() && starLength(byte) != 0);
}

bool PrinterAnswers::isExpected(quint8 byte) const
{
    return m_expected && !midAnswer() && m_expected->length == 1 && m_expected->fixed.fits(byte);
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
