#include <client/ui/face_program.h>
#include <counter/keys/clerk_number.h>
#include <counter/live_counter.h>

STARQUEUE_KEEP_MODULE(StarQueue_Counter)

using namespace starqueue;

namespace {

constexpr QSize kWindow{420, 820};

QString wrongOption(const QCommandLineParser& parser)
{
    const QString clerk = parser.value("clerk");
    if (parser.value("counter").isEmpty())
        return "--counter is missing: give the counter's id as in hall.toml, such as 3";
    if (counter::clerkNumberOf(clerk) != clerk)
        return "--clerk \"" + clerk +
               "\" is no clerk's number: letters, digits and hyphens alone, 20 at most";
    return {};
}

} // namespace

int main(int argc, char** argv)
{
    ui::FaceProgram program(argc, argv,
                            {"starqueue-counter",
                             "A clerk's window: calls, serves and hands over the customers of one counter.",
                             ui::Theme::Kind::Desk,
                             kWindow,
                             "counter-3",
                             {"starqueue_counter"},
                             wrongOption});
    program.addOptions({{"counter", "Which counter this is, as in hall.toml.", "ID"},
                        {"clerk", "Who works here; asked for when it is left out.", "ID"}});
    if (const auto status = program.read())
        return *status;

    counter::LiveCounter window(
        {program.options().address, program.parser().value("counter"), program.parser().value("clerk")});
    window.start();
    return program.run(QUrl("qrc:/qt/qml/StarQueue/Counter/Main.qml"),
                       {{"viewModel", QVariant::fromValue(&window.model())}});
}
