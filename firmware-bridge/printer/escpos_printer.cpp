#include <firmware-bridge/printer/escpos_printer.h>

namespace starqueue::bridge {

namespace {

constexpr std::chrono::milliseconds kTick{100};

} // namespace

EscPosPrinter::EscPosPrinter(const SerialSettings& settings, const PrinterProfile& profile, QObject* parent)
    : TicketPrinter(parent), m_line(settings, this), m_dialogue(profile), m_tick(this)
{
    m_tick.setInterval(kTick);
    connect(&m_tick, &QTimer::timeout, this, [this] {
        m_dialogue.tick(steadyNow());
        exchange();
    });
    connect(&m_line, &SerialLine::opened, this, [this] {
        m_dialogue.lineOpened(steadyNow());
        m_tick.start();
        exchange();
    });
    connect(&m_line, &SerialLine::lost, this, [this] {
        m_dialogue.lineLost(steadyNow());
        m_tick.stop(); // an unplugged printer needs no heartbeat
        exchange();
    });
    connect(&m_line, &SerialLine::received, this, [this](const QByteArray& bytes) {
        m_dialogue.received(bytes, steadyNow());
        exchange();
    });
}

void EscPosPrinter::start()
{
    m_reported = m_dialogue.state();
    emit stateChanged(m_reported);
    m_line.start();
}

void EscPosPrinter::doPrint(JobId job, const PrintedTicket& ticket)
{
    m_dialogue.print(job, ticket, steadyNow());
    QMetaObject::invokeMethod(this, &EscPosPrinter::exchange, Qt::QueuedConnection);
}

void EscPosPrinter::exchange()
{
    const QByteArray output = m_dialogue.takeOutput();
    if (!output.isEmpty())
        m_line.send(output);
    for (const PrinterDialogue::Ended& ended : m_dialogue.takeEnded())
        emit finished(ended.job, ended.outcome);
    reportState();
}

void EscPosPrinter::reportState()
{
    if (m_dialogue.strayBytes() != m_strayBytes)
        emit strayBytesChanged(m_strayBytes = m_dialogue.strayBytes());
    const PrinterState now = m_dialogue.state();
    if (now == m_reported)
        return;
    m_reported = now;
    emit stateChanged(now);
}

} // namespace starqueue::bridge
