#include <firmware-bridge/simulators/bus/modbus_frames.h>

#include <boost/crc.hpp>

namespace starqueue::simulators {

namespace {

constexpr qsizetype kShortRequest = 8; ///< address, function, start, count, CRC
constexpr qsizetype kWriteHead = 7;    ///< address, function, start, count, byte count

quint16 wordAt(const QByteArray& bytes, qsizetype index)
{
    return static_cast<quint16>(static_cast<quint8>(bytes.at(index)) << 8 |
                                static_cast<quint8>(bytes.at(index + 1)));
}

void putWord(QByteArray& bytes, int word)
{
    bytes += static_cast<char>(word >> 8);
    bytes += static_cast<char>(word & 0xFF);
}

bool crcHolds(const QByteArray& frame)
{
    const qsizetype body = frame.size() - kCrcLength;
    const quint16 crc = modbusCrc(QByteArrayView(frame).first(body));
    return static_cast<quint8>(frame.at(body)) == (crc & 0xFF) &&
           static_cast<quint8>(frame.at(body + 1)) == crc >> 8;
}

ModbusRequest parse(const QByteArray& frame)
{
    ModbusRequest request;
    request.address = static_cast<quint8>(frame.at(0));
    request.function = static_cast<quint8>(frame.at(1));
    request.start = wordAt(frame, 2);
    request.count = wordAt(frame, 4);
    if (request.function == 16)
        for (qsizetype at = kWriteHead; at + 1 < frame.size() - kCrcLength; at += 2)
            request.values += wordAt(frame, at);
    return request;
}

QByteArray head(const ModbusRequest& request)
{
    QByteArray bytes;
    bytes += static_cast<char>(request.address);
    bytes += static_cast<char>(request.function);
    return bytes;
}

} // namespace

std::vector<ModbusRequest> ModbusFrames::feed(const QByteArray& bytes)
{
    m_buffer += bytes;
    std::vector<ModbusRequest> requests;
    while (const auto length = frameLength()) {
        if (m_buffer.size() < *length)
            break;
        const QByteArray frame = m_buffer.left(*length);
        if (!crcHolds(frame))
            break; // only silence tells where the next frame starts
        requests.push_back(parse(frame));
        m_buffer.remove(0, *length);
    }
    return requests;
}

void ModbusFrames::silence()
{
    m_damaged += m_buffer.isEmpty() ? 0 : 1;
    m_buffer.clear();
}

std::optional<qsizetype> ModbusFrames::frameLength() const
{
    if (m_buffer.size() < 2)
        return std::nullopt;
    if (static_cast<quint8>(m_buffer.at(1)) != 16)
        return kShortRequest;
    if (m_buffer.size() < kWriteHead)
        return std::nullopt;
    return kWriteHead + static_cast<quint8>(m_buffer.at(kWriteHead - 1)) + kCrcLength;
}

qsizetype lengthOnWire(const ModbusRequest& request)
{
    return request.function == 16 ? kWriteHead + request.values.size() * 2 + kCrcLength : kShortRequest;
}

QByteArray requestFrame(const ModbusRequest& request)
{
    QByteArray bytes = head(request);
    bytes.reserve(lengthOnWire(request));
    putWord(bytes, request.start);
    putWord(bytes, request.count);
    if (request.function == 16)
        bytes += static_cast<char>(request.values.size() * 2);
    for (const quint16 value : request.values)
        putWord(bytes, value);
    return withCrc(bytes);
}

std::optional<QList<quint16>> valuesIn(const QByteArray& answer, const ModbusRequest& request)
{
    constexpr qsizetype kReadHead = 3; // address, function, byte count
    if (answer.size() < kReadHead + kCrcLength || !crcHolds(answer) || !answer.startsWith(head(request)))
        return std::nullopt;
    QList<quint16> values;
    if (request.function != 16)
        for (qsizetype at = kReadHead; at + 1 < answer.size() - kCrcLength; at += 2)
            values += wordAt(answer, at);
    return values;
}

quint16 modbusCrc(QByteArrayView bytes)
{
    boost::crc_optimal<16, 0x8005, 0xFFFF, 0, true, true> crc;
    crc.process_bytes(bytes.data(), static_cast<std::size_t>(bytes.size()));
    return crc.checksum();
}

QByteArray withCrc(QByteArray bytes)
{
    const quint16 crc = modbusCrc(bytes);
    bytes += static_cast<char>(crc & 0xFF);
    bytes += static_cast<char>(crc >> 8);
    return bytes;
}

QByteArray readAnswer(const ModbusRequest& request, const QList<quint16>& values)
{
    QByteArray bytes = head(request);
    bytes.reserve(bytes.size() + 1 + values.size() * 2 + kCrcLength);
    bytes += static_cast<char>(values.size() * 2);
    for (const quint16 value : values)
        putWord(bytes, value);
    return withCrc(bytes);
}

QByteArray writeAnswer(const ModbusRequest& request)
{
    QByteArray bytes = head(request);
    putWord(bytes, request.start);
    putWord(bytes, request.count);
    return withCrc(bytes);
}

QByteArray exceptionAnswer(const ModbusRequest& request, int code)
{
    QByteArray bytes;
    bytes += static_cast<char>(request.address);
    bytes += static_cast<char>(request.function | 0x80);
    bytes += static_cast<char>(code);
    return withCrc(bytes);
}

} // namespace starqueue::simulators
