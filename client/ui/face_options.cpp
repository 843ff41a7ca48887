#include <client/token_file.h>
#include <client/ui/face_options.h>

#include <QRegularExpression>

namespace starqueue::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr auto kUsualHall = "http://127.0.0.1:8470";

tl::expected<QUrl, QString> hallUrl(const QString& text)
{
    const QUrl url(text, QUrl::StrictMode);
    const bool http = url.scheme() == "http"_L1 || url.scheme() == "https"_L1;
    if (!url.isValid() || !http || url.host().isEmpty())
        return tl::unexpected(
            u"--hall \"%1\" is no address of a hall; it should look like %2"_s.arg(text, kUsualHall));
    return url;
}

tl::expected<QSize, QString> windowSize(const QString& text)
{
    if (text.isEmpty())
        return QSize();
    static const QRegularExpression kForm(u"^(\\d{3,5})x(\\d{3,5})$"_s);
    const auto match = kForm.match(text);
    if (!match.hasMatch())
        return tl::unexpected(u"--size \"%1\" is no size; it should look like 1080x1920"_s.arg(text));
    return QSize(match.captured(1).toInt(), match.captured(2).toInt());
}

tl::expected<QString, QString> language(const QString& code)
{
    if (code != "zh"_L1 && code != "en"_L1)
        return tl::unexpected(u"--language \"%1\" isn't spoken here; zh and en are"_s.arg(code));
    return code;
}

QString exampleOf(const QString& token)
{
    return "DIR/tokens/" + token;
}

} // namespace

QList<QCommandLineOption> faceOptions(const QString& token)
{
    return {
        {"hall", "Where the hall listens.", "URL", kUsualHall},
        {"token-file", "File with this face's token, such as " + exampleOf(token) + ".", "FILE"},
        {"language", "Language at the start: zh or en.", "CODE", "zh"},
        {"size", "Size of the window, such as 1080x1920.", "WxH"},
        {"fullscreen", "Fill the screen, without a frame."},
        {"theme", "Theme file (TOML) with the hall's own colours, logo and font.", "FILE"},
        {"log-json", "Log one JSON object a line to standard error."},
    };
}

tl::expected<FaceOptions, QString> readFaceOptions(const QCommandLineParser& parser, const QString& token)
{
    const auto url = hallUrl(parser.value("hall"));
    const auto size = windowSize(parser.value("size"));
    const auto code = language(parser.value("language"));
    for (const QString& error :
         {url ? QString() : url.error(), size ? QString() : size.error(), code ? QString() : code.error()}) {
        if (!error.isEmpty())
            return tl::unexpected(error);
    }
    if (!parser.isSet("token-file"))
        return tl::unexpected("--token-file is missing: name the file of this face's token, such as " +
                              exampleOf(token));
    const auto secret = client::readTokenFile(parser.value("token-file"));
    if (!secret)
        return tl::unexpected(secret.error());
    const auto theme = parser.isSet("theme") ? readThemeFile(parser.value("theme")) : ThemeData();
    if (!theme)
        return tl::unexpected(theme.error());
    return FaceOptions{{*url, *secret},
                       *code,
                       *size,
                       parser.isSet("fullscreen"),
                       parser.isSet("log-json") ? client::LogForm::Json : client::LogForm::Text,
                       *theme};
}

} // namespace starqueue::ui
