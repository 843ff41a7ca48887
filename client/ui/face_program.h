#pragma once

#include <client/ui/face_options.h>
#include <client/ui/theme.h>

#include <QCommandLineParser>
#include <QGuiApplication>
#include <QQmlApplicationEngine>
#include <QVariantMap>

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
///     FaceProgram program(argc, argv, {"starqueue-kiosk", "…", Theme::Kind::Kiosk, {1080, 1920},
///     {"starqueue_kiosk"}}); program.parser().addOption({"kiosk", "…", "ID"}); if (const auto status =
///     program.read()) return *status; KioskModel model(program.options().address, …); return
///     program.run(QUrl("qrc:/qt/qml/StarQueue/Kiosk/Main.qml"), {{"model", QVariant::fromValue(&model)}});
class FaceProgram
{
public:
    struct Face
    {
        QString name;        ///< of the program
        QString description; ///< for --help
        Theme::Kind kind;
        QSize size; ///< of its window, unless --size says otherwise
        QStringList translations;
    };

    FaceProgram(int& argc, char** argv, Face face);

    /// For options of its own, before read().
    [[nodiscard]] QCommandLineParser& parser() { return m_parser; }

    /// Reads the command line. A status to exit with (0 after --help, 2 after wrong use, which is
    /// explained on standard error), or nothing when all is well.
    [[nodiscard]] std::optional<int> read();
    /// Explains wrong use in one line on standard error; the status to exit with.
    [[nodiscard]] int wrongUse(const QString& why) const;

    [[nodiscard]] const FaceOptions& options() const { return m_options; }

    /// Shows `page`, whose root is a Window, with these initial properties, until SIGTERM, SIGINT or
    /// the window's end. The exit status: 1 when the page can't be loaded.
    [[nodiscard]] int run(const QUrl& page, const QVariantMap& properties);

private:
    Face m_face;
    QGuiApplication m_application;
    QCommandLineParser m_parser;
    FaceOptions m_options;
};

} // namespace starqueue::ui
