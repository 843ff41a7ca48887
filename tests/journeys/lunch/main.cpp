#include <journeys/lunch/lunch.h>
#include <journeys/run_journey.h>

#include <QStandardPaths>

using namespace starqueue::journey;
using namespace Qt::StringLiterals;

int main(int argc, char** argv)
{
    starqueue::client::CommandLine line(
        u"starqueue-lunch"_s,
        u"Covers a lunch break in a real hall by three calls and looks at every face."_s, argc, argv);
    return runJourney(line, argc, argv,
                      {{u"language"_s, u"Of the faces: zh or en."_s, u"CODE"_s, u"zh"_s},
                       {u"pictures"_s, u"Save pictures of each face there."_s, u"DIR"_s}},
                      [](const QCommandLineParser& parser) {
                          return Lunch({parser.value(u"programs"_s), parser.value(u"language"_s),
                                        parser.value(u"pictures"_s),
                                        QStandardPaths::findExecutable(u"chromium"_s)})
                              .run();
                      });
}
