#include <journeys/run_journey.h>
#include <journeys/taps/taps.h>

using namespace starqueue::journey;
using namespace Qt::StringLiterals;

int main(int argc, char** argv)
{
    starqueue::client::CommandLine line(
        u"starqueue-taps"_s,
        u"Taps everything twice on a real kiosk and looks that nobody gets a number unasked."_s, argc, argv);
    return runJourney(line, argc, argv,
                      {{u"services"_s, u"How many the hall has: 5 to 15."_s, u"N"_s, u"5"_s},
                       {u"between"_s, u"From the first tap to the second."_s, u"MS"_s, u"120"_s},
                       {u"statutory"_s, u"The kiosk asks for a priority first."_s}},
                      [](const QCommandLineParser& parser) {
                          return Taps({parser.value(u"programs"_s), parser.value(u"services"_s).toInt(),
                                       std::chrono::milliseconds(parser.value(u"between"_s).toInt()),
                                       parser.isSet(u"statutory"_s)})
                              .run();
                      });
}
