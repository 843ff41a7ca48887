#include <counter/counter_model.h>
#include <counter/counter_words.h>

#include <utility>

// What CounterModel makes of the hall's answers to its commands.
namespace starqueue::counter {

namespace api = client::api;
using client::Answer;

namespace {
constexpr int kNoContent = 204;
}

QString CounterModel::refusalOf(May step, const Answer& answer) const
{
    const bool tookReference = (step == May::Finish || step == May::WalkIn) && !m_typed.isEmpty();
    if (tookReference && answer.problem() == api::ProblemCode::BadField)
        return words::badReference();
    if (step == May::Open)
        return words::openRefusal(answer);
    return step == May::Transfer ? words::transferRefusal(answer) : words::refusal(answer);
}

QString CounterModel::outcome(May step, const Answer& answer) const
{
    const auto ticket = answer.as<api::Ticket>();
    if (step == May::Finish)
        return ticket.rating ? tr("%1 is finished and was asked for a rating.").arg(ticket.number)
                             : tr("%1 is finished.").arg(ticket.number);
    if (step == May::Help)
        return tr("The duty manager has been asked to come.");
    if (step == May::Handover)
        return tr("Clerk %1 goes on here.").arg(answer.as<api::Counter>().clerk);
    if (ticket.state == api::TicketState::NoShow || step == May::NoShow)
        return tr("%1 did not come and was noted as a no-show.").arg(ticket.number);
    if (step == May::Transfer)
        return sentOnWords(ticket);
    if (step == May::Undo)
        return tr("Taken back: %1 is as it was before.").arg(ticket.number);
    return {};
}

void CounterModel::refuseStep(May step, const Answer& answer)
{
    setElsewhere(answer.problem() == api::ProblemCode::CounterInUse);
    m_takesOver = step == May::Open && words::mayTakeOver(answer);
    if (!m_elsewhere)
        say(refusalOf(step, answer), true);
}

void CounterModel::conclude(May step, const Answer& answer)
{
    if (!answer.ok())
        return refuseStep(step, answer);
    emit stepTaken();
    if (step == May::Finish || step == May::WalkIn)
        m_typed = {};
    if (step == May::Undo)
        m_rated.clear();
    if (answer.status == kNoContent)
        return say(tr("Nobody waits whom this counter may serve."), false);
    if (step == May::Finish) {
        const auto ticket = answer.as<api::Ticket>();
        m_rated = ticket.rating ? ticket.number : QString();
    }
    if (const QString notice = outcome(step, answer); !notice.isEmpty())
        say(notice, false);
}

void CounterModel::say(const QString& notice, bool isRefusal)
{
    m_notice = notice;
    m_noticeIsRefusal = isRefusal;
    m_noticeUntil = m_clock.steady() + kNoticeStays;
    emit changed();
}

void CounterModel::setElsewhere(bool elsewhere)
{
    if (std::exchange(m_elsewhere, elsewhere) == elsewhere)
        return;
    m_prompt.close();
    m_sender.ask();
    emit changed();
}

} // namespace starqueue::counter
