#include <client/board_watch.h>
#include <client/face_clock.h>
#include <client/ui/face_program.h>
#include <display/display_model.h>

#include <QTimer>

STARQUEUE_KEEP_MODULE(StarQueue_Display)

using namespace starqueue;

namespace {

constexpr QSize kScreen{1920, 1080};
constexpr std::chrono::milliseconds kTick{500};
// Well below DisplayModel::kStale, so that numbers go in time also when a cable is pulled silently.
constexpr client::BoardPauses kPauses{.refresh = std::chrono::seconds(4)};

void connectBoard(client::BoardWatch& watch, display::DisplayModel& model)
{
    QObject::connect(&watch, &client::BoardWatch::boardChanged, &model,
                     [&] { model.takeBoard(watch.board()); });
    QObject::connect(&watch, &client::BoardWatch::reachableChanged, &model,
                     [&] { model.setRefusal(watch.refusal()); });
}

} // namespace

int main(int argc, char** argv)
{
    ui::FaceProgram program(argc, argv,
                            {"starqueue-display",
                             "Shows a hall whose number is called where, and how long the others wait.",
                             ui::Theme::Kind::Wall,
                             kScreen,
                             {"starqueue_display"}});
    program.parser().addOption({"board", "Which screen this is, for the technician's eyes.", "ID", "1"});
    if (const auto status = program.read())
        return *status;

    const QString place = QStringLiteral("display %1 · %2")
                              .arg(program.parser().value("board"), program.options().address.url.toString());
    display::DisplayModel model(program.options().language, place, client::FaceClock::machine());
    client::BoardWatch watch(program.options().address, nullptr, kPauses);
    connectBoard(watch, model);
    watch.start();

    QTimer tick;
    QObject::connect(&tick, &QTimer::timeout, &model, &display::DisplayModel::tick);
    tick.start(kTick);
    return program.run(QUrl("qrc:/qt/qml/StarQueue/Display/Main.qml"),
                       {{"viewModel", QVariant::fromValue(&model)}});
}
