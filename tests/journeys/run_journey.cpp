#include <journeys/run_journey.h>

#include <QCoreApplication>

namespace starqueue::journey {

using namespace Qt::StringLiterals;

int runJourney(client::CommandLine& line, int& argc, char** argv, const QList<QCommandLineOption>& options,
               const std::function<JourneyReport(const QCommandLineParser&)>& run)
{
    line.addOptions(options +
                    QList<QCommandLineOption>{{u"programs"_s, u"Folder of the built programs."_s, u"DIR"_s}});
    if (const auto status = line.parse())
        return *status;
    if (line.parser().value(u"programs"_s).isEmpty())
        return line.wrongUse({u"--programs DIR is missing: name the folder of the built programs"_s});
    const QCoreApplication application(argc, argv);
    const JourneyReport report = run(line.parser());
    report.print();
    return report.exitStatus();
}

} // namespace starqueue::journey
