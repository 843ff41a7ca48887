#pragma once

#include <client/command_line.h>
#include <client/ui/face_options.h>
#include <client/ui/input/input_gate.h>
#include <client/ui/input/scan_filter.h>
#include <client/ui/theme.h>

#include <QCommandLineParser>
#include <QGuiApplication>
#include <QQmlApplicationEngine>
#include <QVariantMap>

#include <functional>
#include <memory>
#include <optional>

/// Makes the linker keep the QML types of a static module: STARQUEUE_KEEP_MODULE(StarQueue_Kiosk)
/// at namespace scope of the program (or test) that imports it.
#define STARQUEUE_KEEP_MODULE(module)                                                                        \
    extern void qml_register_types_##module();                                                               \
    [[maybe_unused]] static void (*const volatile kKeep_##module)() = &qml_register_types_##module;

namespace starqueue::ui {

/// Readies this process for our QML: theme sizes, font, language and translations (StarQueue.Ui's
/// and those named). Called by FaceProgram; a screen test calls it itself.
void prepareUi(Theme::Kind kind, const FaceOptions& options, const QStringList& translations);

/// How kiosk, display and counter start and end: command line, theme, language, one window.
///
///     FaceProgram program(argc, argv, {"starqueue-kiosk", "…", Theme::Kind::Kiosk, …});
///     program.addOptions({{"kiosk", "…", "ID"}});
///     if (const auto status = program.read())
///         return *status;
///     KioskModel model(program.options().address, …);
///     return program.run(QUrl("qrc:/qt/qml/StarQueue/Kiosk/Main.qml"), {{"model", …}});
class FaceProgram
{
public:
    struct Face
    {
        QString name;        ///< of the program
        QString description; ///< for --help
        Theme::Kind kind;
        QSize size;    ///< of its window, unless --size says otherwise
        QString token; ///< the name of its file in the hall's tokens/, as an example: "kiosk-1"
        QStringList translations;
        /// What is wrong with the face's own options, in one sentence; empty when nothing is.
        std::function<QString(const QCommandLineParser&)> check{};
    };

    FaceProgram(int& argc, char** argv, Face face);

    /// Add the program's own options here before read().
    void addOptions(const QList<QCommandLineOption>& options) { m_commandLine.addOptions(options); }
    /// Has their values after read().
    [[nodiscard]] const QCommandLineParser& parser() const { return m_commandLine.parser(); }

    /// Reads the command line, then makes the QGuiApplication: --help and a refusal need no display.
    /// A status to exit with (0 after --help, 2 after wrong use, which is explained on standard error),
    /// or nothing when all is well. Where there is no display the program ends here with 1.
    [[nodiscard]] std::optional<int> read();

    [[nodiscard]] const FaceOptions& options() const { return m_options; }

    /// Shows `page`, whose root is a Window, with these initial properties, until SIGTERM, SIGINT or
    /// the window's end; `gate` stands before it, and `scans` before that. The exit status: 1 when the page
    /// can't be loaded.
    [[nodiscard]] int run(const QUrl& page, const QVariantMap& properties, InputGate* gate = nullptr,
                          ScanFilter* scans = nullptr);

private:
    Face m_face;
    int& m_argc;
    char** m_argv;
    client::CommandLine m_commandLine;
    FaceOptions m_options;
    std::unique_ptr<QGuiApplication> m_application; ///< from read() on
};

} // namespace starqueue::ui
