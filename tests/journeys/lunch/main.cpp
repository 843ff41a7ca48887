#include <journeys/lunch/lunch.h>

#include <client/command_line.h>

#include <QCoreApplication>
#include <QStandardPaths>

using namespace starqueue::journey;
using namespace Qt::StringLiterals;

int main(int argc, char** argv)
{
    starqueue::client::CommandLine line(
        u"starqueue-lunch"_s,
        u"Covers a lunch break in a real hall by three calls and looks at every face."_s, argc, argv);
    line.addOptions({{u"programs"_s, u"Folder of the built programs."_s, u"DIR"_s},
                     {u"language"_s, u"Of the faces: zh or en."_s, u"CODE"_s, u"zh"_s},
                     {u"pictures"_s, u"Save pictures of each face there."_s, u"DIR"_s}});
    if (const auto status = line.parse())
        return *status;
    const QCommandLineParser& parser = line.parser();
    if (parser.value(u"programs"_s).isEmpty())
        return line.wrongUse({u"--programs DIR is missing: name the folder of the built programs"_s});
    const QCoreApplication application(argc, argv);
    Lunch lunch({parser.value(u"programs"_s), parser.value(u"language"_s), parser.value(u"pictures"_s),
                 QStandardPaths::findExecutable(u"chromium"_s)});
    const JourneyReport report = lunch.run();
    report.print();
    return report.exitStatus();
}
