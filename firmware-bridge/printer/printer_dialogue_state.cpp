#include <firmware-bridge/printer/printer_dialogue.h>

namespace starqueue::bridge {

namespace {

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using Kind = PrinterState::Kind;

constexpr std::chrono::milliseconds kPassesWithin = 30s;     ///< what passes by itself
constexpr std::chrono::milliseconds kHeardAgainWithin = 15s; ///< a question that noise made mute

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
    return stateOfFit();
}

PrinterState PrinterDialogue::stateOfFit() const
{
    const int unanswered = m_monitor.neverAnswered();
    const QString question = unanswered == 0 ? QString() : u"DLE EOT %1"_s.arg(unanswered);
    if (unanswered != 0 && !m_profile.trustWrites)
        return {Kind::StatusUnanswered, question};
    if (!m_finder.done() && !m_wasFound)
        return {Kind::Starting};
    if (m_profile.nearEndSensor && m_monitor.condition().has(PrinterSign::NearEnd))
        return {Kind::NearEnd};
    return {m_finder.lowered() || unanswered != 0 ? Kind::DoesntConfirm : Kind::Ready, question};
}

/// Whether a ticket that has waited so long goes on waiting for a printer in that state.
bool PrinterDialogue::waits(const PrinterState& state, std::chrono::milliseconds waited) const
{
    const bool isUnsure = state.kind == Kind::Starting || m_monitor.suspects();
    return m_monitor.open() &&
           (state.kind == Kind::TicketWaiting || (isUnsure && waited < m_profile.jobLife) ||
            (state.kind == Kind::StatusUnanswered && waited < kHeardAgainWithin) ||
            (state.passing() && waited < kPassesWithin));
}

bool PrinterDialogue::isHeldBack() const
{
    const auto& presenter = m_profile.presenter;
    return presenter.kind != PresenterProfile::Kind::None && !presenter.printsOverWaiting &&
           m_monitor.condition().has(PrinterSign::TicketWaiting);
}

} // namespace starqueue::bridge
