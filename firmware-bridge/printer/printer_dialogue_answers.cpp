#include <firmware-bridge/printer/printer_dialogue.h>

#include <algorithm>

namespace starqueue::bridge {

void PrinterDialogue::take(const std::vector<PrinterAnswer>& answers, SteadyTime now)
{
    for (const PrinterAnswer& answer : answers)
        std::visit([this, now](const auto& known) { handle(known, now); }, answer);
}

void PrinterDialogue::handle(const AutomaticStatus& status, SteadyTime now)
{
    m_desk.interrupted(now);
    ask(m_monitor.answered(status, now));
}

void PrinterDialogue::handle(const RealTimeStatus& status, SteadyTime now)
{
    ask(m_monitor.answered(status, now));
}

void PrinterDialogue::ask(const QByteArray& question)
{
    if (!m_clearing.running())
        m_output += question;
    else if (!question.isEmpty())
        m_monitor.forgetQuestion();
}

void PrinterDialogue::handle(PaperSensorStatus status, SteadyTime now)
{
    m_desk.answered(status, now);
}

void PrinterDialogue::handle(const ProcessCompleted& completed, SteadyTime now)
{
    m_desk.answered(completed, now);
}

void PrinterDialogue::handle(BufferCleared, SteadyTime)
{
    if (m_clearing.running())
        m_clearing.cleared();
    else if (m_course)
        m_course->lost();
}

void PrinterDialogue::handle(PoweredOn, SteadyTime)
{
    m_needsReset = true;
    m_fragmentLeft = m_fragmentLeft || m_isUnproven;
    if (m_finder.done())
        m_finder.restart(); // it may be another printer
    m_maySwallow = false;
    m_filling.stop();
    m_presenter.forget();
    if (m_course)
        m_course->lost();
}

// Only the wire knows whether it is held up: it filters these bytes where they mean that.
void PrinterDialogue::handle(FlowChanged changed, SteadyTime)
{
    m_stops = std::max(0, m_stops + (changed.stop ? 1 : -1));
}

void PrinterDialogue::handle(const OtherBlock&, SteadyTime) {}

void PrinterDialogue::handle(OtherLanguage language, SteadyTime)
{
    m_otherLanguage = QString::fromLatin1(language.maker);
}

} // namespace starqueue::bridge
