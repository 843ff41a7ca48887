#include <client/ui/face_program.h>
#include <counter/live_counter.h>

STARQUEUE_KEEP_MODULE(StarQueue_Counter)

using namespace starqueue;

namespace {

constexpr QSize kWindow{420, 820};

QString counterMissing(const QCommandLineParser& parser)
{
    return parser.value("counter").isEmpty()
               ? "--counter is missing: give the counter's id as in hall.toml, such as 3"
               : QString();
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
                             counterMissing});
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
