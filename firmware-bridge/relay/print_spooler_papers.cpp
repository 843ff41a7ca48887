#include <firmware-bridge/relay/print_spooler.h>

#include <QLoggingCategory>

namespace starqueue::bridge {

namespace {

Q_LOGGING_CATEGORY(lcPaper, "bridge.print")

constexpr std::chrono::hours kTellPaperTimeout{12};

client::api::PaperEvent becomeOf(TicketPrinter::PaperEvent event)
{
    switch (event) {
    case TicketPrinter::PaperEvent::Presented:
        return client::api::PaperEvent::Presented;
    case TicketPrinter::PaperEvent::Taken:
        return client::api::PaperEvent::Taken;
    case TicketPrinter::PaperEvent::Retracted:
        break;
    }
    return client::api::PaperEvent::Retracted;
}

} // namespace

void PrintSpooler::onPaperMoved(const QString& job, TicketPrinter::PaperEvent event)
{
    if (job.isEmpty())
        return; // of a technician's test ticket
    QList<TicketPrinter::PaperEvent>& waiting = m_papers[job];
    waiting.append(event);
    if (waiting.size() == 1 && !m_untold.contains(job))
        tellPaper(job);
}

void PrintSpooler::tellPaper(const QString& job)
{
    const auto then = [this, job](const client::Answer& answer) {
        if (!answer.decided())
            return tellPaper(job);
        if (!answer.ok())
            qCWarning(lcPaper) << "the paper of job" << job << "was refused:" << answer.code << answer.detail;
        QList<TicketPrinter::PaperEvent>& waiting = m_papers[job];
        waiting.removeFirst();
        if (waiting.isEmpty())
            m_papers.remove(job);
        else
            tellPaper(job);
    };
    m_hall.send(client::api::reportPaper(job, becomeOf(m_papers.value(job).first())), this, then,
                kTellPaperTimeout);
}

} // namespace starqueue::bridge
