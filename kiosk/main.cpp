#include <client/ui/face_program.h>
#include <kiosk/kiosk_model.h>

using namespace Qt::StringLiterals;

STARQUEUE_KEEP_MODULE(StarQueue_Kiosk)

int main(int argc, char** argv)
{
    using namespace starqueue;
    ui::FaceProgram program(argc, argv,
                            {u"starqueue-kiosk"_s,
                             u"The kiosk at which customers take a number."_s,
                             ui::Theme::Kind::Kiosk,
                             {1080, 1920},
                             u"kiosk-1"_s,
                             {u"starqueue_kiosk"_s}});
    program.addOptions({{u"kiosk"_s, u"Which kiosk of the hall this is."_s, u"ID"_s, u"1"_s}});
    if (const auto status = program.read())
        return *status;
    kiosk::KioskModel model(
        {program.options().address, program.parser().value(u"kiosk"_s), program.options().language});
    model.start();
    return program.run(QUrl(u"qrc:/qt/qml/StarQueue/Kiosk/Main.qml"_s),
                       {{u"kiosk"_s, QVariant::fromValue(&model)}}, &model.gate());
}
