#include <journeys/calls/all_call.h>
#include <journeys/run_journey.h>

using namespace starqueue::journey;
using namespace Qt::StringLiterals;

int main(int argc, char** argv)
{
    starqueue::client::CommandLine line(
        u"starqueue-all-call"_s,
        u"Lets every counter of a real hall call at once and looks that the display loses no call."_s, argc,
        argv);
    return runJourney(line, argc, argv,
                      {{u"language"_s, u"Of the display: zh or en."_s, u"CODE"_s, u"zh"_s},
                       {u"counters"_s, u"How many call."_s, u"N"_s, u"12"_s},
                       {u"pictures"_s, u"Save pictures of the display there."_s, u"DIR"_s}},
                      [](const QCommandLineParser& parser) {
                          return AllCall({parser.value(u"programs"_s), parser.value(u"language"_s),
                                          parser.value(u"pictures"_s), parser.value(u"counters"_s).toInt()})
                              .run();
                      });
}
