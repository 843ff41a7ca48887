#include <client/events/board_watch.h>
#include <client/face/face_clock.h>
#include <client/ui/face_program.h>
#include <counter/counter_model.h>

#include <QTimer>

STARQUEUE_KEEP_MODULE(StarQueue_Counter)

using namespace starqueue;

namespace {

constexpr QSize kWindow{420, 820};
constexpr std::chrono::milliseconds kTick{250};

void connectHall(client::BoardWatch& watch, counter::CounterModel& model)
{
    QObject::connect(&watch, &client::BoardWatch::boardChanged, &model,
                     [&] { model.takeBoard(watch.board()); });
    QObject::connect(&watch, &client::BoardWatch::reachableChanged, &model,
                     [&] { model.setConnected(watch.reachable(), watch.refusal()); });
    QObject::connect(&watch, &client::BoardWatch::event, &model, &counter::CounterModel::takeEvent);
}

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

    const QString counter = program.parser().value("counter");
    client::BoardWatch watch(program.options().address);
    counter::CounterModel model(watch.client(), counter, program.parser().value("clerk"),
                                client::FaceClock::machine());
    connectHall(watch, model);
    watch.start();

    QTimer tick;
    QObject::connect(&tick, &QTimer::timeout, &model, &counter::CounterModel::tick);
    tick.start(kTick);
    return program.run(QUrl("qrc:/qt/qml/StarQueue/Counter/Main.qml"),
                       {{"viewModel", QVariant::fromValue(&model)}});
}
