#include <firmware-bridge/simulators/program/family_commands.h>

#include <QHash>
#include <QJsonArray>

namespace starqueue::simulators {

using namespace Qt::StringLiterals;

namespace {

const QHash<QString, Hand>& hands()
{
    static const QHash<QString, Hand> kHands{
        {u"paper-out"_s, Hand::TakePaperOut}, {u"paper-in"_s, Hand::Refill},
        {u"near-end"_s, Hand::PaperLow},      {u"cover-open"_s, Hand::OpenCover},
        {u"cover-close"_s, Hand::CloseCover}, {u"cutter-jam"_s, Hand::JamCutter},
        {u"cutter-free"_s, Hand::FreeCutter}, {u"paper-jam"_s, Hand::JamPaper},
        {u"paper-free"_s, Hand::FreePaper},   {u"feed"_s, Hand::PressFeed},
        {u"heat"_s, Hand::HeatHead},          {u"break"_s, Hand::Break},
        {u"take"_s, Hand::TakeTicket},        {u"power-off"_s, Hand::PowerOff},
        {u"power-on"_s, Hand::PowerOn},
    };
    return kHands;
}

QJsonObject papers(const FamilyPort& port)
{
    QJsonArray tickets;
    for (const PrintRun& run : port.printer().runs()) {
        QJsonArray lines;
        QString text;
        for (const PrintRun::Line& line : run.lines) {
            lines += QJsonObject{{u"text"_s, QString::fromStdString(line.text)}, {u"size"_s, line.height}};
            text += QString::fromStdString(line.text) + u'\n';
        }
        if (!lines.isEmpty())
            tickets += QJsonObject{{u"text"_s, text}, {u"lines"_s, lines}, {u"cut"_s, run.cut}};
    }
    return {{u"ok"_s, true}, {u"tickets"_s, tickets}};
}

QString placeWord(Slip::Place place)
{
    static const QStringList kWords{u"hanging"_s,   u"inside"_s,  u"atExit"_s, u"taken"_s,
                                    u"retracted"_s, u"ejected"_s, u"tornOff"_s};
    return kWords.value(static_cast<int>(place));
}

} // namespace

QJsonObject familySeen(const FamilyPort& port)
{
    QJsonArray slips;
    for (const Slip& slip : port.printer().slips())
        slips += placeWord(slip.place);
    return {{u"kind"_s, u"printer"_s},
            {u"plugged"_s, port.plugged()},
            {u"sound"_s, port.printer().sound()},
            {u"slips"_s, slips},
            {u"tickets"_s, slips.size()}};
}

QJsonObject executeOnFamily(const QString& verb, const QString& argument, FamilyPort& port)
{
    if (verb == "paper"_L1)
        return papers(port);
    QJsonObject well{{u"ok"_s, true}};
    if (verb == "show"_L1) {
        well = familySeen(port);
        well.insert(u"ok"_s, true);
    } else if (verb == "paper-ends"_L1) {
        port.endPaperAfter(argument.toInt());
    } else if (verb == "power-cycle"_L1) {
        port.touch(Hand::PowerOff);
        port.touch(Hand::PowerOn);
    } else if (hands().contains(verb)) {
        port.touch(hands().value(verb));
    } else {
        return {{u"ok"_s, false}, {u"error"_s, u"\"%1\" can't be done to a printer"_s.arg(verb)}};
    }
    return well;
}

} // namespace starqueue::simulators
