#include <firmware-bridge/links/journalled_wire.h>

#include <utility>

namespace starqueue::bridge {

using namespace Qt::StringLiterals;

JournalledWire::JournalledWire(std::unique_ptr<Wire> wire, SteadyClock clock, QObject* parent)
    : Wire(parent), m_wire(std::move(wire)), m_clock(clock)
{
    connect(m_wire.get(), &Wire::opened, this, [this] {
        m_journal.opened(m_clock());
        emit opened();
    });
    connect(m_wire.get(), &Wire::lost, this, [this](const QString& reason) {
        m_journal.noted(u"lost: "_s + reason, m_clock());
        emit lost(reason);
    });
    connect(m_wire.get(), &Wire::refused, this, [this](const claim::PortTrouble& trouble) {
        m_journal.noted(u"the port "_s + QString::fromStdString(claim::toText(trouble)), m_clock());
        emit refused(trouble);
    });
    connect(m_wire.get(), &Wire::blockedChanged, this, [this](bool blocked) {
        m_journal.noted(blocked ? u"nothing is taken any more"_s : u"something was taken"_s, m_clock());
        emit blockedChanged(blocked);
    });
    connect(m_wire.get(), &Wire::received, this, [this](const QByteArray& bytes) {
        m_journal.received(bytes, m_clock());
        emit received(bytes);
    });
}

// A wire that is closed by its destructor may still tell so.
JournalledWire::~JournalledWire()
{
    m_wire->disconnect(this);
}

bool JournalledWire::send(const QByteArray& bytes)
{
    m_journal.sent(bytes, m_clock());
    return m_wire->send(bytes);
}

} // namespace starqueue::bridge
