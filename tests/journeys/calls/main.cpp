#include <journeys/calls/all_call.h>

#include <client/command_line.h>

#include <QCoreApplication>

using namespace starqueue::journey;
using namespace Qt::StringLiterals;

int main(int argc, char** argv)
{
    starqueue::client::CommandLine line(
        u"starqueue-all-call"_s,
        u"Lets every counter of a real hall call at once and looks that the display loses no call."_s, argc,
        argv);
    line.addOptions({{u"programs"_s, u"Folder of the built programs."_s, u"DIR"_s},
                     {u"language"_s, u"Of the display: zh or en."_s, u"CODE"_s, u"zh"_s},
                     {u"counters"_s, u"How many call."_s, u"N"_s, u"12"_s},
                     {u"pictures"_s, u"Save pictures of the display there."_s, u"DIR"_s}});
    if (const auto status = line.parse())
        return *status;
    const QCommandLineParser& parser = line.parser();
    if (parser.value(u"programs"_s).isEmpty())
        return line.wrongUse({u"--programs DIR is missing: name the folder of the built programs"_s});
    const QCoreApplication application(argc, argv);
    AllCall calls({parser.value(u"programs"_s), parser.value(u"language"_s), parser.value(u"pictures"_s),
                   parser.value(u"counters"_s).toInt()});
    const JourneyReport report = calls.run();
    report.print();
    return report.exitStatus();
}
