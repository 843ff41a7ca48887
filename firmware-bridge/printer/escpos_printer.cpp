#include <firmware-bridge/printer/escpos_printer.h>

#include <utility>

namespace starqueue::bridge {

namespace {

constexpr std::chrono::milliseconds kTick{100};

PrinterState stateFrom(const claim::PortTrouble& trouble)
{
    using State = PrinterState::Kind;
    using Trouble = claim::PortTrouble::Kind;
    const QString detail = QString::fromStdString(trouble.detail);
    switch (trouble.kind) {
    case Trouble::NoPermission:
        return {State::NoPermission, detail};
    case Trouble::InUse:
        return {State::PortInUse, detail};
    case Trouble::Missing:
        return {State::PortMissing, detail};
    case Trouble::Unplugged:
    case Trouble::Failed:
        break;
    }
    return {State::Unplugged, detail};
}

} // namespace

EscPosPrinter::EscPosPrinter(std::unique_ptr<Wire> wire, const PrinterProfile& profile, SteadyClock clock,
                             QObject* parent)
    : TicketPrinter(parent), m_wire(std::move(wire)), m_clock(clock), m_dialogue(profile), m_tick(this)
{
    m_tick.setInterval(kTick);
    connect(&m_tick, &QTimer::timeout, this, [this] {
        m_dialogue.tick(m_clock());
        exchange();
    });
    connect(m_wire.get(), &Wire::opened, this, [this] {
        m_dialogue.lineOpened(m_clock());
        m_tick.start();
        exchange();
    });
    connect(m_wire.get(), &Wire::lost, this, [this] {
        m_dialogue.lineLost(m_clock());
        m_tick.stop(); // an unplugged printer needs no heartbeat
        exchange();
    });
    connect(m_wire.get(), &Wire::refused, this, [this](const claim::PortTrouble& trouble) {
        m_dialogue.lineRefused(stateFrom(trouble), m_clock());
        exchange();
    });
    connect(m_wire.get(), &Wire::blockedChanged, this, [this](bool blocked) {
        m_dialogue.lineBlocked(blocked, m_clock());
        exchange();
    });
    connect(m_wire.get(), &Wire::received, this, [this](const QByteArray& bytes) {
        m_dialogue.received(bytes, m_clock());
        exchange();
    });
}

// A wire that is closed by its destructor may still tell so.
EscPosPrinter::~EscPosPrinter()
{
    m_wire->disconnect(this);
}

void EscPosPrinter::start()
{
    m_reported = state();
    emit stateChanged(m_reported);
    m_wire->start();
}

void EscPosPrinter::doPrint(JobId job, const PrintedTicket& ticket)
{
    m_dialogue.print(job, ticket, m_clock());
    QMetaObject::invokeMethod(this, &EscPosPrinter::exchange, Qt::QueuedConnection);
}

void EscPosPrinter::doWithdraw(JobId job)
{
    m_dialogue.withdraw(job, m_clock());
    QMetaObject::invokeMethod(this, &EscPosPrinter::exchange, Qt::QueuedConnection);
}

void EscPosPrinter::exchange()
{
    const QByteArray output = m_dialogue.takeOutput();
    if (!output.isEmpty())
        m_wire->send(output);
    for (const PrinterDialogue::Ended& ended : m_dialogue.takeEnded())
        emit finished(ended.job, ended.outcome);
    for (const PresenterWatch::Moved& moved : m_dialogue.takeMoved())
        emit paperMoved(moved.job, moved.event);
    reportState();
}

void EscPosPrinter::reportState()
{
    if (m_dialogue.strayBytes() != m_strayBytes)
        emit strayBytesChanged(m_strayBytes = m_dialogue.strayBytes());
    const PrinterState now = state();
    if (now == m_reported)
        return;
    m_reported = now;
    emit stateChanged(now);
}

} // namespace starqueue::bridge
