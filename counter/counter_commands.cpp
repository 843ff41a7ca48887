#include <counter/counter_model.h>
#include <counter/counter_words.h>

#include <QHash>

// What CounterModel does when a button or key is pressed; counter_model.cpp says what it shows.
namespace starqueue::counter {

using client::Answer;
using Kind = CounterSheet::Kind;

namespace {
constexpr int kNoContent = 204;
}

bool CounterModel::sending() const
{
    return m_lane.busy() && m_clock.steady() - m_lane.takenAt() >= kQuick;
}

QString CounterModel::mainVerb() const
{
    static const QHash<CounterState, QString> kVerbs{
        {CounterState::Closed, "open"},    {CounterState::Open, "next"},     {CounterState::Calling, "start"},
        {CounterState::Serving, "finish"}, {CounterState::Paused, "resume"},
    };
    return kVerbs.value(m_view.state);
}

QString CounterModel::mainText() const
{
    if (sending())
        return tr("Sending …");
    switch (m_view.state) {
    case CounterState::Closed:
        return tr("Open the counter");
    case CounterState::Open:
        return tr("Call the next");
    case CounterState::Calling:
        return tr("Start the service");
    case CounterState::Serving:
        return tr("Finish, ask for a rating");
    case CounterState::Paused:
        return tr("Resume");
    case CounterState::Unknown:
        break;
    }
    return tr("Please wait");
}

bool CounterModel::canMain() const
{
    const bool named = m_view.state != CounterState::Closed || !clerk().isEmpty();
    return ready() && named && !mainVerb().isEmpty();
}

bool CounterModel::canPause() const
{
    return ready() && m_view.state != CounterState::Unknown && m_view.state != CounterState::Closed;
}

bool CounterModel::canHelp() const
{
    return canPause() && !m_view.helpAsked;
}

bool CounterModel::send(const QString& verb, const QJsonObject& body)
{
    if (!ready() || !m_lane.send(verb, body))
        return false;
    m_sheet.close();
    m_notice.clear();
    emit changed();
    return true;
}

void CounterModel::mainStep()
{
    if (!canMain())
        return;
    if (m_view.state == CounterState::Closed)
        send("open", {{"clerk", clerk()}});
    else
        send(mainVerb());
}

void CounterModel::recall()
{
    if (canCalled())
        send("recall");
}

QString CounterModel::recallText() const
{
    const bool last = m_view.ticket && m_view.ticket->recallsLeft == 0;
    return last ? tr("Call again: no-show") : tr("Call again");
}

void CounterModel::handover()
{
    if (canHandover())
        m_sheet.ask(Kind::Handover);
}

void CounterModel::noShow()
{
    if (canCalled())
        send("no-show");
}

void CounterModel::undo()
{
    if (canCalled())
        send("undo");
}

void CounterModel::transfer()
{
    if (canServe())
        m_sheet.ask(Kind::Transfer, otherServices());
}

void CounterModel::park()
{
    if (canServe())
        m_sheet.ask(Kind::Park);
}

void CounterModel::unpark(const QString& ticket)
{
    if (canCallNumber())
        send("unpark", {{"ticket", ticket}});
}

void CounterModel::callNumber()
{
    if (canCallNumber())
        m_sheet.ask(Kind::CallNumber);
}

void CounterModel::pause()
{
    if (!canPause())
        return;
    if (m_view.paused)
        send("resume");
    else
        m_sheet.ask(Kind::Pause);
}

void CounterModel::askHelp()
{
    if (canHelp())
        send("help");
}

void CounterModel::closeCounter()
{
    if (canClose())
        send("close");
}

bool CounterModel::sendAnswer(Kind kind, const QString& answer, const QString& number)
{
    switch (kind) {
    case Kind::Transfer:
        return send("transfer", {{"service", answer}});
    case Kind::Park:
        return send("park", {{"reason", answer}});
    case Kind::CallNumber:
        return send("call", {{"number", number}, {"reason", answer}});
    case Kind::Pause:
        return send("pause", {{"reason", answer}});
    case Kind::Handover:
        return send("handover", {{"clerk", answer}});
    case Kind::None:
        break;
    }
    return false;
}

void CounterModel::answerSheet(Kind kind, const QString& answer, const QString& number)
{
    if (!sendAnswer(kind, answer, number))
        say(tr("That was not sent. Please try again."), true);
}

void CounterModel::conclude(const QString& verb, const Answer& answer)
{
    if (!answer.ok())
        return say(words::refusal(answer), true);
    if (answer.status == kNoContent)
        return say(tr("Nobody waits whom this counter may serve."), false);
    if (verb == QLatin1String("finish")) {
        const Ticket ticket = readTicket(answer.object());
        m_rated = ticket.ratingInvited ? ticket.number : QString();
        return say(ticket.ratingInvited ? tr("%1 is finished and was asked for a rating.").arg(ticket.number)
                                        : tr("%1 is finished.").arg(ticket.number),
                   false);
    }
    if (verb == QLatin1String("help"))
        return say(tr("The duty manager has been asked to come."), false);
    if (verb == QLatin1String("handover"))
        return say(tr("Clerk %1 goes on here.").arg(answer.object().value("clerk").toString()), false);
    const bool gone = answer.object().value("state").toString() == QLatin1String("no_show");
    if (gone || verb == QLatin1String("no-show"))
        return say(tr("%1 did not come and was noted as a no-show.").arg(readTicket(answer.object()).number),
                   false);
    if (verb == QLatin1String("transfer"))
        return say(tr("%1 waits for the other service and keeps its time of arrival.")
                       .arg(readTicket(answer.object()).number),
                   false);
}

void CounterModel::say(const QString& notice, bool isRefusal)
{
    m_notice = notice;
    m_noticeIsRefusal = isRefusal;
    m_noticeUntil = m_clock.steady() + kNoticeStays;
    emit changed();
}

} // namespace starqueue::counter
