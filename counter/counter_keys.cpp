#include <client/ui/language.h>
#include <counter/counter_model.h>

#include <QTimer>

#include <algorithm>

// What CounterModel does with digits: parked customers come back by them, and so does what is done seldom.
namespace starqueue::counter {

namespace api = client::api;
using Kind = CommandPrompt::Kind;

void CounterModel::fillParked()
{
    QList<QVariantList> rows;
    for (const api::Ticket& ticket : m_here.parked)
        rows.append(
            QVariantList{ticket.id, ticket.number, ui::Language::instance().pick(ticket.serviceName)});
    for (int row = 0; row < std::min<int>(m_parked.rowCount(), static_cast<int>(rows.size())); ++row)
        if (m_parked.value(row, "ticket") != rows.at(row).first())
            m_parkedSince = m_clock.steady();
    m_parked.set(rows);
}

void CounterModel::unpark(const QString& ticket)
{
    if (canUnpark())
        send({.step = May::Unpark, .ticket = ticket});
}

void CounterModel::unparkRow(int row)
{
    const bool stands = m_clock.steady() - m_parkedSince >= kStands;
    if (const QVariant ticket = m_parked.value(row, "ticket"); stands && ticket.isValid())
        unpark(ticket.toString());
}

void CounterModel::typeKey(const QString& text)
{
    settleTyped();
    m_typedKeys.type(text, m_clock.steady());
    QTimer::singleShot(ScanGuard::kBetween, Qt::PreciseTimer, this, &CounterModel::settleTyped);
}

/// A digit of a hand: nothing followed it at once.
void CounterModel::settleTyped()
{
    if (isScanning())
        return;
    const QString typed = m_typedKeys.take();
    if (const int digit = typed.size() == 1 ? typed.front().digitValue() : 0; digit > 0)
        unparkRow(digit - 1);
}

/// Each with its digit, possible now or not.
QList<QVariantList> CounterModel::moreSteps() const
{
    return {{api::toWord(May::WalkIn), tr("Serve without a number"), canWalkIn()},
            {api::toWord(May::Handover), tr("Hand over to another clerk"), canHandover()},
            {api::toWord(May::Close), tr("Close the counter"), canClose()}};
}

void CounterModel::more()
{
    if (canMore())
        m_prompt.ask(Kind::More, moreSteps());
}

void CounterModel::chooseMore(const QString& step)
{
    if (step == api::toWord(May::WalkIn))
        walkIn();
    else if (step == api::toWord(May::Handover))
        handover();
    else
        closeCounter();
}

void CounterModel::showKeys()
{
    m_prompt.ask(Kind::Keys);
}

} // namespace starqueue::counter
