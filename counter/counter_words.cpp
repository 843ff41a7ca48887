#include <counter/counter_words.h>

#include <client/ui/language.h>

#include <QCoreApplication>
#include <QHash>

#include <algorithm>
#include <array>

namespace starqueue::counter::words {

using namespace Qt::StringLiterals;

namespace {

using client::api::Language;
using client::api::ProblemCode;
using client::api::toWord;

constexpr int kMinute = 60;
constexpr int kHour = 3600;

QString spoken(const char* source)
{
    return QCoreApplication::translate("CounterWords", source);
}

void add(QList<QVariantList>& rows, const QString& text, FactKind kind)
{
    if (!text.isEmpty())
        rows.append(QVariantList{text, static_cast<int>(kind)});
}

/// With its beginning and its end where it is too long to stand beside others.
QString shortened(const QString& code)
{
    constexpr qsizetype kLongest = 22;
    constexpr qsizetype kHead = 8;
    constexpr qsizetype kTail = 12;
    return code.size() <= kLongest ? code : code.first(kHead) + u'…' + code.last(kTail);
}

QString caseFact(const QString& number)
{
    return number.isEmpty() ? QString()
                            : spoken(QT_TRANSLATE_NOOP("CounterWords", "Case %1")).arg(shortened(number));
}

QString itemFact(const QString& code)
{
    return code.isEmpty() ? QString()
                          : spoken(QT_TRANSLATE_NOOP("CounterWords", "Item %1")).arg(shortened(code));
}

QHash<client::api::May, const char*> steps()
{
    using enum client::api::May;
    return {
        {Call, QT_TRANSLATE_NOOP("CounterWords", "call")},
        {Recall, QT_TRANSLATE_NOOP("CounterWords", "repeated call")},
        {Start, QT_TRANSLATE_NOOP("CounterWords", "start")},
        {Finish, QT_TRANSLATE_NOOP("CounterWords", "finish")},
        {NoShow, QT_TRANSLATE_NOOP("CounterWords", "no-show")},
        {Park, QT_TRANSLATE_NOOP("CounterWords", "parking")},
        {Unpark, QT_TRANSLATE_NOOP("CounterWords", "call back")},
        {Transfer, QT_TRANSLATE_NOOP("CounterWords", "transfer")},
        {WalkIn, QT_TRANSLATE_NOOP("CounterWords", "walk-in")},
    };
}

/// Why a step stays.
QHash<ProblemCode, const char*> undoRefusals()
{
    using enum ProblemCode;
    return {
        {NothingToUndo,
         QT_TRANSLATE_NOOP("CounterWords", "There is nothing to take back, or it was too long ago.")},
        {UndoConflict,
         QT_TRANSLATE_NOOP("CounterWords",
                           "It has gone on since with that number, so it can't be taken back any more.")},
    };
}

/// What a clerk must say first.
QHash<ProblemCode, const char*> questions()
{
    using enum ProblemCode;
    return {
        {OutcomeNeeded, QT_TRANSLATE_NOOP("CounterWords", "Say what came of the service first.")},
        {ReferenceNeeded,
         QT_TRANSLATE_NOOP("CounterWords", "Give the number of the case or the code of the item first.")},
    };
}

QHash<ProblemCode, const char*> refusals()
{
    using enum ProblemCode;
    return {
        {CounterClosed, QT_TRANSLATE_NOOP("CounterWords", "This counter is closed. Open it first.")},
        {CounterBusy,
         QT_TRANSLATE_NOOP("CounterWords", "A customer is still at this counter. Finish with them first.")},
        {CounterIdle, QT_TRANSLATE_NOOP("CounterWords", "Nobody is at this counter. Call somebody first.")},
        {CounterPaused, QT_TRANSLATE_NOOP("CounterWords", "This counter is paused. Resume first.")},
        {CounterOpen, QT_TRANSLATE_NOOP("CounterWords", "This counter is open already.")},
        {TicketState,
         QT_TRANSLATE_NOOP("CounterWords", "That number has moved on meanwhile. See where it stands now.")},
        {ServiceClosed, QT_TRANSLATE_NOOP("CounterWords", "That service is closed. Choose another.")},
        {HallClosed, QT_TRANSLATE_NOOP("CounterWords", "The hall is outside its opening hours.")},
        {DayClosed, QT_TRANSLATE_NOOP("CounterWords", "The business day is closed.")},
        {NotEligible, QT_TRANSLATE_NOOP("CounterWords", "This counter may not serve that number.")},
        {AlreadyWaiting,
         QT_TRANSLATE_NOOP("CounterWords", "This customer has another number waiting already.")},
        {ClerkElsewhere,
         QT_TRANSLATE_NOOP("CounterWords",
                           "This clerk holds another counter. Close it or hand it over first.")},
        {CounterInUse, QT_TRANSLATE_NOOP("CounterWords", "This counter is worked from another window now.")},
        {Changed, QT_TRANSLATE_NOOP("CounterWords", "Things have changed meanwhile. Look again.")},
        {AfterDayChange,
         QT_TRANSLATE_NOOP("CounterWords",
                           "This works from the next business day on: the program is newer than today.")},
        {TooMany, QT_TRANSLATE_NOOP("CounterWords", "Too many attempts to log in. Wait a minute.")},
        {NotFound, QT_TRANSLATE_NOOP("CounterWords", "There is no such number today.")},
        {PinRefused, QT_TRANSLATE_NOOP("CounterWords", "The clerk's number or the PIN is wrong.")},
        {LimitReached,
         QT_TRANSLATE_NOOP("CounterWords", "Too many attempts with this number. Wait some minutes.")},
        {Forbidden,
         QT_TRANSLATE_NOOP("CounterWords", "This counter's access doesn't allow that. Tell the technician.")},
        {Unauthorized,
         QT_TRANSLATE_NOOP("CounterWords", "This counter's access isn't valid. Tell the technician.")},
        {StorageFull,
         QT_TRANSLATE_NOOP("CounterWords", "The hall can't save anything now. Tell the technician.")},
    };
}

} // namespace

QString clock(qint64 seconds)
{
    const qint64 whole = std::max<qint64>(0, seconds);
    const QString text = u"%1:%2"_s.arg(whole % kHour / kMinute, 2, 10, QLatin1Char('0'))
                             .arg(whole % kMinute, 2, 10, QLatin1Char('0'));
    return whole < kHour ? text : QString::number(whole / kHour) + QLatin1Char(':') + text;
}

QString waited(std::chrono::seconds time)
{
    return time.count() < kMinute
               ? spoken(QT_TRANSLATE_NOOP("CounterWords", "Just arrived"))
               : spoken(QT_TRANSLATE_NOOP("CounterWords", "Waited %1 min")).arg(time.count() / kMinute);
}

QString stars(int stars)
{
    return QString(std::clamp(stars, 0, client::api::kMostStars), QChar(0x2605));
}

QString statutory(const client::api::Ticket& ticket)
{
    if (!ticket.statutoryName)
        return {};
    return spoken(QT_TRANSLATE_NOOP("CounterWords", "Priority: %1"))
        .arg(ui::Language::instance().pick(*ticket.statutoryName));
}

QString reference(const client::api::Reference& reference)
{
    QString all = caseFact(reference.caseNumber);
    if (!reference.caseNumber.isEmpty() && !reference.item.isEmpty())
        all += u" · "_s;
    return all + itemFact(reference.item);
}

QString badReference()
{
    return spoken(QT_TRANSLATE_NOOP("CounterWords",
                                    "A case or an item has letters, digits and . _ - / : # alone, and is "
                                    "never a phone or identity number. Try again."));
}

QList<QVariantList> facts(const client::api::Ticket& ticket)
{
    QList<QVariantList> rows;
    add(rows, ui::Language::instance().pick(ticket.serviceName), FactKind::Plain);
    add(rows, stars(ticket.stars), FactKind::Gold);
    if (ticket.keyContact)
        add(rows, spoken(QT_TRANSLATE_NOOP("CounterWords", "Key contact")), FactKind::Gold);
    add(rows, statutory(ticket), FactKind::Ok);
    add(rows, waited(ticket.waitedSeconds), FactKind::Plain);
    if (ticket.paper == client::api::PaperEvent::Retracted)
        add(rows, spoken(QT_TRANSLATE_NOOP("CounterWords", "The kiosk took the paper back")),
            FactKind::Warning);
    if (ticket.reference) {
        add(rows, caseFact(ticket.reference->caseNumber), FactKind::Plain);
        add(rows, itemFact(ticket.reference->item), FactKind::Plain);
    }
    if (ticket.language != Language::Unknown && toWord(ticket.language) != ui::Language::instance().code())
        add(rows,
            ticket.language == Language::English
                ? spoken(QT_TRANSLATE_NOOP("CounterWords", "Speaks English"))
                : spoken(QT_TRANSLATE_NOOP("CounterWords", "Speaks Chinese")),
            FactKind::Warning);
    if (ticket.recallsLeft)
        add(rows,
            spoken(QT_TRANSLATE_NOOP("CounterWords", "Called again: %1, %2 left"))
                .arg(ticket.recalls)
                .arg(*ticket.recallsLeft),
            FactKind::Plain);
    else if (ticket.recalls > 0)
        add(rows, spoken(QT_TRANSLATE_NOOP("CounterWords", "Called again: %1")).arg(ticket.recalls),
            FactKind::Plain);
    return rows;
}

QList<QVariantList> facts(const client::api::NextUp& next, const QString& service)
{
    QList<QVariantList> rows;
    add(rows, service, FactKind::Plain);
    add(rows, stars(next.stars), FactKind::Gold);
    add(rows, waited(next.waitedSeconds), FactKind::Plain);
    return rows;
}

QString step(client::api::May step)
{
    static const auto kSteps = steps();
    const char* known = kSteps.value(step);
    return known ? spoken(known) : QString();
}

bool mayTakeOver(const client::Answer& answer)
{
    return answer.problem() == ProblemCode::ClerkElsewhere && answer.state != "busy"_L1;
}

QString openRefusal(const client::Answer& answer)
{
    if (answer.problem() != ProblemCode::ClerkElsewhere)
        return refusal(answer);
    return mayTakeOver(answer)
               ? spoken(QT_TRANSLATE_NOOP(
                     "CounterWords",
                     "This clerk holds another counter. Take over here, and that one closes."))
               : spoken(QT_TRANSLATE_NOOP(
                     "CounterWords", "This clerk has a customer at another counter. Finish there first."));
}

QString transferRefusal(const client::Answer& answer)
{
    if (answer.problem() == ProblemCode::NotEligible)
        return spoken(
            QT_TRANSLATE_NOOP("CounterWords", "That counter doesn't serve this number. Choose another."));
    if (answer.problem() == ProblemCode::CounterClosed)
        return spoken(QT_TRANSLATE_NOOP("CounterWords", "That counter is closed by now. Choose another."));
    return refusal(answer);
}

QString refusal(const client::Answer& answer)
{
    if (answer.unreachable())
        return spoken(QT_TRANSLATE_NOOP(
            "CounterWords", "The hall didn't answer. Check what stands here before you try again."));
    if (answer.problem() == ProblemCode::LimitReached && !answer.state.isEmpty())
        return spoken(QT_TRANSLATE_NOOP("CounterWords", "That number was called again often enough. "
                                                        "Mark it as a no-show."));
    if (answer.problem() == ProblemCode::TooEarly)
        return spoken(QT_TRANSLATE_NOOP("CounterWords",
                                        "That number was called just now. Give its customer time to come."));
    static const std::array kKnown{refusals(), undoRefusals(), questions()};
    const char* known = nullptr;
    for (const auto& words : kKnown)
        known = words.value(answer.problem(), known);
    return known ? spoken(known) : answer.detail;
}

} // namespace starqueue::counter::words
