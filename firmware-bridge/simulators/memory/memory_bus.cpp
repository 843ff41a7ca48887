#include <firmware-bridge/simulators/memory/memory_bus.h>

#include <firmware-bridge/simulators/line/pseudo_terminal.h>

#include <optional>
#include <utility>

namespace starqueue::simulators {

using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::milliseconds kDeviceTick{100};
constexpr double kTurnAround = 2; ///< ms; 3.5 characters of silence before an answer

ModbusRequest frameable(const bridge::BusRequest& request)
{
    ModbusRequest asked;
    asked.address = request.address;
    if (const auto* write = std::get_if<bridge::RegisterWrite>(&request.what)) {
        asked.function = 16;
        asked.values = write->values;
        asked.count = static_cast<int>(write->values.size());
        return asked;
    }
    const auto& block = std::get<bridge::RegisterBlock>(request.what);
    asked.function = block.table == bridge::RegisterBlock::Table::Input ? 4 : 3;
    asked.start = block.start;
    asked.count = block.count;
    return asked;
}

/// Ends each request by one timer: with the answer, or when none came in time.
class MemoryBusClient final : public bridge::BusClient
{
public:
    explicit MemoryBusClient(MemoryBus& bus) : m_bus(bus), m_end(this)
    {
        m_end.setSingleShot(true);
        m_end.setTimerType(Qt::PreciseTimer);
        connect(&m_end, &QTimer::timeout, this, [this] { conclude(); });
        connect(&bus, &MemoryBus::unplugged, this, [this] {
            if (std::exchange(m_isOpen, false))
                emit lost(u"the cable was pulled"_s);
        });
    }

    void open() override
    {
        m_isOpen = m_bus.isPlugged();
        if (m_isOpen)
            emit opened();
        else
            emit lost(u"no such port"_s);
    }

    void close() override
    {
        m_isOpen = false;
        m_end.stop();
    }

    void request(const bridge::BusRequest& request) override
    {
        m_request = frameable(request);
        const QByteArray answer = m_bus.exchange(m_request);
        m_values = valuesIn(answer, m_request);
        if (!m_bus.hangs())
            m_end.start(m_values ? m_bus.timeOnWire(m_request, answer) : m_bus.timeout());
    }

private:
    void conclude()
    {
        if (m_values)
            emit answered(*m_values);
        else
            emit failed();
    }

    MemoryBus& m_bus;
    QTimer m_end;
    ModbusRequest m_request;
    std::optional<QList<quint16>> m_values; ///< none: no answer, or a damaged one
    bool m_isOpen = false;
};

} // namespace

MemoryBus::MemoryBus(const bridge::BusSettings& settings, bridge::SteadyClock clock, QObject* parent)
    : QObject(parent), m_settings(settings), m_clock(clock), m_tick(this)
{
    m_tick.setInterval(kDeviceTick);
    connect(&m_tick, &QTimer::timeout, this, [this] { m_devices.tick(m_clock()); });
    m_tick.start();
}

std::unique_ptr<bridge::BusClient> MemoryBus::makeClient()
{
    return std::make_unique<MemoryBusClient>(*this);
}

void MemoryBus::unplug()
{
    m_isPlugged = false;
    emit unplugged();
}

void MemoryBus::setNoise(const LineNoise& requests, const LineNoise& answers)
{
    m_requestNoise = requests;
    m_answerNoise = answers;
}

QByteArray MemoryBus::exchange(const ModbusRequest& request)
{
    if (!m_isPlugged || m_hangs)
        return {};
    ModbusFrames heard;
    const auto requests = heard.feed(m_requestNoise.through(requestFrame(request)));
    heard.silence();
    if (heard.damagedFrames() > 0)
        m_devices.countDamagedFrame();
    if (requests.empty())
        return {};
    return m_answerNoise.through(m_devices.serve(requests.front(), m_clock()));
}

std::chrono::milliseconds MemoryBus::timeOnWire(const ModbusRequest& request, const QByteArray& answer) const
{
    const auto bytes = static_cast<double>(lengthOnWire(request) + answer.size());
    return std::chrono::milliseconds(
        static_cast<qint64>(bytes * kBitsAByte * 1000 / m_settings.baud + kTurnAround));
}

} // namespace starqueue::simulators
