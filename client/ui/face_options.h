#pragma once

#include <client/hall_client.h>
#include <client/log_lines.h>
#include <client/ui/theme_file.h>

#include <QCommandLineParser>
#include <QSize>
#include <QString>

#include <tl/expected.hpp>

namespace starqueue::ui {

using namespace Qt::StringLiterals;

/// The command-line options that every face has.
struct FaceOptions
{
    client::HallAddress address;
    QString language = u"zh"_s;
    QSize size; ///< of the window; empty: the face's own
    bool fullscreen = false;
    client::LogForm log = client::LogForm::Text;
    ThemeData theme;
};

/// --hall, --token-file, --language, --size, --fullscreen, --theme, --log-json. `token` is the name of such a
/// face's file in the hall's tokens/, for --help: "kiosk-1".
[[nodiscard]] QList<QCommandLineOption> faceOptions(const QString& token);

/// Reads them from a parser that has parsed, with the token and theme files that they name.
/// The error is one sentence: which option or file, its value, and what would be right.
[[nodiscard]] tl::expected<FaceOptions, QString> readFaceOptions(const QCommandLineParser& parser,
                                                                 const QString& token);

} // namespace starqueue::ui
