#include <firmware-bridge/printer/printer_dialogue.h>

namespace starqueue::bridge {

namespace {

using namespace std::chrono_literals;
using Kind = PrinterState::Kind;

} // namespace

PrinterState PrinterDialogue::state() const
{
    if (!m_monitor.open())
        return m_refusedLine.value_or(PrinterState{Kind::Unplugged});
    const Kind byCondition = kindOf(m_monitor.condition());
    const bool isKnownFault = byCondition == Kind::PaperOut || byCondition == Kind::CoverOpen;
    if (m_monitor.blocked())
        return {isKnownFault ? byCondition : Kind::Blocked};
    if (m_monitor.silent())
        return stateOfSilent();
    if (!m_monitor.known())
        return {m_otherLanguage.isEmpty() ? Kind::Starting : Kind::OtherLanguage, m_otherLanguage};
    return stateOfKnown();
}

PrinterState PrinterDialogue::stateOfSilent() const
{
    constexpr int kNoise = 3;
    if (m_profile.trustWrites)
        return {Kind::DoesntConfirm};
    if (!m_otherLanguage.isEmpty())
        return {Kind::OtherLanguage, m_otherLanguage};
    return {m_answers.strayBytes() - m_straysWhenWell >= kNoise ? Kind::WrongBaud : Kind::Silent};
}

PrinterState PrinterDialogue::stateOfKnown() const
{
    constexpr std::chrono::milliseconds kReturns = 10s;
    const auto& condition = m_monitor.condition();
    const Kind byCondition = kindOf(condition);
    if (byCondition != Kind::Ready)
        return {byCondition};
    if (!condition.fitToPrint())
        return {m_offlineSince && m_now - *m_offlineSince >= kReturns ? Kind::Broken : Kind::Starting};
    if (isHeldBack())
        return {Kind::TicketWaiting};
    if (!m_finder.done() && !m_wasFound)
        return {Kind::Starting};
    if (m_profile.nearEndSensor && condition.has(PrinterSign::NearEnd))
        return {Kind::NearEnd};
    return {m_finder.lowered() ? Kind::DoesntConfirm : Kind::Ready};
}

bool PrinterDialogue::isHeldBack() const
{
    const auto& presenter = m_profile.presenter;
    return presenter.kind != PresenterProfile::Kind::None && !presenter.printsOverWaiting &&
           m_monitor.condition().has(PrinterSign::TicketWaiting);
}

} // namespace starqueue::bridge
