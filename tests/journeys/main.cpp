#include <journeys/journey.h>

#include <QCommandLineParser>
#include <QGuiApplication>

using namespace starqueue::journey;

namespace {

constexpr int kWrongUse = 2;
const QStringList kPieces{QStringLiteral("printer"), QStringLiteral("panel"), QStringLiteral("display")};

} // namespace

int main(int argc, char** argv)
{
    // The journey itself shows nothing; it only looks at pictures.
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QGuiApplication application(argc, argv);
    QCommandLineParser parser;
    parser.setApplicationDescription(
        QStringLiteral("Lets one customer walk through a real hall and prints what happened."));
    parser.addHelpOption();
    parser.addOptions({
        {QStringLiteral("programs"), QStringLiteral("Folder of the built programs."), QStringLiteral("DIR")},
        {QStringLiteral("without"), QStringLiteral("Leave out printer, panel or display."),
         QStringLiteral("PIECE")},
        {QStringLiteral("scenario"), QStringLiteral("How the simulated devices misbehave."),
         QStringLiteral("NAME")},
        {QStringLiteral("pictures"), QStringLiteral("Save a picture of each face there."),
         QStringLiteral("DIR")},
        {QStringLiteral("keep"), QStringLiteral("Keep the hall's folder with logs and data.")},
    });
    parser.process(application);
    JourneyOptions options{parser.value(QStringLiteral("programs")), parser.value(QStringLiteral("without")),
                           parser.value(QStringLiteral("scenario")), parser.value(QStringLiteral("pictures")),
                           parser.isSet(QStringLiteral("keep"))};
    if (options.programs.isEmpty() || (!options.without.isEmpty() && !kPieces.contains(options.without))) {
        qCritical("--programs DIR is needed; --without takes printer, panel or display");
        return kWrongUse;
    }
    Journey journey(options);
    const JourneyReport report = journey.run();
    report.print();
    return report.exitStatus();
}
