#include <counter/counter_model.h>
#include <counter/counter_words.h>

#include <utility>

// What CounterModel does when a button or key is pressed; counter_model.cpp says what it shows.
namespace starqueue::counter {

namespace api = client::api;
using api::CounterState;
using client::Answer;
using Kind = CommandPrompt::Kind;

bool CounterModel::sending() const
{
    return m_sender.busy() && m_clock.steady() - m_sender.takenAt() >= kQuick;
}

api::May CounterModel::nextStep() const
{
    switch (m_here.state) {
    case CounterState::Closed:
        return May::Open;
    case CounterState::Open:
        return May::Next;
    case CounterState::Calling:
        return May::Start;
    case CounterState::Serving:
        return May::Finish;
    case CounterState::Paused:
        return May::Resume;
    case CounterState::Unknown:
        break;
    }
    return May::Nothing;
}

QString CounterModel::nextStepText() const
{
    if (!m_forbidden.isEmpty())
        return tr("Not possible here");
    if (m_elsewhere)
        return tr("Take over here");
    if (sending())
        return tr("Sending …");
    switch (m_here.state) {
    case CounterState::Closed:
        return m_takesOver ? tr("Take over here") : tr("Open the counter");
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

bool CounterModel::canDoNextStep() const
{
    if (m_elsewhere)
        return m_connected && m_forbidden.isEmpty();
    const bool isKnown = !clerk().isEmpty() && (!m_needsPin || !m_pin.isEmpty());
    return (m_here.state != CounterState::Closed || isKnown) && can(nextStep());
}

bool CounterModel::send(const api::CounterRequest& request)
{
    if (!ready() || !m_sender.send(request))
        return false;
    m_prompt.close();
    m_notice.clear();
    emit changed();
    return true;
}

void CounterModel::sendIf(bool possible, May step)
{
    if (possible)
        send({.step = step});
}

void CounterModel::doNextStep()
{
    if (!canDoNextStep())
        return;
    if (m_elsewhere)
        emit takeOverWanted();
    else if (m_here.state == CounterState::Closed)
        open();
    else if (nextStep() == May::Finish && asksAtFinish())
        m_prompt.ask(Kind::Outcome, outcomes(), referenceQuestion(May::Finish));
    else
        send({.step = nextStep()});
}

void CounterModel::open()
{
    api::CounterRequest request{.step = May::Open, .clerk = clerk(), .pin = std::exchange(m_pin, {})};
    if (std::exchange(m_takesOver, false))
        request.takesOver = true;
    send(request);
}

void CounterModel::recall()
{
    sendIf(canRecall(), May::Recall);
}

QString CounterModel::recallText() const
{
    return isLastRecall() ? tr("Again: no-show") : tr("Call again");
}

void CounterModel::handover()
{
    if (canHandover())
        m_prompt.ask(Kind::Handover);
}

QString CounterModel::noShowText() const
{
    const qint64 left = m_here.may.contains(May::NoShow) ? secondsToNoShow() : 0;
    return left > 0 ? tr("No-show · %1 s").arg(left) : tr("No-show");
}

void CounterModel::noShow()
{
    sendIf(canNoShow(), May::NoShow);
}

void CounterModel::undo()
{
    if (!canUndo())
        return;
    const api::LastStep* const step = offeredStep();
    send({.step = May::Undo,
          .ticket = step ? step->ticket : QString{},
          .stepTaken = step ? api::toWord(step->step) : QString{}});
}

QString CounterModel::lastStepText() const
{
    const api::LastStep* step = canUndo() ? offeredStep() : nullptr;
    return step ? words::step(step->step) + u' ' + step->number : QString();
}

void CounterModel::walkIn()
{
    if (canWalkIn())
        m_prompt.ask(Kind::WalkIn, ownServices(), referenceQuestion(May::WalkIn));
}

void CounterModel::park()
{
    if (canPark())
        m_prompt.ask(Kind::Park);
}

void CounterModel::callNumber()
{
    if (canCallNumber())
        m_prompt.ask(Kind::CallNumber);
}

void CounterModel::pause()
{
    if (!canPause())
        return;
    if (m_here.paused)
        send({.step = May::Resume});
    else
        m_prompt.ask(Kind::Pause);
}

void CounterModel::askHelp()
{
    sendIf(canHelp(), May::Help);
}

void CounterModel::closeCounter()
{
    sendIf(canClose(), May::Close);
}

namespace {

api::CounterRequest requestOf(Kind kind, const QString& answer, const QString& number)
{
    using api::May;
    switch (kind) {
    case Kind::WalkIn:
        return {.step = May::WalkIn, .service = answer};
    case Kind::Outcome:
        return {.step = May::Finish, .outcome = answer};
    case Kind::Park:
        return {.step = May::Park, .reason = answer};
    case Kind::CallNumber:
        return {.step = May::Call, .reason = answer, .number = number};
    case Kind::Pause:
        return {.step = May::Pause, .reason = answer};
    case Kind::Handover:
        return {.step = May::Handover, .clerk = answer};
    case Kind::HandoverPin:
    case Kind::Transfer:
    case Kind::TransferService:
    case Kind::TransferReason:
    case Kind::More:
    case Kind::Keys:
    case Kind::None:
        break;
    }
    return {};
}

} // namespace

void CounterModel::answerPrompt(Kind kind, const QString& answer, const QString& number)
{
    if (kind == Kind::Handover && m_needsPin) {
        m_nextClerk = answer;
        return m_prompt.ask(Kind::HandoverPin);
    }
    if (kind == Kind::More)
        return chooseMore(answer);
    if (isOfTransfer(kind))
        return answerTransfer(kind, answer);
    api::CounterRequest request =
        kind == Kind::HandoverPin
            ? api::CounterRequest{.step = May::Handover, .clerk = m_nextClerk, .pin = answer}
            : requestOf(kind, answer, number);
    if (!m_prompt.reference().isEmpty()) {
        request.reference = m_typed = m_prompt.reference();
        m_typedFor = m_here.ticket ? m_here.ticket->id : QString();
    }
    sendAnswer(request);
}

void CounterModel::sendAnswer(const api::CounterRequest& request)
{
    if (request.step == May::Nothing || !send(request))
        say(tr("That was not sent. Please try again."), true);
}

} // namespace starqueue::counter
