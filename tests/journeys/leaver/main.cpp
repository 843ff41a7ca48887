#include <journeys/leaver/leaver.h>

#include <client/command_line.h>

#include <QCoreApplication>

using namespace starqueue::journey;
using namespace Qt::StringLiterals;

int main(int argc, char** argv)
{
    starqueue::client::CommandLine line(
        u"starqueue-leaver"_s,
        u"Lets customers go while their tickets are stuck in a printer, and looks that none comes out later."_s,
        argc, argv);
    line.addOptions({{u"programs"_s, u"Folder of the built programs."_s, u"DIR"_s},
                     {u"family"_s, u"What the printer behaves as."_s, u"NAME"_s, u"epson-tm"_s}});
    if (const auto status = line.parse())
        return *status;
    const QCommandLineParser& parser = line.parser();
    if (parser.value(u"programs"_s).isEmpty())
        return line.wrongUse({u"--programs DIR is missing: name the folder of the built programs"_s});
    const QCoreApplication application(argc, argv);
    Leaver leaver(parser.value(u"programs"_s), parser.value(u"family"_s));
    const JourneyReport report = leaver.run();
    report.print();
    return report.exitStatus();
}
