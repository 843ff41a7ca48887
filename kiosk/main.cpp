#include <client/ui/face_program.h>
#include <client/ui/input/scan_filter.h>
#include <kiosk/kiosk_model.h>
#include <kiosk/kiosk_settings.h>

using namespace Qt::StringLiterals;

STARQUEUE_KEEP_MODULE(StarQueue_Kiosk)

namespace {

QString wrongSettings(const QCommandLineParser& parser)
{
    const auto settings = starqueue::kiosk::readKioskSettings(parser.value(u"config"_s));
    return settings ? QString() : settings.error();
}

} // namespace

int main(int argc, char** argv)
{
    using namespace starqueue;
    ui::FaceProgram program(argc, argv,
                            {u"starqueue-kiosk"_s,
                             u"The kiosk at which customers take a number."_s,
                             ui::Theme::Kind::Kiosk,
                             {1080, 1920},
                             u"kiosk-1"_s,
                             {u"starqueue_kiosk"_s},
                             wrongSettings});
    program.addOptions(
        {{u"kiosk"_s, u"Which kiosk of the hall this is."_s, u"ID"_s, u"1"_s},
         {u"config"_s, u"What is particular to this kiosk (TOML): its code readers."_s, u"FILE"_s}});
    if (const auto status = program.read())
        return *status;
    const auto settings = kiosk::readKioskSettings(program.parser().value(u"config"_s));
    kiosk::KioskModel model(
        {program.options().address, program.parser().value(u"kiosk"_s), program.options().language});
    ui::ScanFilter scans(client::ScanReader(settings ? settings->scanners : kiosk::KioskSettings().scanners));
    QObject::connect(&scans, &ui::ScanFilter::scanned, &model, &kiosk::KioskModel::takeCode);
    model.start();
    return program.run(QUrl(u"qrc:/qt/qml/StarQueue/Kiosk/Main.qml"_s),
                       {{u"kiosk"_s, QVariant::fromValue(&model)}}, &model.gate(), &scans);
}
