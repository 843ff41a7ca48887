#include <firmware-bridge/simulators/printer/family_port.h>

namespace starqueue::simulators {

using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::milliseconds kFamilyTick{10};
constexpr double kMostPassedMs = 200; ///< after a busy moment the wire doesn't catch up in one go

} // namespace

FamilyPort::FamilyPort(const bridge::PrinterConfig& config, std::unique_ptr<FamilyPrinter> printer,
                       QObject* parent)
    : QObject(parent), m_id(config.id), m_baud(config.line.baud), m_port(config.line.path, this),
      m_printer(std::move(printer)), m_tick(this)
{
    m_tick.setInterval(kFamilyTick);
    m_tick.setTimerType(Qt::PreciseTimer);
    connect(&m_tick, &QTimer::timeout, this, &FamilyPort::advance);
    connect(&m_port, &PseudoTerminal::received, this, [this](const QByteArray& bytes) { m_wire += bytes; });
    m_sinceTick.start();
    m_tick.start();
}

QString FamilyPort::plug()
{
    return m_port.plug();
}

void FamilyPort::unplug()
{
    m_port.unplug();
    m_wire.clear();
}

QString FamilyPort::recordTo(const QString& path)
{
    m_record.setFileName(path);
    if (!m_record.open(QIODevice::WriteOnly | QIODevice::Append | QIODevice::Unbuffered))
        return u"%1: %2"_s.arg(path, m_record.errorString());
    return {};
}

void FamilyPort::touch(Hand hand)
{
    m_printer->touch(hand, bridge::steadyNow());
}

void FamilyPort::advance()
{
    const double passed = std::min<double>(static_cast<double>(m_sinceTick.restart()), kMostPassedMs);
    m_budget = m_wire.isEmpty() ? 0 : m_budget + passed * m_baud / kBitsAByte / 1000;
    const auto count = std::min<qsizetype>(m_wire.size(), static_cast<qsizetype>(m_budget));
    if (count > 0 && !m_printer->busy()) {
        const QByteArray bytes = m_wire.left(count);
        m_wire.remove(0, count);
        m_budget -= static_cast<double>(count);
        if (m_record.isOpen())
            m_record.write(bytes);
        m_printer->receive(bytes, bridge::steadyNow());
    }
    m_printer->tick(bridge::steadyNow());
    if (const QByteArray said = m_printer->takeOutput(); !said.isEmpty())
        m_port.write(said);
}

} // namespace starqueue::simulators
