#include <firmware-bridge/bridge/bridge.h>

#include <QLoggingCategory>
#include <QTimer>

namespace starqueue::bridge {

using namespace Qt::StringLiterals;

namespace {

Q_LOGGING_CATEGORY(lcRequests, "bridge.requests")

using client::api::DeviceReport;
using client::api::DeviceState;
using client::api::TestOutcome;

constexpr std::chrono::minutes kAnswerWithin{2};
constexpr std::chrono::milliseconds kIdleSoon{500};
constexpr std::chrono::minutes kBetweenJournals{1};

/// Why a ticket didn't come out; `fault`: what the printer says of itself.
QString whyNotPrinted(TicketPrinter::Outcome outcome, const QString& fault)
{
    if (outcome == TicketPrinter::Outcome::PaperOut)
        return u"paperOut"_s;
    if (outcome == TicketPrinter::Outcome::CoverOpen)
        return u"coverOpen"_s;
    return fault.isEmpty() ? u"silent"_s : fault;
}

} // namespace

void Bridge::onAsked(const client::api::Event& event)
{
    using client::api::DeviceRequest;
    if (event.request == DeviceRequest::Release)
        release(event.device, event.seconds);
    else if (const auto printer = m_printers.find(event.device);
             event.request == DeviceRequest::Journal && printer != m_printers.end())
        emit printer->second->journalRequested(m_clock.wall());
}

// What went before a fault is gone from the journal by the time that somebody asks.
void Bridge::keepJournalOfFault(const QString& id, PrinterState state)
{
    using client::api::DeviceState;
    const auto works = [](DeviceState one) { return one == DeviceState::Ok || one == DeviceState::Warning; };
    const auto printer = m_printers.find(id);
    if (!works(m_deviceStates.wanted(id).state) || works(state.state()) || printer == m_printers.end())
        return;
    const SteadyTime now = m_clock.steady();
    const auto last = m_journalsKept.constFind(id);
    if (last != m_journalsKept.cend() && now - *last < kBetweenJournals)
        return;
    m_journalsKept.insert(id, now);
    emit printer->second->journalRequested(m_clock.wall());
}

void Bridge::sendJournal(const QString& id, const QByteArray& text)
{
    if (text.isEmpty())
        return;
    m_board.client().send(
        client::api::sendWireJournal(id, QString::fromLatin1(text)), this,
        [id](const client::Answer& answer) {
            if (!answer.ok())
                qCWarning(lcRequests) << "wire journal of" << id << "wasn't taken:" << answer.detail;
        },
        kAnswerWithin);
}

void Bridge::endPrinterTest(const QString& id, TicketPrinter::Outcome outcome)
{
    if (outcome == TicketPrinter::Outcome::Printed)
        return tellTested(id, TestOutcome::Passed);
    if (outcome == TicketPrinter::Outcome::Sent)
        return tellTested(id, TestOutcome::Done);
    tellTested(id, TestOutcome::Failed, whyNotPrinted(outcome, m_deviceStates.wanted(id).fault));
}

/// A display, a panel or a keypad took the test or not; nothing on the bus proves what people see.
void Bridge::endFieldTest(const QString& id)
{
    const DeviceReport now = m_deviceStates.wanted(id);
    const bool isThere = now.state == DeviceState::Ok || now.state == DeviceState::Warning;
    tellTested(id, isThere ? TestOutcome::Done : TestOutcome::Failed,
               isThere || !now.fault.isEmpty() ? now.fault : u"silent"_s);
}

void Bridge::tellTested(const QString& id, TestOutcome outcome, const QString& fault)
{
    qCInfo(lcRequests) << "test of" << id << client::api::toWord(outcome) << fault;
    m_board.client().send(
        client::api::endDeviceTest(id, outcome, fault), this,
        [id](const client::Answer& answer) {
            if (!answer.ok())
                qCWarning(lcRequests) << "test of" << id << "wasn't taken:" << answer.code << answer.detail;
        },
        kAnswerWithin);
}

// A ticket in hand is printed first, so that its end is known. Who has a port already may want it for longer,
// or give it back.
void Bridge::release(const QString& id, std::chrono::seconds duration)
{
    if (const auto already = m_released.constFind(id); already != m_released.cend())
        return (*already)->start(duration);
    const auto found = m_printers.find(id);
    if (found == m_printers.end())
        return;
    const PrinterConfig config = found->second->config();
    if (m_printSpooler.printing(config.kiosk)) {
        QTimer::singleShot(kIdleSoon, this, [this, id, duration] { release(id, duration); });
        return;
    }
    qCInfo(lcRequests) << id << "is released for" << duration.count() << "s";
    closePrinter(id);
    DeviceReport report;
    report.kind = client::api::DeviceKind::Printer;
    report.kiosk = config.kiosk;
    report.state = DeviceState::Offline;
    report.fault = client::api::toWord(client::api::PrinterWord::Released);
    report.details.port = config.line.path;
    m_deviceStates.set(id, report);
    auto* const until = new QTimer(this);
    until->setSingleShot(true);
    connect(until, &QTimer::timeout, this, [this, id] { takeBack(id); });
    until->start(duration);
    m_released.insert(id, until);
}

void Bridge::takeBack(const QString& id)
{
    m_released.take(id)->deleteLater();
    if (m_printers.contains(id))
        return; // a reload was faster
    for (const PrinterConfig& printer : m_config.printers)
        if (printer.id == id)
            openPrinter(printer);
}

} // namespace starqueue::bridge
