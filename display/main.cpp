#include <client/ui/face_program.h>
#include <display/model/live_display.h>
#include <display/voice/announcer.h>
#include <display/voice/espeak.h>
#include <display/voice/player_sink.h>
#include <display/voice/wav_file_sink.h>

#include <QFile>
#include <QFileInfo>

#include <memory>

using namespace Qt::StringLiterals;

STARQUEUE_KEEP_MODULE(StarQueue_Display)

using namespace starqueue;

namespace {

constexpr QSize kScreen{1920, 1080};

void addVoiceOptions(ui::FaceProgram& program)
{
    program.addOptions(
        {{"board", "Which screen this is, for the technician's eyes.", "ID", "1"},
         {"voice", "Speak each call. One display of a hall does."},
         {"voice-times", "How often each call is said, 1 to 3.", "N", "1"},
         {"voice-languages",
          "What is spoken in this order: zh, en, \"zh,en\" or \"en,zh\". Default: the display's first.",
          "LIST"},
         {"voice-clips", "Recordings of the hall's own, for sentences whose every part they have.", "DIR"},
         {"voice-files", "Write each sentence to a WAV file in DIR instead of playing it.", "DIR"}});
}

QStringList languagesOf(const QCommandLineParser& parser, const QString& first)
{
    if (parser.isSet("voice-languages"))
        return parser.value("voice-languages").split(u',');
    return first == "en" ? QStringList{"en", "zh"} : QStringList{"zh", "en"};
}

/// What is wrong with the options for the voice, in a sentence; empty when nothing is.
QString voiceTrouble(const QCommandLineParser& parser)
{
    const int times = parser.value("voice-times").toInt();
    if (times < 1 || times > 3)
        return u"--voice-times is %1: give 1, 2 or 3"_s.arg(parser.value("voice-times"));
    for (const QString& language : languagesOf(parser, {}))
        if (language != "zh" && language != "en")
            return u"--voice-languages is %1: give zh, en or both with a comma"_s.arg(
                parser.value("voice-languages"));
    for (const char* folder : {"voice-clips", "voice-files"}) {
        if (parser.isSet(folder) && !QFileInfo(parser.value(folder)).isDir())
            return u"--%1 is %2, which is no directory: name one that exists"_s.arg(folder,
                                                                                    parser.value(folder));
    }
    if (parser.isSet("voice") && !QFile::exists(":/voice/zh/0.wav") && !parser.isSet("voice-clips"))
        return u"--voice: this program was built without espeak-ng and sox; give --voice-clips"_s;
    return {};
}

std::unique_ptr<display::AudioSink> makeSink(const QCommandLineParser& parser)
{
    if (parser.isSet("voice-files"))
        return std::make_unique<display::WavFileSink>(parser.value("voice-files"));
    return std::make_unique<display::PlayerSink>();
}

/// Nothing when this display doesn't speak.
std::unique_ptr<display::Announcer> makeVoice(const QCommandLineParser& parser, const QString& language,
                                              display::AudioSink& sink, display::Synthesiser& synthesiser,
                                              display::DisplayModel& model)
{
    if (!parser.isSet("voice"))
        return nullptr;
    auto voice = std::make_unique<display::Announcer>(
        model.schedule(), client::FaceClock::machine(), sink, synthesiser,
        display::Announcer::Setup{display::ClipStore(parser.value("voice-clips")),
                                  languagesOf(parser, language), parser.value("voice-times").toInt()});
    display::follow(*voice, model);
    return voice;
}

} // namespace

int main(int argc, char** argv)
{
    ui::FaceProgram program(argc, argv,
                            {"starqueue-display",
                             "Shows a hall whose number is called where, and how long the others wait.",
                             ui::Theme::Kind::Wall,
                             kScreen,
                             "display-1",
                             {"starqueue_display"},
                             voiceTrouble});
    addVoiceOptions(program);
    if (const auto status = program.read())
        return *status;

    const QString place =
        u"display %1 · %2"_s.arg(program.parser().value("board"), program.options().address.url.toString());
    display::LiveDisplay screen({program.options().address, program.options().language, place});
    const auto sink = makeSink(program.parser());
    display::Espeak espeak;
    const auto voice = makeVoice(program.parser(), program.options().language, *sink, espeak, screen.model());
    screen.start();
    return program.run(QUrl("qrc:/qt/qml/StarQueue/Display/Main.qml"),
                       {{"viewModel", QVariant::fromValue(&screen.model())}});
}
