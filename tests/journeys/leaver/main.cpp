#include <journeys/leaver/leaver.h>
#include <journeys/run_journey.h>

using namespace starqueue::journey;
using namespace Qt::StringLiterals;

int main(int argc, char** argv)
{
    starqueue::client::CommandLine line(
        u"starqueue-leaver"_s,
        u"Lets customers go while their tickets are stuck in a printer, and looks that none comes out later."_s,
        argc, argv);
    return runJourney(line, argc, argv,
                      {{u"family"_s, u"What the printer behaves as."_s, u"NAME"_s, u"epson-tm"_s}},
                      [](const QCommandLineParser& parser) {
                          return Leaver(parser.value(u"programs"_s), parser.value(u"family"_s)).run();
                      });
}
