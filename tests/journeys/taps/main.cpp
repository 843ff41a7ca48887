#include <journeys/taps/taps.h>

#include <client/command_line.h>

#include <QCoreApplication>

using namespace starqueue::journey;
using namespace Qt::StringLiterals;

int main(int argc, char** argv)
{
    starqueue::client::CommandLine line(
        u"starqueue-taps"_s,
        u"Taps everything twice on a real kiosk and looks that nobody gets a number unasked."_s, argc, argv);
    line.addOptions({{u"programs"_s, u"Folder of the built programs."_s, u"DIR"_s},
                     {u"services"_s, u"How many the hall has: 5 to 15."_s, u"N"_s, u"5"_s},
                     {u"between"_s, u"From the first tap to the second."_s, u"MS"_s, u"120"_s},
                     {u"statutory"_s, u"The kiosk asks for a priority first."_s}});
    if (const auto status = line.parse())
        return *status;
    const QCommandLineParser& parser = line.parser();
    if (parser.value(u"programs"_s).isEmpty())
        return line.wrongUse({u"--programs DIR is missing: name the folder of the built programs"_s});
    const QCoreApplication application(argc, argv);
    Taps taps({parser.value(u"programs"_s), parser.value(u"services"_s).toInt(),
               std::chrono::milliseconds(parser.value(u"between"_s).toInt()), parser.isSet(u"statutory"_s)});
    const JourneyReport report = taps.run();
    report.print();
    return report.exitStatus();
}
