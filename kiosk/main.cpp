#include <client/ui/face_program.h>
#include <kiosk/kiosk_model.h>

STARQUEUE_KEEP_MODULE(StarQueue_Kiosk)

int main(int argc, char** argv)
{
    using namespace starqueue;
    ui::FaceProgram program(argc, argv,
                            {QStringLiteral("starqueue-kiosk"),
                             QStringLiteral("The kiosk at which customers take a number."),
                             ui::Theme::Kind::Kiosk,
                             {1080, 1920},
                             QStringLiteral("kiosk-1"),
                             {QStringLiteral("starqueue_kiosk")}});
    program.addOptions({{QStringLiteral("kiosk"), QStringLiteral("Which kiosk of the hall this is."),
                         QStringLiteral("ID"), QStringLiteral("1")}});
    if (const auto status = program.read())
        return *status;
    kiosk::KioskModel model({program.options().address, program.parser().value(QStringLiteral("kiosk")),
                             program.options().language});
    model.start();
    return program.run(QUrl(QStringLiteral("qrc:/qt/qml/StarQueue/Kiosk/Main.qml")),
                       {{QStringLiteral("kiosk"), QVariant::fromValue(&model)}});
}
