#include <counter/counter_model.h>

// How CounterModel sends a customer on: where to, for which service there, why to the head of the line.
namespace starqueue::counter {

using Kind = CommandPrompt::Kind;

void CounterModel::transfer()
{
    if (canTransfer())
        m_prompt.ask(Kind::Transfer, destinations(m_here, m_floor, false));
}

void CounterModel::offerDestinations()
{
    m_prompt.offer(destinations(m_here, m_floor, m_prompt.isFirst()));
}

bool CounterModel::isOfTransfer(Kind kind)
{
    return kind == Kind::Transfer || kind == Kind::TransferService || kind == Kind::TransferReason;
}

void CounterModel::answerTransfer(Kind kind, const QString& answer)
{
    if (kind == Kind::Transfer)
        m_onward = {.to = Destination::of(answer), .first = m_prompt.isFirst()};
    else if (kind == Kind::TransferService)
        m_onward.to.service = answer;
    else
        m_onward.reason = answer;
    goOnward(kind == Kind::Transfer);
}

/// Asks for what is still to be said, or sends.
void CounterModel::goOnward(bool mayNeedService)
{
    const auto services =
        mayNeedService ? servicesThere(m_here, m_floor, m_onward.to.counter) : QList<QVariantList>();
    if (services.size() > 1)
        return m_prompt.ask(Kind::TransferService, services);
    if (services.size() == 1)
        m_onward.to.service = services.front().front().toString();
    if (m_onward.first && m_onward.reason.isEmpty())
        return m_prompt.ask(Kind::TransferReason);
    client::api::CounterRequest request{.step = May::Transfer,
                                        .reason = m_onward.reason,
                                        .service = m_onward.to.service,
                                        .counter = m_onward.to.counter};
    if (m_onward.first)
        request.first = true;
    sendAnswer(request);
}

QString CounterModel::sentOnWords(const client::api::Ticket& ticket) const
{
    if (ticket.first)
        return tr("%1 goes first there and keeps its time of arrival.").arg(ticket.number);
    if (!ticket.boundTo.isEmpty())
        return tr("%1 waits for %2 alone and keeps its time of arrival.")
            .arg(ticket.number, m_floor.counterName(ticket.boundTo));
    if (!m_onward.to.counter.isEmpty())
        return tr("%1 waits for %2, which isn't calling now: others may call it too. It keeps its time of "
                  "arrival.")
            .arg(ticket.number, m_floor.counterName(m_onward.to.counter));
    return tr("%1 waits for the other service and keeps its time of arrival.").arg(ticket.number);
}

} // namespace starqueue::counter
