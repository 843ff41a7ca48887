#include <counter/prompt/command_prompt.h>

#include <counter/keys/clerk_number.h>

#include <utility>

namespace starqueue::counter {

using client::api::May;

CommandPrompt::CommandPrompt(client::FaceClock clock, QObject* parent)
    : QObject(parent), m_clock(std::move(clock)), m_choices({"key", "label", "possible"})
{}

void CommandPrompt::ask(Kind kind, const QList<QVariantList>& choices, const ReferenceQuestion& reference)
{
    m_kind = kind;
    m_first = false;
    m_number.clear();
    m_problem.clear();
    m_asked = reference;
    (void)m_scan.take();
    QList<QVariantList> rows = choices;
    for (const QString& reason : reasons(kind))
        rows.append(QVariantList{reason, reason});
    setChoices(rows);
    emit changed();
}

void CommandPrompt::setChoices(QList<QVariantList> rows)
{
    constexpr qsizetype kPossible = 2;
    for (QVariantList& row : rows)
        if (row.size() == kPossible)
            row.append(true);
    m_choices.set(rows);
}

void CommandPrompt::offer(const QList<QVariantList>& choices)
{
    setChoices(choices);
    emit changed();
}

void CommandPrompt::setFirst(bool first)
{
    if (!offersFirst() || std::exchange(m_first, first) == first)
        return;
    emit firstChanged();
    emit changed();
}

void CommandPrompt::close()
{
    if (std::exchange(m_kind, Kind::None) != Kind::None)
        emit changed();
}

void CommandPrompt::choose(int row)
{
    if (isOpen() && m_choices.value(row, "possible").toBool())
        finish(m_choices.value(row, "key").toString());
}

int CommandPrompt::firstPossible() const
{
    for (int row = 0; row < m_choices.rowCount(); ++row)
        if (m_choices.value(row, "possible").toBool())
            return row;
    return -1;
}

void CommandPrompt::enter(const QString& text)
{
    const QString words = checked(text.trimmed());
    if (takesText() && m_problem.isEmpty() && !words.isEmpty())
        finish(words);
}

QString CommandPrompt::checked(const QString& text)
{
    const QString allowed = m_kind == Kind::Handover ? clerkNumberOf(text) : text;
    const QString problem = allowed == text ? QString() : clerkNumberRule();
    if (std::exchange(m_problem, problem) != problem)
        emit changed();
    return allowed;
}

void CommandPrompt::typeKey(const QString& text)
{
    if (!isOpen() || text.isEmpty() || !text.front().isPrint())
        return;
    if (!m_asked.asked)
        return chooseByDigit(text);
    const auto now = m_clock.steady();
    if (!m_scan.isWaiting(now))
        settle();
    m_scan.type(text, now);
}

bool CommandPrompt::endScan()
{
    const bool ends = m_scan.isWaiting(m_clock.steady());
    if (ends)
        setCaseNumber(caseNumber() + m_scan.take());
    return ends;
}

bool CommandPrompt::spaceInScan()
{
    return m_scan.isWaiting(m_clock.steady());
}

void CommandPrompt::tick()
{
    if (!m_scan.isWaiting(m_clock.steady()))
        settle();
}

/// Nothing more belongs to what was typed.
void CommandPrompt::settle()
{
    const QString typed = m_scan.take();
    if (typed.size() > 1)
        setCaseNumber(caseNumber() + typed);
    else
        chooseByDigit(typed);
}

void CommandPrompt::chooseByDigit(const QString& typed)
{
    const int digit = typed.size() == 1 ? typed.front().digitValue() : -1;
    if (digit > 0)
        choose(digit - 1);
    else if (digit == 0)
        setFirst(!m_first);
}

void CommandPrompt::setNumber(const QString& number)
{
    const QString tidy = number.simplified().remove(QLatin1Char(' ')).toUpper();
    if (std::exchange(m_number, tidy) != tidy)
        emit changed();
}

bool CommandPrompt::hasChoicesAlone() const
{
    return m_kind == Kind::Transfer || m_kind == Kind::TransferService || m_kind == Kind::WalkIn ||
           m_kind == Kind::Outcome || m_kind == Kind::More || m_kind == Kind::Keys;
}

bool CommandPrompt::lacksReference() const
{
    return m_asked.needed && m_asked.known.isEmpty() && m_asked.typed.isEmpty();
}

bool CommandPrompt::isComplete() const
{
    return !lacksReference() && (!needsNumber() || !m_number.isEmpty());
}

bool CommandPrompt::beginsWithReference() const
{
    return m_asked.asked && (m_choices.rowCount() == 1 || (m_asked.needed && m_asked.known.isEmpty()));
}

QString CommandPrompt::referenceHint() const
{
    if (!m_asked.known.isEmpty())
        return tr("On the ticket: %1").arg(m_asked.known);
    return m_asked.needed ? tr("One of the two is needed here.") : QString();
}

void CommandPrompt::takeTyped(QString& part, const QString& text)
{
    const QString tidy = text.simplified().remove(QLatin1Char(' '));
    if (std::exchange(part, tidy) != tidy || tidy != text)
        emit changed(); // also when only what the field shows isn't tidy
}

void CommandPrompt::finish(const QString& answer)
{
    if (!isComplete())
        return;
    const Kind kind = m_kind;
    const QString number = m_number;
    close();
    emit answered(kind, answer, number);
}

May CommandPrompt::step() const
{
    switch (m_kind) {
    case Kind::Transfer:
    case Kind::TransferService:
    case Kind::TransferReason:
        return May::Transfer;
    case Kind::WalkIn:
        return May::WalkIn;
    case Kind::Outcome:
        return May::Finish;
    case Kind::Park:
        return May::Park;
    case Kind::CallNumber:
        return May::Call;
    case Kind::Pause:
        return May::Pause;
    case Kind::Handover:
    case Kind::HandoverPin:
        return May::Handover;
    case Kind::More:
    case Kind::Keys:
    case Kind::None:
        break;
    }
    return May::Nothing;
}

QString CommandPrompt::title() const
{
    switch (m_kind) {
    case Kind::Transfer:
        return tr("Transfer where to?");
    case Kind::TransferService:
        return tr("For which service there?");
    case Kind::TransferReason:
        return tr("Why does this number go first?");
    case Kind::WalkIn:
        return tr("Which service does the customer without a number want?");
    case Kind::Outcome:
        return m_asked.asked && m_choices.rowCount() == 1 ? tr("Which case or item was it?")
                                                          : tr("What came of it?");
    case Kind::Park:
        return tr("Why is this number parked?");
    case Kind::CallNumber:
        return tr("Which number is called out of turn, and why?");
    case Kind::Pause:
        return tr("Why does this counter pause?");
    case Kind::Handover:
        return tr("Which clerk goes on at this counter?");
    case Kind::HandoverPin:
        return tr("The PIN of the clerk who goes on");
    case Kind::More:
        return tr("More");
    case Kind::Keys:
        return tr("What each key does");
    case Kind::None:
        break;
    }
    return {};
}

QString CommandPrompt::note() const
{
    return m_kind == Kind::Transfer
               ? tr("The times are for somebody new. Who is transferred keeps the time of "
                    "arrival and usually waits less.")
               : QString();
}

QString CommandPrompt::hint() const
{
    if (m_kind == Kind::HandoverPin)
        return tr("PIN, then Enter");
    return m_kind == Kind::Handover ? tr("Clerk, then Enter") : tr("Another reason, then Enter");
}

QStringList CommandPrompt::reasons(Kind kind)
{
    switch (kind) {
    case Kind::TransferReason:
        return {tr("Waited at the wrong counter"), tr("Continues an earlier visit"),
                tr("Needs help at once")};
    case Kind::Park:
        return {tr("Fills in a form"), tr("Fetches a document"), tr("Waits for the system")};
    case Kind::CallNumber:
        return {tr("Missed the call, came back"), tr("Continues an earlier visit"), tr("Needs help at once")};
    case Kind::Pause:
        return {tr("Short break"), tr("Back office work"), tr("Equipment fault")};
    default:
        return {};
    }
}

} // namespace starqueue::counter
