#include <counter/counter_model.h>

#include <client/ui/language.h>
#include <counter/counter_words.h>
#include <counter/floor/wait_words.h>
#include <counter/keys/clerk_number.h>

#include <QLoggingCategory>

namespace starqueue::counter {

namespace api = client::api;
using namespace Qt::StringLiterals;
using api::CounterState;
using Page = CounterModel::Page;

namespace {

Q_LOGGING_CATEGORY(lcCounter, "starqueue.counter")

QString pick(const api::Name& words)
{
    return ui::Language::instance().pick(words);
}

} // namespace

CounterModel::CounterModel(client::HallClient& hall, const QString& counter, QString clerk,
                           client::FaceClock clock, QObject* parent)
    : QObject(parent), m_sender(hall, counter, clock), m_counter(counter), m_clerk(std::move(clerk)),
      m_clock(std::move(clock)), m_prompt(m_clock), m_facts({"label", "look"}), m_waits({"label", "look"}),
      m_parked({"ticket", "number", "service"})
{
    connect(&m_sender, &CommandSender::busyChanged, this, &CounterModel::changed);
    connect(&m_sender, &CommandSender::counterChanged, this, &CounterModel::take);
    connect(&m_sender, &CommandSender::answered, this, &CounterModel::conclude);
    connect(&m_sender, &CommandSender::forbidden, this, &CounterModel::refuse);
    connect(&m_prompt, &CommandPrompt::answered, this, &CounterModel::answerPrompt);
    connect(&m_prompt, &CommandPrompt::firstChanged, this, &CounterModel::offerDestinations);
}

void CounterModel::takeBoard(const api::Board& board)
{
    if (board.at.isValid())
        m_hallAhead = m_clock.wall().msecsTo(board.at);
    m_needsPin = board.hall.clerkLogin == client::api::ClerkLogin::Pin;
    m_floor = {board.services, board.counters};
    fillWaits();
    m_sender.ask();
}

void CounterModel::takeEvent(const api::Event& event)
{
    if (event.name == api::EventName::TicketRated && event.counter == m_counter && !m_rated.isEmpty())
        say(tr("The customer of %1 has given a rating.").arg(m_rated), false);
    if (event.name == api::EventName::StepUndone && event.counter == m_counter) {
        m_rated.clear();
        m_sender.ask();
    }
}

void CounterModel::setConnected(bool connected, const QString& refusal)
{
    m_connected = connected;
    m_forbidden = refusal;
    m_noSuchCounter = false;
    fillWaits();
    emit changed();
}

void CounterModel::refuse(const client::Answer& answer)
{
    constexpr int kNotFound = 404;
    if (answer.detail != m_forbidden)
        qCWarning(lcCounter) << "the hall refuses this counter's window:" << answer.detail;
    m_forbidden = answer.detail;
    m_noSuchCounter = answer.status == kNotFound;
    emit changed();
}

QString CounterModel::problem() const
{
    if (m_forbidden.isEmpty())
        return {};
    return m_noSuchCounter
               ? tr("The hall was reached, but it has no counter %1. Waiting doesn't help: ask the "
                    "technician to start this window with a counter of this hall.")
                     .arg(m_counter)
               : tr("The hall was reached, but it refuses this window's token. Waiting doesn't help: "
                    "ask the technician to start this window with the token of counter %1.")
                     .arg(m_counter);
}

void CounterModel::tick()
{
    if (!m_notice.isEmpty() && !m_noticeIsRefusal && m_clock.steady() >= m_noticeUntil)
        m_notice.clear();
    m_prompt.tick();
    settleTyped();
    emit changed();
}

void CounterModel::take(const api::Counter& counter)
{
    m_here = counter;
    m_lastStep.take(counter.lastStep, m_clock.steady());
    m_forbidden.clear();
    const bool asksNothing = m_prompt.kind() == CommandPrompt::Kind::Keys;
    const bool isLeft = m_prompt.kind() == CommandPrompt::Kind::More ? canMore() : false;
    if (!asksNothing && !isLeft && !m_here.may.contains(m_prompt.step()))
        m_prompt.close();
    if (m_prompt.kind() == CommandPrompt::Kind::More)
        m_prompt.offer(moreSteps());
    fill();
    emit changed();
}

void CounterModel::fill()
{
    if (m_here.ticket)
        m_facts.set(words::facts(*m_here.ticket));
    else if (m_here.next)
        m_facts.set(words::facts(*m_here.next, m_floor.serviceName(m_here.next->service)));
    else
        m_facts.set({});
    fillParked();
    fillWaits();
}

QList<QVariantList> CounterModel::ownServices() const
{
    QList<QVariantList> rows;
    for (const api::Service& service : m_floor.services) {
        if (service.takesTransfers && m_here.services.contains(service.id))
            rows.append(QVariantList{service.id, pick(service.name)});
    }
    return rows;
}

void CounterModel::fillWaits()
{
    QList<QVariantList> rows;
    for (const api::Service& service : m_floor.services) {
        if (m_connected && m_here.services.contains(service.id))
            rows.append(QVariantList{u"%1 · %2"_s.arg(pick(service.name), words::waitOf(service)),
                                     static_cast<int>(FactKind::Plain)});
    }
    m_waits.set(rows);
}

bool CounterModel::asksAtFinish() const
{
    return !m_here.outcomes.isEmpty() || m_here.askReference != api::AskReference::Off;
}

ReferenceQuestion CounterModel::referenceQuestion(May step) const
{
    const bool finishes = step == May::Finish && m_here.ticket;
    ReferenceQuestion question;
    question.asked = m_here.askReference != api::AskReference::Off;
    question.needed = finishes && m_here.askReference == api::AskReference::Required;
    if (finishes && m_here.ticket->reference)
        question.known = words::reference(*m_here.ticket->reference);
    if (m_typedFor == (finishes ? m_here.ticket->id : QString()))
        question.typed = m_typed;
    return question;
}

/// With none to choose where the hall can do without.
QList<QVariantList> CounterModel::outcomes() const
{
    if (m_here.outcomes.isEmpty())
        return {{QString(), nextStepText()}};
    QList<QVariantList> rows;
    for (const api::Outcome& outcome : m_here.outcomes)
        rows.append(QVariantList{outcome.id, pick(outcome.name)});
    if (!m_here.outcomeRequired)
        rows.append(QVariantList{QString(), tr("Nothing to record")});
    return rows;
}

Page CounterModel::page() const
{
    if (!m_forbidden.isEmpty())
        return Page::Forbidden;
    if (m_elsewhere)
        return Page::InUse;
    if (m_here.ticket)
        return Page::Ticket;
    switch (m_here.state) {
    case CounterState::Closed:
        return Page::Closed;
    case CounterState::Paused:
        return Page::Paused;
    case CounterState::Open:
        return Page::Idle;
    case CounterState::Unknown:
    case CounterState::Calling:
    case CounterState::Serving:
        break;
    }
    return Page::Connecting;
}

QString CounterModel::counterName() const
{
    const QString name = pick(m_here.name);
    return name.isEmpty() ? tr("Counter %1").arg(m_counter) : name;
}

const QString& CounterModel::clerk() const
{
    const bool working = m_here.state != CounterState::Closed && !m_here.clerk.isEmpty();
    return working ? m_here.clerk : m_clerk;
}

void CounterModel::setPin(const QString& pin)
{
    if (std::exchange(m_pin, pin) != m_pin)
        emit changed();
}

void CounterModel::setClerk(const QString& clerk)
{
    m_clerk = clerkNumberOf(clerk);
    m_takesOver = false;
    m_clerkProblem = m_clerk == clerk ? QString() : clerkNumberRule();
    emit changed();
}

QString CounterModel::today() const
{
    const QString served = tr("Today %1").arg(m_here.servedToday);
    return m_here.meanServiceSeconds.count() > 0
               ? tr("%1 · mean %2").arg(served, words::clock(m_here.meanServiceSeconds.count()))
               : served;
}

QString CounterModel::waiting() const
{
    return tr("%1 waiting · %2 for this counter").arg(m_here.waiting).arg(m_here.waitingHere);
}

QString CounterModel::services() const
{
    if (!m_here.servicesChanged)
        return {};
    QStringList names;
    for (const QString& id : m_here.services)
        names << m_floor.serviceName(id);
    return tr("Changed for today: %1").arg(names.join(tr(", ", "between the names of services")));
}

QString CounterModel::number() const
{
    if (m_here.ticket)
        return m_here.ticket->number;
    return m_here.next ? m_here.next->number : QString();
}

QString CounterModel::why() const
{
    if (m_here.ticket)
        return m_here.ticket->why ? pick(m_here.ticket->why->text) : QString();
    return m_here.next ? pick(m_here.next->why.text) : QString();
}

QString CounterModel::timer() const
{
    if (!m_here.ticket)
        return {};
    const api::Ticket& ticket = *m_here.ticket;
    const QDateTime since = m_here.state == CounterState::Serving ? ticket.startedAt : ticket.calledAt;
    if (!since.isValid())
        return {};
    constexpr qint64 kSecond = 1000;
    return words::clock((since.msecsTo(m_clock.wall()) + m_hallAhead) / kSecond);
}

qint64 CounterModel::secondsToNoShow() const
{
    constexpr qint64 kSecond = 1000;
    if (!m_here.ticket || !m_here.ticket->noShowAt.isValid())
        return 0;
    const qint64 left = m_clock.wall().msecsTo(m_here.ticket->noShowAt) - m_hallAhead;
    return left > 0 ? (left + kSecond - 1) / kSecond : 0;
}

QString CounterModel::timerLabel() const
{
    return m_here.state == CounterState::Serving ? tr("Serving") : tr("Called");
}

} // namespace starqueue::counter
