#include <firmware-bridge/simulators/memory/memory_cable.h>

#include <firmware-bridge/serial/reopen_backoff.h>

#include <QTimer>

#include <utility>

namespace starqueue::simulators {

using namespace Qt::StringLiterals;

namespace {

/// Opens as SerialLine does: at once, and after a loss with its backoff.
class MemoryWire final : public bridge::Wire
{
public:
    explicit MemoryWire(MemoryCable& cable) : m_cable(cable), m_reopen(this)
    {
        m_reopen.setSingleShot(true);
        connect(&m_reopen, &QTimer::timeout, this, [this] { tryOpen(); });
        connect(&cable, &MemoryCable::unplugged, this, [this] { lose(); });
        connect(&cable, &MemoryCable::reachedHost, this, [this](const QByteArray& bytes) {
            m_backoff.reset();
            if (m_isOpen)
                emit received(bytes);
        });
    }

    void start() override { m_reopen.start(0); }

    bool send(const QByteArray& bytes) override
    {
        if (m_isOpen)
            m_cable.toDevice(bytes);
        return m_isOpen;
    }

private:
    void tryOpen()
    {
        if (!m_cable.isPlugged())
            return m_reopen.start(m_backoff.next());
        m_isOpen = true;
        emit opened();
    }

    void lose()
    {
        if (!std::exchange(m_isOpen, false))
            return;
        m_reopen.start(m_backoff.next());
        emit lost(u"the cable was pulled"_s);
    }

    MemoryCable& m_cable;
    QTimer m_reopen;
    bridge::ReopenBackoff m_backoff;
    bool m_isOpen = false;
};

} // namespace

MemoryCable::MemoryCable(int baud, bridge::SteadyClock clock, QObject* parent)
    : QObject(parent), m_toDevice(baud, clock, this), m_toHost(baud, clock, this)
{
    connect(&m_toDevice, &PacedBytes::arrived, this, &MemoryCable::reachedDevice);
    connect(&m_toHost, &PacedBytes::arrived, this, &MemoryCable::reachedHost);
}

std::unique_ptr<bridge::Wire> MemoryCable::makeWire()
{
    return std::make_unique<MemoryWire>(*this);
}

void MemoryCable::plug()
{
    m_isPlugged = true;
}

void MemoryCable::unplug()
{
    m_isPlugged = false;
    clear();
    emit unplugged();
}

void MemoryCable::setCut(bool cut)
{
    m_isCut = cut;
    clear();
}

void MemoryCable::setDelay(std::chrono::milliseconds delay)
{
    m_toDevice.setDelay(delay);
    m_toHost.setDelay(delay);
}

void MemoryCable::toDevice(const QByteArray& bytes)
{
    if (m_isPlugged && !m_isCut)
        m_toDevice.send(bytes);
}

void MemoryCable::toHost(const QByteArray& bytes)
{
    if (m_isPlugged && !m_isCut)
        m_toHost.send(m_noise.through(bytes));
}

void MemoryCable::clear()
{
    m_toDevice.clear();
    m_toHost.clear();
}

} // namespace starqueue::simulators
