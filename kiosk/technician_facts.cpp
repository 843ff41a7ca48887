#include <kiosk/technician_facts.h>

#include <client/face/hall_time.h>
#include <client/ui/language.h>
#include <kiosk/hall_clock.h>

#include <QCoreApplication>

namespace starqueue::kiosk {

using namespace Qt::StringLiterals;

using client::api::ClockDoubt;
using client::api::PrinterWord;

namespace {

/// Named so that the words are found in the sources.
QString factWords(const char* source)
{
    return QCoreApplication::translate("TechnicianFacts", source);
}

QVariantMap fact(const char* label, const QString& value, bool good = true)
{
    return {{u"label"_s, factWords(label)}, {u"value"_s, value}, {u"good"_s, good}};
}

QString words(KioskModel::Service service)
{
    switch (service) {
    case KioskModel::Service::Connecting:
        return factWords("not heard of yet");
    case KioskModel::Service::Ready:
        return factWords("answers");
    case KioskModel::Service::Unreachable:
        return factWords("doesn't answer: check its computer and the network");
    case KioskModel::Service::Refused:
        return factWords("refuses this kiosk's token: make a new one");
    }
    return {};
}

/// The hall says it, in the words of its one table.
QString words(const client::api::KioskPrinter& printer)
{
    if (printer.id.isEmpty())
        return factWords("unknown to the hall: no bridge reports a printer of this kiosk");
    const ui::Language& language = ui::Language::instance();
    const QString says = language.pick(printer.says);
    const QString remedy = language.pick(printer.remedy);
    if (remedy.isEmpty())
        return says;
    return factWords("%1: %2").arg(says, remedy);
}

QString words(ClockDoubt why)
{
    switch (why) {
    case ClockDoubt::BeforeBuild:
        return factWords("before this program was built");
    case ClockDoubt::BeforeLast:
        return factWords("before the hall's last record");
    case ClockDoubt::TooFarAhead:
        return factWords("more than 16 days after the hall's last record");
    case ClockDoubt::ManyDays:
        return factWords("more than one business day after the hall's last record");
    case ClockDoubt::Stepped:
        return factWords("more than two minutes away from the hall's time");
    case ClockDoubt::NotSynchronised:
        return factWords("not synchronised with the network");
    case ClockDoubt::Unknown:
        break;
    }
    return factWords("not what the hall expects");
}

QVariantMap clockFact(const TechnicianView& view)
{
    const client::api::BoardClock& clock = view.board.clock;
    if (clock.believed)
        return fact("The hall's clock", factWords("believed"));
    const auto shown = [&view](const QDateTime& at) {
        return client::inHallZone(at, view.board.hall.timeZone).toString(u"yyyy-MM-dd HH:mm"_s);
    };
    return fact(
        "The hall's clock",
        factWords("in doubt. Its computer shows %1: %2. The hall goes on and counts it as %3. Set the "
                  "computer's clock right, or have the time confirmed on the managers' pages.")
            .arg(shown(clock.machineAt), words(clock.why), shown(view.board.at)),
        false);
}

} // namespace

QVariantList technicianFacts(const TechnicianView& view)
{
    const PrinterWord printer = view.printer.printer;
    const bool printing = printer == PrinterWord::Ok || printer == PrinterWord::NearEnd;
    QVariantList facts{fact("Kiosk", view.kiosk), fact("The hall's computer", view.hallUrl),
                       fact("The hall", words(view.service), view.service == KioskModel::Service::Ready),
                       fact("Printer", words(view.printer), printing)};
    if (view.board.seq > 0) { // heard of once
        facts << fact("Business day", view.board.dayOpen ? factWords("open") : factWords("closed"),
                      view.board.dayOpen)
              << clockFact(view) << fact("Last event", QString::number(view.board.seq));
    }
    facts << fact("This kiosk's clock",
                  client::inHallZone(view.machine, view.board.hall.timeZone).toString(u"yyyy-MM-dd HH:mm"_s));
    return facts;
}

} // namespace starqueue::kiosk
