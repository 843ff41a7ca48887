#include <firmware-bridge/printer/escpos_printer.h>

#include <algorithm>
#include <array>
#include <utility>

namespace starqueue::bridge {

namespace {

constexpr std::chrono::milliseconds kTick{100};
constexpr std::chrono::milliseconds kPace{20};

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

/// What is sent then only fills its buffer.
bool stopsPrinting(PrinterState::Kind kind)
{
    using enum PrinterState::Kind;
    constexpr std::array kStops{PaperOut, CoverOpen, CutterFault, Jam,    Presenter,
                                Cooling,  Feed,      Broken,      Blocked};
    return std::find(kStops.begin(), kStops.end(), kind) != kStops.end();
}

} // namespace

EscPosPrinter::EscPosPrinter(std::unique_ptr<Wire> wire, const PrinterProfile& profile, SteadyClock clock,
                             QObject* parent)
    : TicketPrinter(parent), m_wire(std::move(wire)), m_clock(clock), m_dialogue(profile),
      m_pacer(profile.buffer, profile.baud), m_tick(this), m_pace(this)
{
    m_tick.setInterval(kTick);
    m_pace.setInterval(kPace);
    connect(&m_pace, &QTimer::timeout, this, &EscPosPrinter::sendDue);
    connect(&m_tick, &QTimer::timeout, this, [this] {
        m_dialogue.tick(m_clock());
        exchange();
    });
    connect(m_wire.get(), &Wire::opened, this, [this] {
        m_pacer.clear();
        m_dialogue.lineOpened(m_clock());
        m_tick.start();
        exchange();
    });
    connect(m_wire.get(), &Wire::lost, this, [this] {
        m_pacer.clear();
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

// What is left of a ticket that was given up isn't sent before the next one.
void EscPosPrinter::exchange()
{
    const std::vector<PrinterDialogue::Ended> allEnded = m_dialogue.takeEnded();
    if (std::any_of(allEnded.begin(), allEnded.end(),
                    [](const auto& ended) { return ended.outcome == Outcome::Unknown; }))
        m_pacer.clear();
    m_pacer.add(m_dialogue.takeOutput());
    sendDue();
    for (const PrinterDialogue::Ended& ended : allEnded)
        emit finished(ended.job, ended.outcome);
    for (const PresenterWatch::Moved& moved : m_dialogue.takeMoved())
        emit paperMoved(moved.job, moved.event);
    reportState();
}

void EscPosPrinter::sendDue()
{
    m_pacer.hold(stopsPrinting(state().kind));
    if (const QByteArray bytes = m_pacer.due(m_clock()); !bytes.isEmpty())
        m_wire->send(bytes);
    if (!m_pacer.waits())
        m_pace.stop();
    else if (!m_pace.isActive())
        m_pace.start();
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
