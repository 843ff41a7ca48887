#include <firmware-bridge/simulators/printer/printer_port.h>

namespace starqueue::simulators {

using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::milliseconds kPrinterTick{10};
constexpr double kMostAtOnceMs = 200; ///< after a busy moment the wire doesn't catch up in one go

std::size_t inkOf(const SimulatedPrinter& model)
{
    std::size_t ink = model.tickets().size();
    for (const escpos::PaperTicket& ticket : model.tickets())
        ink += ticket.lines.size() + ticket.qrCodes.size() + (ticket.cut ? 1 : 0);
    return ink;
}

} // namespace

PrinterPort::PrinterPort(const bridge::PrinterConfig& config, LineNoise noise, QObject* parent)
    : QObject(parent), m_id(config.id), m_baud(config.line.baud), m_noise(noise),
      m_port(config.line.path, this), m_tick(this)
{
    m_tick.setInterval(kPrinterTick);
    m_tick.setTimerType(Qt::PreciseTimer);
    connect(&m_tick, &QTimer::timeout, this, &PrinterPort::advance);
    connect(&m_port, &PseudoTerminal::received, this, [this](const QByteArray& bytes) { m_wire += bytes; });
    m_sinceTick.start();
    m_tick.start();
}

QString PrinterPort::plug()
{
    const QString fault = m_port.plug();
    emit changed();
    return fault;
}

void PrinterPort::unplug()
{
    m_port.unplug();
    m_wire.clear();
    emit changed();
}

QString PrinterPort::recordTo(const QString& path)
{
    m_record.setFileName(path);
    if (!m_record.open(QIODevice::WriteOnly | QIODevice::Append | QIODevice::Unbuffered))
        return u"%1: %2"_s.arg(path, m_record.errorString());
    return {};
}

void PrinterPort::advance()
{
    const double passed = std::min<double>(static_cast<double>(m_sinceTick.restart()), kMostAtOnceMs);
    m_budget = m_wire.isEmpty() ? 0 : m_budget + passed * m_baud / kBitsAByte / 1000;
    const auto count = std::min<qsizetype>(m_wire.size(), static_cast<qsizetype>(m_budget));
    m_budget -= static_cast<double>(count);
    if (count > 0) {
        deliver(m_wire.left(count));
        m_wire.remove(0, count);
    }
    m_model.tick(bridge::steadyNow());
    const QByteArray output = m_model.takeOutput();
    if (!output.isEmpty() && !m_silent)
        m_port.write(m_noise.through(output));
    if (const std::size_t ink = inkOf(m_model); ink != m_linesSeen) {
        m_linesSeen = ink;
        emit changed();
    }
}

void PrinterPort::deliver(QByteArray bytes)
{
    if (m_wrongNumber)
        falsifyNumber(bytes);
    m_received += bytes;
    if (m_record.isOpen())
        m_record.write(bytes);
    m_model.receive(bytes, bridge::steadyNow());
}

// Digits between GS ! (larger than normal) and the next GS ! are the ticket's number.
void PrinterPort::falsifyNumber(QByteArray& bytes)
{
    for (char& byte : bytes) {
        if (m_sizeBytes == 2) {
            m_largeType = byte != 0;
            m_sizeBytes = 0;
        } else if (byte == 0x1D) {
            m_sizeBytes = 1;
        } else if (m_sizeBytes == 1 && byte == '!') {
            m_sizeBytes = 2;
        } else {
            m_sizeBytes = 0;
            if (m_largeType && byte >= '0' && byte <= '9')
                byte = static_cast<char>('0' + (byte - '0' + 1) % 10);
        }
    }
}

} // namespace starqueue::simulators
