#include <journeys/walk/journey.h>

#include <client/command_line.h>
#include <firmware-bridge/simulators/program/fault_scenario.h>

#include <QGuiApplication>

using namespace starqueue::journey;
using namespace Qt::StringLiterals;

namespace {

const QStringList kPieces{u"printer"_s, u"panel"_s, u"display"_s};

void addOptions(starqueue::client::CommandLine& line)
{
    line.addOptions({{u"programs"_s, u"Folder of the built programs."_s, u"DIR"_s},
                     {u"without"_s, u"Leave out printer, panel or display."_s, u"PIECE"_s},
                     {u"scenario"_s, u"How the simulated devices misbehave."_s, u"NAME"_s},
                     {u"pictures"_s, u"Save a picture of each face there."_s, u"DIR"_s},
                     {u"keep"_s, u"Keep the hall's folder with logs and data."_s}});
}

/// One line a wrong option.
QStringList problemsOf(const JourneyOptions& options)
{
    QStringList problems;
    const QStringList scenarios = starqueue::simulators::scenarioNames();
    if (options.programs.isEmpty())
        problems << u"--programs DIR is missing: name the folder of the built programs"_s;
    if (!options.without.isEmpty() && !kPieces.contains(options.without))
        problems << u"--without \"%1\" is not known; right would be: %2"_s.arg(options.without,
                                                                               kPieces.join(u", "_s));
    if (!options.scenario.isEmpty() && !scenarios.contains(options.scenario))
        problems << u"--scenario \"%1\" is not known; right would be: %2"_s.arg(options.scenario,
                                                                                scenarios.join(u", "_s));
    return problems;
}

} // namespace

int main(int argc, char** argv)
{
    starqueue::client::CommandLine line(
        u"starqueue-journey"_s, u"Lets one customer walk through a real hall and prints what happened."_s,
        argc, argv);
    addOptions(line);
    if (const auto status = line.parse())
        return *status;
    const QCommandLineParser& parser = line.parser();
    JourneyOptions options{parser.value(u"programs"_s), parser.value(u"without"_s),
                           parser.value(u"scenario"_s), parser.value(u"pictures"_s), parser.isSet(u"keep"_s)};
    if (const QStringList problems = problemsOf(options); !problems.isEmpty())
        return line.wrongUse(problems);
    // The journey itself shows nothing; it only looks at pictures.
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QGuiApplication application(argc, argv);
    Journey journey(options);
    const JourneyReport report = journey.run();
    report.print();
    return report.exitStatus();
}
