#pragma once

#include <QByteArray>
#include <QList>

#include <optional>
#include <vector>

namespace starqueue::simulators {

/// Bytes at the end of a frame.
inline constexpr qsizetype kCrcLength = 2;

/// One request on the wire, its CRC already checked (Modbus over serial line, V1.02).
struct ModbusRequest
{
    int address = 0;
    int function = 0; ///< 3 read holding, 4 read input, 16 write holding
    int start = 0;
    int count = 0;
    QList<quint16> values; ///< of function 16
};

/// Splits the received bytes into Modbus RTU requests.
///
/// A frame is complete when it has the length that its function implies and its CRC is right. silence() drops
/// an incomplete or damaged one: call it when nothing was received for a while (3.5 characters in the
/// standard; more on a busy machine).
class ModbusFrames
{
public:
    [[nodiscard]] std::vector<ModbusRequest> feed(const QByteArray& bytes);
    void silence();

    [[nodiscard]] int damagedFrames() const { return m_damaged; }

private:
    [[nodiscard]] std::optional<qsizetype> frameLength() const;

    QByteArray m_buffer;
    int m_damaged = 0;
};

/// Bytes of a request's frame.
[[nodiscard]] qsizetype lengthOnWire(const ModbusRequest& request);
[[nodiscard]] QByteArray requestFrame(const ModbusRequest& request);
/// The registers in the answer to a read; empty for one to a write. None: damaged, of another device, or a
/// refusal.
[[nodiscard]] std::optional<QList<quint16>> valuesIn(const QByteArray& answer, const ModbusRequest& request);

/// CRC-16 of Modbus: polynomial 0xA001 reflected, start 0xFFFF.
[[nodiscard]] quint16 modbusCrc(QByteArrayView bytes);
/// `bytes` with their CRC, low byte first.
[[nodiscard]] QByteArray withCrc(QByteArray bytes);

[[nodiscard]] QByteArray readAnswer(const ModbusRequest& request, const QList<quint16>& values);
[[nodiscard]] QByteArray writeAnswer(const ModbusRequest& request);
/// Exception codes: 1 function not known, 2 no such register, 3 bad value.
[[nodiscard]] QByteArray exceptionAnswer(const ModbusRequest& request, int code);

} // namespace starqueue::simulators
